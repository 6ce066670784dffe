/** Tests of what charts draw. */
@NullMarked
package districtkpi.ui.chart;

import org.jspecify.annotations.NullMarked;
