@NullMarked
package districtkpi.office.round;

import org.jspecify.annotations.NullMarked;
