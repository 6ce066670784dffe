/**
 * Who may come in, and what they may do: sign-in, sessions, and the one rule that each view and
 * each endpoint declares ({@link districtkpi.ui.security.Requires}).
 */
@NullMarked
package districtkpi.ui.security;

import org.jspecify.annotations.NullMarked;
