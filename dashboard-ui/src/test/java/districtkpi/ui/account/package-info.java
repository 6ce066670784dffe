/** Tests of the screens about who uses the program. */
@NullMarked
package districtkpi.ui.account;

import org.jspecify.annotations.NullMarked;
