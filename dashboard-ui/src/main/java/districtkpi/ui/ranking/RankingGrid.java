package districtkpi.ui.ranking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.Ranking;
import districtkpi.ui.parts.DataTable;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of more districts than one reads: the browser asks for them as they are scrolled to.
 * What stands in them is what stands in the rows of the table.
 *
 * @see "Decision record 0054: a grid for hundreds of districts"
 */
final class RankingGrid extends Grid<Ranking.Row> {

    private static final String TICK =
            """
            <label class="tick-cell"><input type="checkbox" id="tick-${item.code}"
              value="${item.code}" aria-label="${item.label}" .checked="${item.ticked}"
              @change="${event => tick(event.target.checked)}"></label>\
            """;

    /**
     * Enter does what a row or a head leads to, and the space bar ticks, wherever in the row the
     * keyboard is. A page that is made anew for another order gets the keyboard back in its head.
     */
    private static final String KEYS =
            """
            const grid = this;
            const part = (row, selector) => [...row.children]
                .map(cell => cell._content?.querySelector(selector))
                .find(found => found);
            grid.addEventListener('keydown', event => {
                if (grid.hasAttribute('interacting') || !['Enter', ' '].includes(event.key)) {
                    return;
                }
                const path = event.composedPath();
                const row = path.find(one => one.localName === 'tr');
                const head = path.find(one => one.localName === 'th');
                const link = head ? head._content.querySelector('a') : row && part(row, 'a');
                const found = event.key === 'Enter' ? link : !head && row && part(row, 'input');
                if (found) {
                    event.preventDefault();
                    event.stopPropagation();
                    if (head) {
                        window.districtKpiHead = [...row.children].indexOf(head);
                    }
                    found.click();
                }
            }, true);
            // Else the grid clicks once more on what stands in the cell alone.
            grid.addEventListener('keyup', event => {
                if (event.key === ' ' && !grid.hasAttribute('interacting')) {
                    event.stopPropagation();
                }
            }, true);
            const wanted = window.districtKpiHead;
            delete window.districtKpiHead;
            const focus = left => {
                const head = grid.shadowRoot?.querySelectorAll('thead tr:last-child th')[wanted];
                if (head?._content) {
                    head.focus();
                } else if (left) {
                    requestAnimationFrame(() => focus(left - 1));
                }
            };
            if (wanted !== undefined) {
                focus(60);
            }\
            """;

    private static final String CELL =
            """
            <div class="ranking-cell ${item.style}" .innerHTML="${item.html}"></div>\
            """;

    private final Function<Ranking.Row, DataTable.Cells> cells;
    private Predicate<DistrictCode> ticked = _ -> false;
    private BiConsumer<DistrictCode, Boolean> tickListener = (_, _) -> {};
    private Ranking.@Nullable Row last;
    private DataTable.Cells lastCells = new DataTable.Cells(List.of(), List.of());

    /**
     * A column.
     *
     * @param width as in a style; absent for one that takes what is left
     */
    record Column(String id, Component header, Optional<String> width) {}

    /**
     * @param rows in the order that they are shown in
     * @param columns those behind the one to tick, which cells have too
     * @param cells what stands in a row, the tick first
     */
    RankingGrid(
            List<Ranking.Row> rows,
            List<Column> columns,
            Function<Ranking.Row, DataTable.Cells> cells,
            Function<Ranking.Row, String> tickLabel,
            Column tick) {
        this.cells = cells;
        setId("ranking-grid");
        addClassName("ranking-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        addColumn(
                        LitRenderer.<Ranking.Row>of(TICK)
                                .withProperty("code", row -> code(row).value())
                                .withProperty("label", tickLabel::apply)
                                .withProperty("ticked", row -> ticked.test(code(row)))
                                .withFunction(
                                        "tick",
                                        (row, arguments) ->
                                                tick(row, arguments.get(0).asBoolean())))
                .setHeader(tick.header())
                .setWidth(tick.width().orElse("2.75rem"))
                .setFlexGrow(0)
                .setFrozen(true);
        for (int i = 0; i < columns.size(); i++) {
            add(columns.get(i), i);
        }
        setItems(rows);
        getElement().executeJs(KEYS);
        setPartNameGenerator(row -> String.join(" ", cellsOf(row).styles()));
    }

    private void add(Column column, int index) {
        Grid.Column<Ranking.Row> added =
                addColumn(
                                LitRenderer.<Ranking.Row>of(CELL)
                                        .withProperty("style", _ -> column.id())
                                        .withProperty(
                                                "html", row -> cellsOf(row).html().get(index + 1)))
                        .setHeader(column.header())
                        .setKey(column.id());
        column.width().ifPresent(width -> added.setWidth(width).setFlexGrow(0));
        // The rank and the name stay where a narrow window scrolls sideways.
        added.setFrozen(index < 2);
    }

    private static DistrictCode code(Ranking.Row row) {
        return row.scorecard().district();
    }

    /** A row is sent as a whole, column by column. */
    private DataTable.Cells cellsOf(Ranking.Row row) {
        if (!row.equals(last)) {
            last = row;
            lastCells = cells.apply(row);
        }
        return lastCells;
    }

    /** What a click on the box of a row does. */
    void tick(Ranking.Row row, boolean set) {
        tickListener.accept(code(row), set);
        // So that the tick is there again where the row was scrolled away.
        getListDataView().refreshItem(row);
    }

    /**
     * Shows ticks, and tells of changes.
     *
     * @param isTicked whether a district has one, asked each time that its row is sent
     * @param listener is told of a district, and whether it is to have one
     */
    void onTick(Predicate<DistrictCode> isTicked, BiConsumer<DistrictCode, Boolean> listener) {
        ticked = isTicked;
        tickListener = listener;
    }

    /** Tells of a row that somebody clicked on. */
    void onChoice(Consumer<DistrictCode> listener) {
        addItemClickListener(click -> listener.accept(code(click.getItem())));
    }
}
