/** What was measured: values, the day they describe and the file row that each came from. */
@NullMarked
package districtkpi.domain.result;

import org.jspecify.annotations.NullMarked;
