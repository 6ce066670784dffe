/** Charts: what is to be drawn as plain records, and the one component that draws it. */
@NullMarked
package districtkpi.ui.chart;

import org.jspecify.annotations.NullMarked;
