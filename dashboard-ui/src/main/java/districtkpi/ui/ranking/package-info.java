/** Who stands where, how sure that is, and what moved since the round before. */
@NullMarked
package districtkpi.ui.ranking;

import org.jspecify.annotations.NullMarked;
