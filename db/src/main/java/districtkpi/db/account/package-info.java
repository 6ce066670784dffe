/** Who may sign in, as what, and what a role may do. */
@NullMarked
package districtkpi.db.account;

import org.jspecify.annotations.NullMarked;
