/** Districts side by side and beside the province, who is like them, and whom to learn from. */
@NullMarked
package districtkpi.ui.compare;

import org.jspecify.annotations.NullMarked;
