/** What a district sees, whatever a query asks for. */
@NullMarked
package districtkpi.db.scope;

import org.jspecify.annotations.NullMarked;
