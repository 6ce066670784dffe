/** The official forms of a round, to be printed from the browser and signed. */
@NullMarked
package districtkpi.ui.forms;

import org.jspecify.annotations.NullMarked;
