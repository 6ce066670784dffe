/** The screens about who uses the program: sign-in, the own account, all accounts, who did what. */
@NullMarked
package districtkpi.ui.account;

import org.jspecify.annotations.NullMarked;
