/** The boundaries of districts that an administrator put on the map. */
@NullMarked
package districtkpi.office.map;

import org.jspecify.annotations.NullMarked;
