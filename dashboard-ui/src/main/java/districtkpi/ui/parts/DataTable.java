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
import districtkpi.office.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;

/**
 * A table of HTML: a caption, column headers, rows with a row header.
 *
 * <p>On a narrow screen it becomes a stack of cards ({@link Narrow#STACK}), each cell with its
 * column's name before it, or stays a table that is scrolled sideways under a row header that
 * stays. Cards of a table that has many rows are folded to a line each ({@link #folding}).
 */
public final class DataTable extends Composite<Div> {

    /** What becomes of the table where it does not fit. */
    public enum Narrow {
        STACK,
        SCROLL
    }

    private static final String UNFOLDING =
            """
            this.addEventListener('click', event => {
                const button = event.target.closest('.fold');
                if (button) {
                    const open = button.closest('tr').classList.toggle('unfolded-row');
                    button.setAttribute('aria-expanded', open);
                }
            })\
            """;

    private final Narrow narrow;
    private final NativeTable table = new NativeTable();
    private final NativeTableRow headers = new NativeTableRow();
    private final NativeTableBody body;
    private final List<String> labels = new ArrayList<>();
    private final List<StillRow> stillRows = new ArrayList<>();
    private final Set<Integer> atFirstSight = new HashSet<>();
    private boolean still;
    private Optional<Words> unfolding = Optional.empty();

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

    /**
     * On a narrow screen a row is a line with its name and what stands in the columns {@linkplain
     * #atFirstSight() of first sight}; a button in it unfolds the rest. Of a stack of still rows.
     *
     * @param words what the button of a row is called
     */
    public DataTable folding(Words words) {
        unfolding = Optional.of(words);
        table.addClassName("folds");
        return this;
    }

    /** What stands in the column that was added last is seen in a folded row too. */
    public DataTable atFirstSight() {
        atFirstSight.add(labels.size() - 1);
        return this;
    }

    /**
     * Fills the table with still rows, or takes those that were written before for somebody who
     * sees the same.
     *
     * @param place where they are kept; absent for rows that are one reader's own
     * @param rows adds them, and nothing else
     */
    public void fill(Optional<RowCache.Place> place, Runnable rows) {
        Optional<List<RowCache.Written>> known = place.flatMap(RowCache.Place::find);
        if (known.isPresent()) {
            known.get().forEach(this::add);
            return;
        }
        int first = stillRows.size();
        rows.run();
        place.ifPresent(kept -> {
            // Complete already: they are not told anything that is not theirs.
            List<StillRow> filled = stillRows.subList(first, stillRows.size());
            kept.keep(filled.stream().map(StillRow::write).toList());
            filled.clear();
        });
    }

    /** Of rows that are written: puts a style on the one with an id, where there is such a row. */
    public void mark(String id, String className) {
        body.getChildren()
                .filter(row -> row.getId().filter(id::equals).isPresent())
                .findFirst()
                .ifPresent(row -> row.addClassName(className));
    }

    private void add(RowCache.Written written) {
        NativeTableRow row = body.addRow();
        role(row, "row");
        written.id().ifPresent(row::setId);
        written.styles().forEach(row::addClassName);
        Markup.written(written.html()).into(row);
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
        NativeTableRow row = body.addRow();
        role(row, "row");
        if (still) {
            StillRow filled = new StillRow(row);
            stillRows.add(filled);
            return filled;
        }
        return new LiveRow(row);
    }

    /**
     * A row for a list that shows only some at a time.
     *
     * @param styles of the row
     * @param html of the cells, from the left to the right
     */
    public record Cells(List<String> styles, List<String> html) {

        public Cells {
            styles = List.copyOf(styles);
            html = List.copyOf(html);
        }
    }

    /**
     * Writes one row as HTML.
     *
     * @param filling fills it
     */
    public static Cells cells(Consumer<Row> filling) {
        WrittenRow row = new WrittenRow();
        filling.accept(row);
        return new Cells(List.copyOf(row.row.getClassNames()), row.cells);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        // Not before: what is in the cells may be filled after it was put there.
        stillRows.forEach(StillRow::write);
        stillRows.clear();
        if (unfolding.isPresent()) {
            // By the browser: the rows are written.
            table.getElement().executeJs(UNFOLDING);
        }
    }

    /** Puts below the last row what belongs to it and is shown when it is asked for. */
    public void unfold(Unfolding unfolding) {
        NativeTableRow row = unfolding.across(labels.size());
        role(row, "row");
        role(unfolding.cell(), "cell");
        body.add(row);
    }

    /** Puts below the last row what belongs to it, in a row of one cell. */
    public void across(Component content) {
        NativeTableRow row = body.addRow();
        row.addClassName("across");
        role(row, "row");
        NativeTableCell cell = row.addDataCell();
        cell.setColspan(labels.size());
        role(cell, "cell");
        cell.add(content);
    }

    /** A row that names those that follow. */
    public void group(String id, Component... content) {
        NativeTableRow row = body.addRow();
        row.setId(id);
        row.addClassName("group-row");
        role(row, "row");
        NativeTableHeaderCell cell = row.addHeaderCell();
        cell.getElement().setAttribute("colspan", String.valueOf(labels.size()));
        cell.getElement().setAttribute("scope", "colgroup");
        role(cell, "rowheader");
        cell.add(content);
    }

