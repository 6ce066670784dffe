/** What follows from the scores, worked out once for all readers. */
@NullMarked
package districtkpi.office.analysis;

import org.jspecify.annotations.NullMarked;
