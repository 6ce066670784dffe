/** Drafts of the laboratory that their owners keep. */
@NullMarked
package districtkpi.db.laboratory;

import org.jspecify.annotations.NullMarked;
