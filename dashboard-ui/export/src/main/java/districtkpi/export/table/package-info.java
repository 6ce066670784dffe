/**
 * The tables of a round: one class a table, whose columns are declared once for CSV, JSON, the
 * description of the API and the data dictionary.
 */
@NullMarked
package districtkpi.export.table;

import org.jspecify.annotations.NullMarked;
