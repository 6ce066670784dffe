/** What measured values accept and refuse. */
@NullMarked
package districtkpi.domain.result;

import org.jspecify.annotations.NullMarked;
