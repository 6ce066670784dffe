/** Levels that somebody set in the place of the computed ones. */
@NullMarked
package districtkpi.db.override;

import org.jspecify.annotations.NullMarked;
