/** Files as tables: bytes to text, text to rows and cells, and the values that stand in them. */
@NullMarked
package districtkpi.importer.table;

import org.jspecify.annotations.NullMarked;
