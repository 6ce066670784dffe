package districtkpi.ui.parts;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of HTML: a caption, column headers, rows with a row header.
 *
 * <p>On a narrow screen it becomes a stack of cards ({@link Narrow#STACK}), each cell with its
 * column's name before it, or stays a table that is scrolled sideways under a row header that
 * stays.
 */
public final class DataTable extends Composite<Div> {

    /** What becomes of the table where it does not fit. */
    public enum Narrow {
        STACK,
        SCROLL
    }

    private final Narrow narrow;
    private final NativeTable table = new NativeTable();
    private final NativeTableRow headers = new NativeTableRow();
    private final NativeTableBody body;
    private final List<String> labels = new ArrayList<>();
    private final List<NativeTableRow> stillRows = new ArrayList<>();
    private boolean still;

    /**
     * A table without rows.
     *
     * @param id of the table, for styles and tests; the scrolled region around it is {@code
     *     id-region}
     * @param caption what the table shows, read out first
     */
    public DataTable(String id, String caption, Narrow narrow) {
        this.narrow = narrow;
        table.setId(id);
        table.setCaptionText(caption);
        role(table, "table");
        table.addClassName("data-table");
        table.getHead().add(headers);
        role(table.getHead(), "rowgroup");
        role(headers, "row");
        body = table.addBody();
        role(body, "rowgroup");
        Div region = getContent();
        region.setId(id + "-region");
        region.add(table);
        region.addClassName("table-region");
        switch (narrow) {
            case STACK -> table.addClassName("stacks");
            case SCROLL -> {
                // Who uses the keyboard scrolls a region that has the focus.
                region.getElement().setAttribute("tabindex", "0");
                region.getElement().setAttribute("role", "region");
                region.getElement().setAttribute("aria-label", caption);
            }
        }
    }

    /**
     * Lets the rows to come be sent as HTML, since nothing in them but links is ever clicked: a row
     * is one thing for the server to keep then, not forty.
     */
    public DataTable still() {
        still = true;
        return this;
    }

    /** A column of text. */
    public DataTable column(String label) {
        column(label, new Span(label));
        return this;
    }

    /** A column of numbers, set flush right. */
    public DataTable numbers(String label) {
        column(label, new Span(label)).addClassName("number");
        return this;
    }

    /**
     * A column with a header of its own.
     *
     * @param label the header in short, for cards
     */
    public NativeTableHeaderCell column(String label, Component header) {
        NativeTableHeaderCell cell = headers.addHeaderCell();
        cell.getElement().setAttribute("scope", "col");
        role(cell, "columnheader");
        cell.add(header);
        labels.add(label);
        return cell;
    }

    /** A row, to be filled from left to right. */
    public Row row() {
        NativeTableRow row = still ? new NativeTableRow() : body.addRow();
        if (still) {
            stillRows.add(row);
        }
        role(row, "row");
        return new Row(row);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        // Not before: the rows are filled after they were made.
        stillRows.forEach(row -> {
            Markup.still(row);
            body.getElement().appendChild(row.getElement());
        });
        stillRows.clear();
    }

    /** A row at the foot of the table, below all others: for what is about all rows. */
    public Row footer() {
        NativeTableRow row = table.getFoot().addRow();
        role(table.getFoot(), "rowgroup");
        role(row, "row");
        return new Row(row);
    }

    /** The style of cards takes a table its roles away, so they are written out. */
    private void role(HasElement part, String role) {
        if (narrow == Narrow.STACK) {
            part.getElement().setAttribute("role", role);
        }
    }

    /** A row being filled. */
    public final class Row {

        private final NativeTableRow row;
        private int column;

        private Row(NativeTableRow row) {
            this.row = row;
        }

        public Row id(String id) {
            row.setId(id);
            return this;
        }

        public Row style(String className) {
            row.addClassName(className);
            return this;
        }

        /** The cell that names the row. */
        public Row header(Component... content) {
            NativeTableHeaderCell cell = row.addHeaderCell();
            cell.getElement().setAttribute("scope", "row");
            role(cell, "rowheader");
            cell.add(content);
            column++;
            return this;
        }

        public Row cell(String text) {
            add().setText(text);
            return this;
        }

        public Row number(String text) {
            NativeTableCell cell = add();
            cell.setText(text);
            cell.addClassName("number");
            return this;
        }

        public Row cell(Component... content) {
            add(content);
            return this;
        }

        /** A cell with classes for its looks, separated by spaces. */
        public Row styled(String classNames, Component... content) {
            add(content).addClassNames(classNames.split(" ", -1));
            return this;
        }

        private NativeTableCell add(Component... content) {
            NativeTableCell cell = row.addDataCell();
            role(cell, "cell");
            if (narrow == Narrow.STACK) {
                cell.getElement().setAttribute("data-label", labels.get(column));
            }
            cell.add(content);
            column++;
            return cell;
        }
    }
}
