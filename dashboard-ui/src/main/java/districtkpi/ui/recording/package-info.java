/** Where districts record their results, and where the province reviews them. */
@NullMarked
package districtkpi.ui.recording;

import org.jspecify.annotations.NullMarked;
