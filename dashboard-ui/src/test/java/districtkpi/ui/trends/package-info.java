/** Tests of the trends and its parts. */
@NullMarked
package districtkpi.ui.trends;

import org.jspecify.annotations.NullMarked;
