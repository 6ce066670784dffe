@NullMarked
package districtkpi.ui.backup;

import org.jspecify.annotations.NullMarked;
