/** Frozen revisions of a round. */
@NullMarked
package districtkpi.domain.publication;

import org.jspecify.annotations.NullMarked;
