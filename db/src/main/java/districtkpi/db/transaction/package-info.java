/** The two kinds of transactions that there are: one that writes, and one that only reads. */
@NullMarked
package districtkpi.db.transaction;

import org.jspecify.annotations.NullMarked;
