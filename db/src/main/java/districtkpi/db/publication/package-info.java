/** Rounds as they were published: frozen, and shown again byte for byte. */
@NullMarked
package districtkpi.db.publication;

import org.jspecify.annotations.NullMarked;
