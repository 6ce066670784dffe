/** Small agreements for the tests of all modules. */
@NullMarked
package districtkpi.domain.testing;

import org.jspecify.annotations.NullMarked;
