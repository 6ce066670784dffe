/** What is worked out of a round is worked out once. */
@NullMarked
package districtkpi.office.analysis;

import org.jspecify.annotations.NullMarked;
