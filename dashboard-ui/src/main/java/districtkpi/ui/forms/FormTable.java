package districtkpi.ui.forms;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.dom.Element;
import districtkpi.domain.agreement.Indicator;
import districtkpi.ui.words.Words;

/**
 * A table of a form: ruled, its headings on each page that it reaches, its groups of rows whole on
 * one page where they fit.
 */
class FormTable extends Composite<NativeTable> {

    private NativeTableBody group;

    /**
     * A table without rows.
     *
     * @param style of its columns, and its id
     */
    FormTable(String style, String caption) {
        NativeTable table = getContent();
        table.setId(style);
        table.addClassNames("form-table", style);
        table.setCaptionText(caption);
        table.getHead();
        group = table.addBody();
    }

    /** A table of scores: an indicator, its five targets, score, weight and product. */
    static FormTable ofScores(String caption, Words paper) {
        FormTable table = new FormTable("form-scores", caption);
        table.heading()
                .tall(paper.of("form.indicator"), 2)
                .wide(paper.of("form.targets"), Indicator.TOP_LEVEL)
                .tall(paper.of("form.score"), 2)
                .tall(paper.of("form.weight"), 2)
                .tall(paper.of("form.product"), 2);
        Row numbers = table.heading();
        for (int level = 1; level <= Indicator.TOP_LEVEL; level++) {
            numbers.column(paper.number(level));
        }
        return table;
    }

    /** A row of headings; they come before all other rows. */
    Row heading() {
        return new Row(getContent().getHead().addRow());
    }

    /** Lets the rows to come stay together. */
    FormTable group() {
        if (group.getChildren().findAny().isPresent()) {
            group = getContent().addBody();
        }
        return this;
    }

    Row row() {
        return new Row(group.addRow());
    }

    /** A row, to be filled from left to right. */
    static final class Row {

        private final NativeTableRow row;

        private Row(NativeTableRow row) {
            this.row = row;
        }

        Row id(String id) {
            row.setId(id);
            return this;
        }

        Row style(String className) {
            row.addClassName(className);
            return this;
        }

        /** The heading of a column. */
        Row column(String text) {
            heading("col", 1, 1).setText(text);
            return this;
        }

        /** The heading of a column beside headings of several rows. */
        Row tall(String text, int rows) {
            heading("col", 1, rows).setText(text);
            return this;
        }

        /** The heading of several columns. */
        Row wide(String text, int columns) {
            heading("colgroup", columns, 1).setText(text);
            return this;
        }

        /** The name of the rows below, over all columns. */
        Row title(String text, int columns) {
            heading("rowgroup", columns, 1).setText(text);
            return this;
        }

        /** The cell that names the row. */
        Row header(Component... content) {
            heading("row", 1, 1).add(content);
            return this;
        }

        /** The cell that names the row, over several columns. */
        Row header(String text, int columns) {
            heading("row", columns, 1).setText(text);
            return this;
        }

        Row cell(String text) {
            add().setText(text);
            return this;
        }

        Row cell(Component... content) {
            add().add(content);
            return this;
        }

        /** A cell with a class for its looks. */
        Row styled(String className, Component... content) {
            NativeTableCell cell = add();
            cell.addClassName(className);
            cell.add(content);
            return this;
        }

        Row number(String text) {
            return number(text, 1);
        }

        Row number(String text, int columns) {
            NativeTableCell cell = add();
            cell.setText(text);
            cell.addClassName("number");
            span(cell.getElement(), columns, 1);
            return this;
        }

        /** A cell beside several rows. */
        Row tallCell(String text, int rows) {
            NativeTableCell cell = add();
            cell.setText(text);
            span(cell.getElement(), 1, rows);
            return this;
        }

        Row tallNumber(String text, int rows) {
            NativeTableCell cell = add();
            cell.setText(text);
            cell.addClassName("number");
            span(cell.getElement(), 1, rows);
            return this;
        }

        private NativeTableCell add() {
            return row.addDataCell();
        }

        private NativeTableHeaderCell heading(String scope, int columns, int rows) {
            NativeTableHeaderCell cell = row.addHeaderCell();
            cell.getElement().setAttribute("scope", scope);
            span(cell.getElement(), columns, rows);
            return cell;
        }

        private static void span(Element cell, int columns, int rows) {
            if (columns > 1) {
                cell.setAttribute("colspan", String.valueOf(columns));
            }
            if (rows > 1) {
                cell.setAttribute("rowspan", String.valueOf(rows));
            }
        }
    }
}