    /** A row at the foot of the table, below all others: for what is about all rows. */
    public Row footer() {
        NativeTableRow row = table.getFoot().addRow();
        role(table.getFoot(), "rowgroup");
        role(row, "row");
        return new LiveRow(row);
    }

    /** The style of cards takes a table its roles away, so they are written out. */
    private void role(HasElement part, String role) {
        if (narrow == Narrow.STACK) {
            part.getElement().setAttribute("role", role);
        }
    }

    /** A row being filled. */
    public abstract static sealed class Row {

        final NativeTableRow row;

        private Row(NativeTableRow row) {
            this.row = row;
        }

        public final Row id(String id) {
            row.setId(id);
            return this;
        }

        public final Row style(String className) {
            row.addClassName(className);
            return this;
        }

        /** The cell that names the row. */
        public abstract Row header(Component... content);

        public Row cell(String text) {
            return styled("", new Markup().text(text));
        }

        public Row number(String text) {
            return styled("number", new Markup().text(text));
        }

        public Row cell(Component... content) {
            return styled("", content);
        }

        /** A cell with classes for its looks, separated by spaces. */
        public abstract Row styled(String classNames, Component... content);

        /** A cell whose content is written already. */
        public abstract Row styled(String classNames, Markup content);
    }

    /** Each cell is a text of HTML. */
    private static final class WrittenRow extends Row {

        private final List<String> cells = new ArrayList<>();

        private WrittenRow() {
            super(new NativeTableRow());
        }

        @Override
        public Row header(Component... content) {
            return styled("header-cell", content);
        }

        @Override
        public Row styled(String classNames, Component... content) {
            return styled(classNames, new Markup().add(List.of(content)));
        }

        @Override
        public Row styled(String classNames, Markup content) {
            Markup cell = new Markup().open("div", "class=" + Markup.quoted(classNames));
            cells.add(cell.add(content).close("div").html());
            return this;
        }
    }

    /** Each cell is a component. */
    private final class LiveRow extends Row {

        private int column;

        private LiveRow(NativeTableRow row) {
            super(row);
        }

        @Override
        public Row header(Component... content) {
            NativeTableHeaderCell cell = row.addHeaderCell();
            cell.getElement().setAttribute("scope", "row");
            role(cell, "rowheader");
            cell.add(content);
            column++;
            return this;
        }

        @Override
        public Row cell(String text) {
            add().setText(text);
            return this;
        }

        @Override
        public Row number(String text) {
            NativeTableCell cell = add();
            cell.setText(text);
            cell.addClassName("number");
            return this;
        }

        @Override
        public Row cell(Component... content) {
            add(content);
            return this;
        }

        @Override
        public Row styled(String classNames, Component... content) {
            add(content).addClassNames(classNames.split(" ", -1));
            return this;
        }

        @Override
        public Row styled(String classNames, Markup content) {
            NativeTableCell cell = add();
            cell.addClassNames(classNames.split(" ", -1));
            content.into(cell);
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

    /** The cells are written as HTML once they are complete. */
    private final class StillRow extends Row {

        private final List<Consumer<Markup>> cells = new ArrayList<>();

        private StillRow(NativeTableRow row) {
            super(row);
        }

        private RowCache.Written write() {
            Markup markup = new Markup();
            cells.forEach(cell -> cell.accept(markup));
            markup.into(row);
            return new RowCache.Written(
                    row.getId(), List.copyOf(row.getClassNames()), markup.html());
        }

        @Override
        public Row header(Component... content) {
            String role = narrow == Narrow.STACK ? " role=rowheader" : "";
            cells.add(markup -> {
                markup.open("th", "scope=row" + role).add(List.of(content));
                unfolding.ifPresent(
                        words -> addButton(markup, words.of("district.unfold", name(content))));
                markup.close("th");
            });
            return this;
        }

        @Override
        public Row styled(String classNames, Component... content) {
            return add(classNames, markup -> markup.add(List.of(content)));
        }

        @Override
        public Row styled(String classNames, Markup content) {
            return add(classNames, markup -> markup.add(content));
        }

        private static String name(Component... content) {
            return content[0].getElement().getTextRecursively().strip();
        }

        private static void addButton(Markup markup, String label) {
            markup.open(
                            "button",
                            "type=button class=fold aria-expanded=false aria-label="
                                    + Markup.quoted(label))
                    .close("button");
        }

        private Row add(String classNames, Consumer<Markup> content) {
            StringJoiner attributes = new StringJoiner(" ");
            StringJoiner styles = new StringJoiner(" ");
            if (!classNames.isEmpty()) {
                styles.add(classNames);
            }
            if (atFirstSight.contains(cells.size())) {
                styles.add("first-sight");
            }
            if (narrow == Narrow.STACK) {
                attributes.add("role=cell");
                attributes.add("data-label=" + Markup.quoted(labels.get(cells.size())));
            }
            if (styles.length() > 0) {
                attributes.add("class=" + Markup.quoted(styles.toString()));
            }
            cells.add(markup -> {
                markup.open("td", attributes.toString());
                content.accept(markup);
                markup.close("td");
            });
            return this;
        }
    }
}
