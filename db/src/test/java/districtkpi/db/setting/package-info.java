@NullMarked
package districtkpi.db.setting;

import org.jspecify.annotations.NullMarked;
