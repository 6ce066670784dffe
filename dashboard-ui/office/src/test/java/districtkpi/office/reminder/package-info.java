@NullMarked
package districtkpi.office.reminder;

import org.jspecify.annotations.NullMarked;
