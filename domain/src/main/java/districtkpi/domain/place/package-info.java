/** The districts that are compared, with the codes and names they had while they were valid. */
@NullMarked
package districtkpi.domain.place;

import org.jspecify.annotations.NullMarked;
