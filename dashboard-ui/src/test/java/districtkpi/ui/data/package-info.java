@NullMarked
package districtkpi.ui.data;

import org.jspecify.annotations.NullMarked;
