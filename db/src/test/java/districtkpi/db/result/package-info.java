/** Imports and measurements on a real database. */
@NullMarked
package districtkpi.db.result;

import org.jspecify.annotations.NullMarked;
