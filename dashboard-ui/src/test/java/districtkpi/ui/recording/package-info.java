/** Tests of recording and review. */
@NullMarked
package districtkpi.ui.recording;

import org.jspecify.annotations.NullMarked;
