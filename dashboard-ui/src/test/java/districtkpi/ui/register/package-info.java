/** Tests of the register of submissions, with a mail server of their own. */
@NullMarked
package districtkpi.ui.register;

import org.jspecify.annotations.NullMarked;
