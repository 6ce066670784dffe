/** Where points come from and are lost, and the laboratory for other weights and thresholds. */
@NullMarked
package districtkpi.ui.weights;

import org.jspecify.annotations.NullMarked;
