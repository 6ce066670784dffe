/** Tests of what is said and how. */
@NullMarked
package districtkpi.ui.words;

import org.jspecify.annotations.NullMarked;
