@NullMarked
package districtkpi.export.archive;

import org.jspecify.annotations.NullMarked;
