/** A real PostgreSQL for the tests of this module and of those above it. */
@NullMarked
package districtkpi.db.testing;

import org.jspecify.annotations.NullMarked;
