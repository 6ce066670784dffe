/**
 * What other programs talk to: files in, tables out, below {@code /api/v1}; {@code docs/api.md}
 * describes it.
 *
 * <p>A table is declared once, as a {@link districtkpi.export.table.Table} of columns, and served
 * as CSV and as JSON. Every refusal is a {@link districtkpi.ui.api.Problem}.
 */
@NullMarked
package districtkpi.ui.api;

import org.jspecify.annotations.NullMarked;
