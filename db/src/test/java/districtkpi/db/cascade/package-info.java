/** Tests of the cascade on a real database. */
@NullMarked
package districtkpi.db.cascade;

import org.jspecify.annotations.NullMarked;
