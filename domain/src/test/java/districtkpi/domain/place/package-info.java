/** What codes and names of districts accept and refuse. */
@NullMarked
package districtkpi.domain.place;

import org.jspecify.annotations.NullMarked;
