/** Tests of what is said and how. */
@NullMarked
package districtkpi.office.words;

import org.jspecify.annotations.NullMarked;
