@NullMarked
package districtkpi.export.table;

import org.jspecify.annotations.NullMarked;
