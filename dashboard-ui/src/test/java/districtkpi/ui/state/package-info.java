/** Tests of what an address says. */
@NullMarked
package districtkpi.ui.state;

import org.jspecify.annotations.NullMarked;
