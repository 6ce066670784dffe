@NullMarked
package districtkpi.export.workbook;

import org.jspecify.annotations.NullMarked;
