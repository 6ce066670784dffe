/** Tests of the database as a whole. */
@NullMarked
package districtkpi.db;

import org.jspecify.annotations.NullMarked;
