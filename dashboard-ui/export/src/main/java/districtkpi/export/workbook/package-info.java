/**
 * A round as a workbook that scores itself: formulas over the raw figures, beside what was
 * published.
 */
@NullMarked
package districtkpi.export.workbook;

import org.jspecify.annotations.NullMarked;
