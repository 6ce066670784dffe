/** Districts reminded by e-mail of what they owe, by hand and on the days that are set. */
@NullMarked
package districtkpi.office.reminder;

import org.jspecify.annotations.NullMarked;
