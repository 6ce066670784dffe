/** Agreements as they were posted, one round each, with their versions. */
@NullMarked
package districtkpi.db.agreement;

import org.jspecify.annotations.NullMarked;
