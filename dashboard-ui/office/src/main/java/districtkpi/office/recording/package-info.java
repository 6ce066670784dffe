/** Results recorded online by districts, and their review. */
@NullMarked
package districtkpi.office.recording;

import org.jspecify.annotations.NullMarked;
