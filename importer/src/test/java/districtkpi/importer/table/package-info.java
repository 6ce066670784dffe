/** Tests of the reading of tables. */
@NullMarked
package districtkpi.importer.table;

import org.jspecify.annotations.NullMarked;
