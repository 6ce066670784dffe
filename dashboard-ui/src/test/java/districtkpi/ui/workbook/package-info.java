@NullMarked
package districtkpi.ui.workbook;

import org.jspecify.annotations.NullMarked;
