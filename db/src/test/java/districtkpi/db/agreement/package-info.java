/** Agreements on a real database. */
@NullMarked
package districtkpi.db.agreement;

import org.jspecify.annotations.NullMarked;
