/** Results recorded online by districts, and their review. */
@NullMarked
package districtkpi.importer.recording;

import org.jspecify.annotations.NullMarked;
