/** What administrators can set while the program runs: the one place that says what it is now. */
@NullMarked
package districtkpi.ui.setting;

import org.jspecify.annotations.NullMarked;
