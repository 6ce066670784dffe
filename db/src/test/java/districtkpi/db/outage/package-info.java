@NullMarked
package districtkpi.db.outage;

import org.jspecify.annotations.NullMarked;
