@NullMarked
package districtkpi.office.backup;

import org.jspecify.annotations.NullMarked;
