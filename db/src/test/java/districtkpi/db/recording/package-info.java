@NullMarked
package districtkpi.db.recording;

import org.jspecify.annotations.NullMarked;
