/** The agreement handed down: acknowledged by districts, and shared out to their officers. */
@NullMarked
package districtkpi.db.cascade;

import org.jspecify.annotations.NullMarked;
