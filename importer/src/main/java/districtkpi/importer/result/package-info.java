/** Results files (CSV, long and wide form): reading, checking, dry run and commit. */
@NullMarked
package districtkpi.importer.result;

import org.jspecify.annotations.NullMarked;
