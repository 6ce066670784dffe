/** Tests of how much work goes on at once. */
@NullMarked
package districtkpi.ui.work;

import org.jspecify.annotations.NullMarked;
