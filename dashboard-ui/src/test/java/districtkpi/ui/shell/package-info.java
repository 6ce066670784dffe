/** Tests of what is around the screens. */
@NullMarked
package districtkpi.ui.shell;

import org.jspecify.annotations.NullMarked;
