/** The boundaries of districts that were loaded for the map. */
@NullMarked
package districtkpi.db.map;

import org.jspecify.annotations.NullMarked;
