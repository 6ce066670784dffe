/** Tests of starting. */
@NullMarked
package districtkpi.ui.wiring;

import org.jspecify.annotations.NullMarked;
