/** Whose rows the database shows to whom: decided by PostgreSQL, whatever a query asks for. */
@NullMarked
package districtkpi.db.scope;

import org.jspecify.annotations.NullMarked;
