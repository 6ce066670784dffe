@NullMarked
package districtkpi.ui.setting;

import org.jspecify.annotations.NullMarked;
