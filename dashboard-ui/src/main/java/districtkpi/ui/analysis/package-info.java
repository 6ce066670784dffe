/** What follows from the scores, worked out once for all readers. */
@NullMarked
package districtkpi.ui.analysis;

import org.jspecify.annotations.NullMarked;
