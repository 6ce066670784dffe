/** Tests that really start, kill and start again. */
@NullMarked
package districtkpi.db.embedded;

import org.jspecify.annotations.NullMarked;
