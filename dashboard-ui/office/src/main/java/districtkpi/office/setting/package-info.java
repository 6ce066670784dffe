/** What administrators can set while the program runs: the one place that says what it is now. */
@NullMarked
package districtkpi.office.setting;

import org.jspecify.annotations.NullMarked;
