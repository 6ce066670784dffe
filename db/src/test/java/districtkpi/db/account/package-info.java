/** Tests of the accounts. */
@NullMarked
package districtkpi.db.account;

import org.jspecify.annotations.NullMarked;
