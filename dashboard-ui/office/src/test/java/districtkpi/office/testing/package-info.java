@NullMarked
package districtkpi.office.testing;

import org.jspecify.annotations.NullMarked;
