/** A round in one archive, for analysts: its tables, its terms, and what everything in it means. */
@NullMarked
package districtkpi.export.archive;

import org.jspecify.annotations.NullMarked;
