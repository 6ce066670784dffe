/** Tests of the agreement's screen. */
@NullMarked
package districtkpi.ui.agreement;

import org.jspecify.annotations.NullMarked;
