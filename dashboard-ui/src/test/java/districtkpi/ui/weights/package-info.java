/** Tests of the weights and its parts. */
@NullMarked
package districtkpi.ui.weights;

import org.jspecify.annotations.NullMarked;
