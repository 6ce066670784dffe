/** Tests of the ranking and its parts. */
@NullMarked
package districtkpi.ui.ranking;

import org.jspecify.annotations.NullMarked;
