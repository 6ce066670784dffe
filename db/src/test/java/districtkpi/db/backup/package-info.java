@NullMarked
package districtkpi.db.backup;

import org.jspecify.annotations.NullMarked;
