@NullMarked
package districtkpi.db.withdrawal;

import org.jspecify.annotations.NullMarked;
