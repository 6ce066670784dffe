/** Tests of the audit, and of what the program's role may not do. */
@NullMarked
package districtkpi.db.audit;

import org.jspecify.annotations.NullMarked;
