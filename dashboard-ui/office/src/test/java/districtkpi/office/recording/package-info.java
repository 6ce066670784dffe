@NullMarked
package districtkpi.office.recording;

import org.jspecify.annotations.NullMarked;
