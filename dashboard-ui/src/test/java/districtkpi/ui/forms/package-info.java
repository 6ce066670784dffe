/** Tests of the printed forms, without a browser. */
@NullMarked
package districtkpi.ui.forms;

import org.jspecify.annotations.NullMarked;
