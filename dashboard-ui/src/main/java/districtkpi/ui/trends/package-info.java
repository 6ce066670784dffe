/** Trends: across rounds, why a total or a rank moved, and the course within a round. */
@NullMarked
package districtkpi.ui.trends;

import org.jspecify.annotations.NullMarked;
