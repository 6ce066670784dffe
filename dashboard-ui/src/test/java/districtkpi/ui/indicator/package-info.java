@NullMarked
package districtkpi.ui.indicator;

import org.jspecify.annotations.NullMarked;
