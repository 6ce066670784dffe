/** One district's scorecard: every level, why it is that one, and the figures behind it. */
@NullMarked
package districtkpi.ui.district;

import org.jspecify.annotations.NullMarked;
