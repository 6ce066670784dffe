/** Tests of the scorecard. */
@NullMarked
package districtkpi.ui.district;

import org.jspecify.annotations.NullMarked;
