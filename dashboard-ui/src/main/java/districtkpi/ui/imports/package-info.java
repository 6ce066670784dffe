/** Files coming in: what one would do, what it did, and what came in before. */
@NullMarked
package districtkpi.ui.imports;

import org.jspecify.annotations.NullMarked;
