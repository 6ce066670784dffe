/** Accounts, their passwords and tokens, and how an administrator who is shut out is let in. */
@NullMarked
package districtkpi.office.account;

import org.jspecify.annotations.NullMarked;
