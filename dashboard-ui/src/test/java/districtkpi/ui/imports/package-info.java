/** Tests of files coming in. */
@NullMarked
package districtkpi.ui.imports;

import org.jspecify.annotations.NullMarked;
