/** Who did what, and when: written with each change, never changed itself. */
@NullMarked
package districtkpi.db.audit;

import org.jspecify.annotations.NullMarked;
