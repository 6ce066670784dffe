/** Tests of the small pieces. */
@NullMarked
package districtkpi.ui.parts;

import org.jspecify.annotations.NullMarked;
