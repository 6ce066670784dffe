/** Agreement files (YAML): reading, checking and opening rounds. */
@NullMarked
package districtkpi.importer.agreement;

import org.jspecify.annotations.NullMarked;
