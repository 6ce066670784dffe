@NullMarked
package districtkpi.ui.command;

import org.jspecify.annotations.NullMarked;
