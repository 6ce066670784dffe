package districtkpi.ui.forms;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableRow;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Markup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A table of a form: ruled, its headings on each page that it reaches, its groups of rows whole on
 * one page where they fit.
 */
class FormTable extends Composite<NativeTable> {

    private final List<Row> rows = new ArrayList<>();
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

    /** What a table of scores has beside its targets: indicator, score, weight and product. */
    private static final int BESIDE_TARGETS = 4;

    /** How many columns {@link #ofScores} has. */
    static int columns(Agreement agreement) {
        return agreement.maxLevels() + BESIDE_TARGETS;
    }

    /**
     * A table of scores: an indicator, its targets, score, weight and product. A target is headed
     * by what it is worth where that is the same for all indicators, and by its number elsewhere.
     */
    static FormTable ofScores(Agreement agreement, String caption, Words paper) {
        FormTable table = new FormTable("form-scores", caption);
        table.heading()
                .tall(paper.of("form.indicator"), 2)
                .wide(paper.of("form.targets"), agreement.maxLevels())
                .tall(paper.of("form.score"), 2)
                .tall(paper.of("form.weight"), 2)
                .tall(paper.of("form.product"), 2);
        Row numbers = table.heading();
        Indicator longest = longest(agreement);
        for (int level = 1; level <= longest.topLevel(); level++) {
            numbers.column(
                    agreement.hasOneScale() ? paper.level(longest, level) : paper.number(level));
        }
        return table;
    }

    /** The text of a level, after its score where no heading has that. */
    static String target(Agreement agreement, Level level, Words paper) {
        return agreement.hasOneScale() || level.isWorthItsNumber()
                ? level.text().th()
                : paper.of("form.target-worth", paper.level(level), level.text().th());
    }

    private static Indicator longest(Agreement agreement) {
        return agreement
                .indicators()
                .max(Comparator.comparingInt(Indicator::topLevel))
                .orElseThrow();
    }

    /** A row of headings; they come before all other rows. */
    Row heading() {
        return row(getContent().getHead().addRow());
    }

    /** Lets the rows to come stay together. */
    FormTable group() {
        if (group.getChildren().findAny().isPresent()) {
            group = getContent().addBody();
        }
        return this;
    }

    Row row() {
        return row(group.addRow());
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        rows.forEach(Row::write);
        rows.clear();
    }

    private Row row(NativeTableRow added) {
        Row row = new Row(added);
        rows.add(row);
        return row;
    }

    /**
     * A row, to be filled from left to right. Nothing on paper is clicked, so it is sent as HTML:
     * one thing for the server to keep, and not one for each cell and each text.
     */
    static final class Row {

        private final NativeTableRow row;
        private final Markup cells = new Markup();

        private Row(NativeTableRow row) {
            this.row = row;
        }

        private void write() {
            cells.into(row);
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
            return heading("col", 1, 1, new Text(text));
        }

        /** The heading of a column beside headings of several rows. */
        Row tall(String text, int rows) {
            return heading("col", 1, rows, new Text(text));
        }

        /** The heading of several columns. */
        Row wide(String text, int columns) {
            return heading("colgroup", columns, 1, new Text(text));
        }

        /** The name of the rows below, over all columns. */
        Row title(String text, int columns) {
            return heading("rowgroup", columns, 1, new Text(text));
        }

        /** The cell that names the row; its content is complete. */
        Row header(Component... content) {
            return heading("row", 1, 1, content);
        }

        /** The cell that names the row, over several columns. */
        Row header(String text, int columns) {
            return heading("row", columns, 1, new Text(text));
        }

        /** Nothing in some columns. */
        Row without(int columns) {
            return columns == 0 ? this : add("", columns, 1, new Text("–"));
        }

        Row cell(String text) {
            return add("", 1, 1, new Text(text));
        }

        /** A cell whose content is complete. */
        Row cell(Component... content) {
            return add("", 1, 1, content);
        }

        /** A cell with a class for its looks; its content is complete. */
        Row styled(String className, Component... content) {
            return add(className, 1, 1, content);
        }

        Row number(String text) {
            return number(text, 1);
        }

        Row number(String text, int columns) {
            return add("number", columns, 1, new Text(text));
        }

        /** A cell beside several rows. */
        Row tallCell(String text, int rows) {
            return add("", 1, rows, new Text(text));
        }

        Row tallNumber(String text, int rows) {
            return add("number", 1, rows, new Text(text));
        }

        private Row add(String className, int columns, int rows, Component... content) {
            String looks = className.isEmpty() ? "" : "class=" + className;
            return cell("td", looks + span(columns, rows), content);
        }

        private Row heading(String scope, int columns, int rows, Component... content) {
            return cell("th", "scope=" + scope + span(columns, rows), content);
        }

        private Row cell(String element, String attributes, Component... content) {
            cells.open(element, attributes.strip());
            for (Component one : content) {
                if (one instanceof Text text) {
                    cells.text(text.getText());
                } else {
                    cells.add(List.of(one));
                }
            }
            cells.close(element);
            return this;
        }

        private static String span(int columns, int rows) {
            return (columns > 1 ? " colspan=" + columns : "")
                    + (rows > 1 ? " rowspan=" + rows : "");
        }
    }
}
