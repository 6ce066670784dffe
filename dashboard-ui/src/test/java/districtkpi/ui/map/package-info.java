@NullMarked
package districtkpi.ui.map;

import org.jspecify.annotations.NullMarked;
