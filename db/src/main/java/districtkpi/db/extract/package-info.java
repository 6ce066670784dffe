/** Rows of the source systems, and the figures that are worked out of them by the database. */
@NullMarked
package districtkpi.db.extract;

import org.jspecify.annotations.NullMarked;
