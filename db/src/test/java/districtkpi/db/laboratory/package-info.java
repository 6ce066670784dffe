/** Tests of the kept drafts. */
@NullMarked
package districtkpi.db.laboratory;

import org.jspecify.annotations.NullMarked;
