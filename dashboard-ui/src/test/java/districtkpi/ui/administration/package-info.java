@NullMarked
package districtkpi.ui.administration;

import org.jspecify.annotations.NullMarked;
