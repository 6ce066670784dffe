/** Tests of how much work goes on at once. */
@NullMarked
package districtkpi.office.work;

import org.jspecify.annotations.NullMarked;
