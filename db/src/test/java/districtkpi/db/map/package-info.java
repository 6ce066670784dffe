@NullMarked
package districtkpi.db.map;

import org.jspecify.annotations.NullMarked;
