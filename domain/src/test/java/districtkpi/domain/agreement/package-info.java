/** What agreements and their parts accept and refuse. */
@NullMarked
package districtkpi.domain.agreement;

import org.jspecify.annotations.NullMarked;
