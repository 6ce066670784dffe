/** Tests of districts side by side. */
@NullMarked
package districtkpi.ui.compare;

import org.jspecify.annotations.NullMarked;
