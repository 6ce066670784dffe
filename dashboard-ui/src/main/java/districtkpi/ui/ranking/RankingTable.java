package districtkpi.ui.ranking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Recent;
import districtkpi.office.words.Words;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.ui.compare.CompareNavigation;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.HiddenText;
import districtkpi.ui.parts.Markup;
import districtkpi.ui.parts.NoRank;
import districtkpi.ui.parts.Part;
import districtkpi.ui.parts.PointsBar;
import districtkpi.ui.parts.RankMovement;
import districtkpi.ui.parts.RecentMark;
import districtkpi.ui.parts.RoundBefore;
import districtkpi.ui.parts.RowCache;
import districtkpi.ui.parts.Sparkline;
import districtkpi.ui.ranking.RankingNavigation.Columns;
import districtkpi.ui.ranking.RankingNavigation.Order;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * The districts by combined total: a row each, with the total, where it comes from and where it
 * came from. A click on a row shows the district in short beside it; ticked ones can be compared.
 */
class RankingTable extends Composite<Div> {

    /** What a row says where there is no room for all columns. */
    private static final Set<String> AT_FIRST_SIGHT =
            Set.of("tick", "rank", "change", "course", "total", "points");

    private final List<Scoreboard> drawn;
    private final Scoreboard scoreboard;
    private final Optional<Scoreboard> before;
    private final Optional<String> since;
    private final PageState state;
    private final Words words;
    private final Part whole;
    private final RankCertainty certainty;
    private final RankingMarks marks;
    private final Recent changes;
    private final Ticked ticked;
    private final boolean all;
    private final BigFraction least;
    private final BigFraction most;
    private final Div comparison = new Div();

    /**
     * @param recent the round at hand and those before it, the oldest first
     * @param before what it is compared with
     * @param changes what the reader has not seen yet
     * @param kept where rows are kept that others see too
     * @param ticked by the reader so far
     */
    RankingTable(
            List<Scoreboard> recent,
            RoundBefore before,
            DistrictChoice choice,
            RankCertainty certainty,
            RankingMarks marks,
            Recent changes,
            RowCache kept,
            Ticked ticked,
            PageState state,
            Words words) {
        // A round that is being filled would be drawn as a fall.
        this.drawn = before.isFilling() ? recent.subList(0, recent.size() - 1) : recent;
        this.changes = changes;
        this.ticked = ticked;
        this.scoreboard = recent.getLast();
        this.before = before.comparable();
        this.since = before.since(words);
        this.certainty = certainty;
        this.marks = marks;
        this.state = state;
        this.words = words;
        all = state.chosen(RankingNavigation.COLUMNS).filter(Columns.ALL::equals).isPresent();
        whole = Part.whole(scoreboard.agreement());
        List<BigFraction> totals =
                drawn.stream()
                        .flatMap(round -> round.ranking().rows().stream())
                        .flatMap(row -> row.scorecard().total().points().stream())
                        .sorted()
                        .toList();
        least = totals.isEmpty() ? BigFraction.ZERO : totals.getFirst();
        // A line of equal numbers lies at the foot.
        most = totals.isEmpty() || totals.getLast().equals(least) ? least.add(1) : totals.getLast();
        List<Ranking.Row> rows =
                sorted().stream().filter(row -> choice.has(row.scorecard().district())).toList();
        boolean many = rows.size() > DistrictChoice.MAX_ROWS;
        Component table = many ? createGrid(rows) : createTable(rows, kept, recent);
        comparison.setId("ticked");
        comparison.addClassName("ticked");
        comparison.getElement().setAttribute("role", "status");
        showComparison();
        getContent().addClassName("ranking-table");
        if (all) {
            getContent().addClassName("all-columns");
        }
        getContent().add(table, createFoot());
        if (!many) {
            listen();
            tickAgain();
        }
    }

    private Component createTable(List<Ranking.Row> rows, RowCache kept, List<Scoreboard> recent) {
        DataTable table = createTable();
        table.fill(
                changes.isAny() ? Optional.empty() : Optional.of(place(kept, recent)),
                () -> rows.forEach(row -> addRow(table.row(), row)));
        looked().ifPresent(code -> table.mark("ranking-" + code, "looked-at"));
        return table;
    }

    private Optional<DistrictCode> looked() {
        return state.chosen(RankingNavigation.DISTRICT);
    }

    /** Of more rows than one reads, those that are scrolled to. */
    private Component createGrid(List<Ranking.Row> rows) {
        List<Head> heads = heads();
        RankingGrid grid =
                new RankingGrid(
                        rows,
                        heads.stream().skip(1).map(RankingTable::column).toList(),
                        row ->
                                DataTable.cells(cells -> {
                                    addRow(cells, row);
                                    if (looked().filter(row.scorecard().district()::equals)
                                            .isPresent()) {
                                        cells.style("looked-at");
                                    }
                                }),
                        row -> words.of("ranking.tick.one", name(row)),
                        column(heads.getFirst()));
        grid.getElement()
                .setAttribute(
                        "aria-label",
                        words.of("ranking.caption", words.round(scoreboard.agreement().round())));
        grid.onTick(code -> ticked.districts().contains(code), this::tick);
        grid.onChoice(code -> RankingNavigation.go(state.with(RankingNavigation.DISTRICT, code)));
        looked().flatMap(code -> scoreboard.ranking().row(code))
                .map(rows::indexOf)
                .filter(index -> index >= 0)
                .ifPresent(grid::scrollToIndex);
        return grid;
    }

    private static RankingGrid.Column column(Head head) {
        return new RankingGrid.Column(head.id(), head.content(), Optional.of(head.width()));
    }

    private void tick(DistrictCode district, boolean set) {
        List<DistrictCode> now = new ArrayList<>(ticked.districts());
        now.remove(district);
        if (set) {
            now.add(district);
        }
        ticked.change(now);
        showComparison();
    }

    private String name(Ranking.Row row) {
        DistrictCode code = row.scorecard().district();
        return scoreboard
                .district(code)
                .map(district -> words.of(district.name()))
                .orElseGet(code::value);
    }

    /** By the browser: the rows are those of other readers too. */
    private void tickAgain() {
        if (!ticked.districts().isEmpty()) {
            getContent()
                    .getElement()
                    .executeJs(
                            """
                            for (const code of $0.split('-')) {
                                const tick = document.getElementById('tick-' + code);
                                if (tick) {
                                    tick.checked = true;
                                }
                            }\
                            """,
                            ticked.districts().stream()
                                    .map(DistrictCode::value)
                                    .collect(Collectors.joining("-")));
        }
    }

    /** What else is compared follows from the rounds and the day. */
    private RowCache.Place place(RowCache kept, List<Scoreboard> recent) {
        List<Scoreboard> rounds = new ArrayList<>(recent);
        before.ifPresent(rounds::add);
        return kept.of("ranking " + drawn.size(), rounds, RankingNavigation.ofRows(state), words);
    }

    private List<Ranking.Row> sorted() {
        List<Ranking.Row> rows = scoreboard.ranking().rows();
        return switch (state.chosen(RankingNavigation.ORDER).orElse(Order.RANK)) {
            case RANK -> rows;
            case NAME ->
                    LevelSorting.sorted(
                            scoreboard, new RankingNavigation.LevelOrder.ByName(), words.locale());
            case CHANGE ->
                    rows.stream()
                            .sorted(
                                    Comparator.comparing(
                                            this::placesUp,
                                            Comparator.nullsLast(Comparator.reverseOrder())))
                            .toList();
        };
    }

    private @Nullable Integer placesUp(Ranking.Row row) {
        OptionalInt then = rankBefore(row.scorecard().district());
        return then.isPresent() && row.rank().isPresent()
                ? Integer.valueOf(then.getAsInt() - row.rank().getAsInt())
                : null;
    }

    private OptionalInt rankBefore(DistrictCode district) {
        return before.flatMap(b -> b.ranking().row(district))
                .map(Ranking.Row::rank)
                .orElse(OptionalInt.empty());
    }

    private DataTable createTable() {
        DataTable table =
                new DataTable(
                                "ranking",
                                words.of(
                                        "ranking.caption",
                                        words.round(scoreboard.agreement().round())),
                                DataTable.Narrow.STACK)
                        .still();
        if (all) {
            table.folding(words);
        }
        for (Head head : heads()) {
            NativeTableHeaderCell cell = table.column(head.label(), head.content());
            if (AT_FIRST_SIGHT.contains(head.id())) {
                table.atFirstSight();
            }
            if (head.number()) {
                cell.addClassName("number");
            }
            if (head.order().filter(this::isSortedBy).isPresent()) {
                cell.getElement()
                        .setAttribute(
                                "aria-sort",
                                head.order().get() == Order.CHANGE ? "descending" : "ascending");
            }
        }
        return table;
    }

    /**
     * The head of a column.
     *
     * @param width where columns do not find theirs by themselves
     * @param order that it is a link to
     */
    private record Head(
            String id,
            String label,
            Component content,
            boolean number,
            String width,
            Optional<Order> order) {}

    private List<Head> heads() {
        List<Head> heads = new ArrayList<>();
        String tick = words.of("ranking.tick");
        heads.add(new Head("tick", tick, new HiddenText(tick), false, "2.75rem", Optional.empty()));
        heads.add(sortable("rank", words.of("ranking.rank"), true, "5rem", Order.RANK));
        heads.add(sortable("name", words.of("ranking.district"), false, "9rem", Order.NAME));
        heads.add(
                sortable(
                        "change",
                        since.orElseGet(() -> words.of("ranking.change")),
                        false,
                        "6rem",
                        Order.CHANGE));
        heads.add(head("course", words.of("ranking.course"), false, "6rem"));
        heads.add(head("total", words.of("ranking.total"), true, "6rem"));
        heads.add(head("points", words.of("ranking.points"), false, "12rem"));
        if (all) {
            scoreboard
                    .agreement()
                    .sections()
                    .forEach(terms ->
                            heads.add(
                                    head(
                                            terms.section().value(),
                                            words.of(terms.name()),
                                            true,
                                            "6rem")));
            heads.add(head("to-mean", words.of("ranking.to-mean"), true, "6rem"));
            List<String> names = certainty.columns();
            heads.add(head("range", names.getFirst(), false, "9rem"));
            heads.add(head("next", names.getLast(), false, "14rem"));
            heads.add(head("completeness", words.of("ranking.completeness"), true, "7rem"));
        }
        String mark = words.of("ranking.mark");
        heads.add(new Head("mark", mark, new HiddenText(mark), false, "7rem", Optional.empty()));
        return heads;
    }

    private static Head head(String id, String label, boolean number, String width) {
        return new Head(id, label, new Span(label), number, width, Optional.empty());
    }

    private boolean isSortedBy(Order order) {
        return state.chosen(RankingNavigation.ORDER).orElse(Order.RANK) == order;
    }

    private Head sortable(String id, String label, boolean number, String width, Order order) {
        Anchor link =
                PageLink.to(
                        RankingNavigation.PATH,
                        state.with(RankingNavigation.ORDER, order == Order.RANK ? null : order),
                        isSortedBy(order) ? label + "\u00a0▾" : label);
        link.addClassName("order-link");
        return new Head(id, label, link, number, width, Optional.of(order));
    }

    private void addRow(DataTable.Row cells, Ranking.Row row) {
        Scorecard scorecard = row.scorecard();
        District district = scoreboard.district(scorecard.district()).orElseThrow();
        cells.id("ranking-" + district.code());
        certainty.markBand(cells, district.code());
        cells.styled("tick-cell", tick(district)).styled("rank", rank(row));
        Anchor link = DistrictNavigation.link(state, district.code(), words.of(district.name()));
        List<IndicatorId> changed = changes.of(district.code());
        if (changed.isEmpty()) {
            cells.header(link);
        } else {
            cells.header(link, new RecentMark(changed, words));
        }
        RankMovement movement = RankMovement.of(rankBefore(district.code()), row.rank());
        Span arrow = new Span(movement.inShort(words));
        arrow.getElement().setAttribute("aria-hidden", "true");
        Span moved = new Span(arrow, new HiddenText(movement.in(words)));
        moved.addClassNames("movement", movement.style());
        moved.setTitle(movement.in(words));
        cells.styled("movement-cell", moved)
                .styled("course-cell", course(district.code()))
                .styled("total number", total(scorecard))
                .styled("bar-cell", bar(scorecard), remarks(scorecard.total()));
        if (all) {
            for (Scorecard.SectionTotal section : scorecard.sections()) {
                cells.number(points(section.total()));
            }
            cells.number(row.toMean().map(words::difference).orElse("–"));
            certainty.addCells(cells, district.code());
            cells.number(words.of("value.percent", words.share(scorecard.total().scoredWeight())));
        }
        cells.styled("mark-cell", marks.of(scorecard).stream().toArray(Component[]::new));
    }

    private Component tick(District district) {
        Input tick = new Input();
        tick.setType("checkbox");
        tick.setId("tick-" + district.code());
        tick.getElement().setAttribute("value", district.code().value());
        tick.setAriaLabel(words.of("ranking.tick.one", words.of(district.name())));
        return tick;
    }

    private Component rank(Ranking.Row row) {
        if (row.rank().isEmpty()) {
            return new NoRank(row.isRankWithheld(), words);
        }
        Span rank = new Span(words.number(row.rank().getAsInt()));
        rank.addClassName("rank-number");
        if (!row.shared()) {
            return rank;
        }
        Span shared = new Span(words.of("ranking.shared"));
        shared.addClassName("rank-shared");
        return new Span(rank, shared);
    }

    private Markup course(DistrictCode district) {
        List<Optional<BigFraction>> totals = Sparkline.totals(drawn, district);
        return Sparkline.of(totals, least, most, Sparkline.said(totals, words));
    }

    private Component total(Scorecard scorecard) {
        Span total = new Span(points(scorecard.total()));
        total.addClassName("total-points");
        return total;
    }

    private String points(Scorecard.Total total) {
        return total.points().map(words::total).orElse("–");
    }

    private PointsBar bar(Scorecard scorecard) {
        String label =
                words.of(
                        "bar.label",
                        points(scorecard.total()),
                        scorecard.sections().stream()
                                .map(section ->
                                        words.of(
                                                "bar.section",
                                                words.of(section.terms().name()),
                                                points(section.total())))
                                .collect(Collectors.joining(", ")));
        return new PointsBar(
                whole.pieces(scorecard, words), scorecard.total().possibleMax(), label);
    }

    /** What the bar alone does not say: what is still open, and what was left out. */
    private Component remarks(Scorecard.Total total) {
        Div remarks = new Div();
        if (all && !total.isComplete()) {
            Span possible =
                    new Span(
                            words.of(
                                    "ranking.possible",
                                    words.total(total.possibleMin()),
                                    words.total(total.possibleMax())));
            possible.addClassName("possible-range");
            remarks.add(possible);
        }
        if (all && total.notApplicableWeight().signum() > 0) {
            Span spread =
                    new Span(words.of("ranking.spread", words.number(total.notApplicableWeight())));
            spread.addClassName("spread-mark");
            remarks.add(spread);
        }
        return remarks;
    }

    private Component createFoot() {
        Anchor more =
                PageLink.to(
                        RankingNavigation.PATH,
                        state.with(RankingNavigation.COLUMNS, all ? null : Columns.ALL),
                        words.of(all ? "ranking.columns.few" : "ranking.columns.all"));
        more.setId("columns");
        Div foot = new Div(new BarKey(scoreboard.agreement(), words), comparison, more);
        foot.addClassName("ranking-foot");
        if (changes.isAny()) {
            Span dot = new Span("● ");
            dot.addClassName("recent-mark");
            Span key = new Span(dot, new Span(words.of("recent.key")));
            key.setId("recent-key");
            foot.addComponentAtIndex(1, key);
        }
        if (all) {
            foot.addComponentAtIndex(1, certainty.choice());
        }
        return foot;
    }

    private void listen() {
        String row = "event.target.closest('tbody tr').id";
        getContent()
                .getElement()
                .addEventListener(
                        "click",
                        click ->
                                districts(
                                                click.getEventData()
                                                        .path(row)
                                                        .asString()
                                                        .split("ranking-", -1))
                                        .forEach(code ->
                                                RankingNavigation.go(
                                                        state.with(
                                                                RankingNavigation.DISTRICT, code))))
                .addEventData(row)
                .setFilter(
                        "event.target.closest('tbody tr') && !event.target.closest('a, input,"
                                + " button, .tick-cell')");
        String checked =
                "[...element.querySelectorAll('.tick-cell input:checked')]"
                        + ".map(tick => tick.value).join('-')";
        getContent()
                .getElement()
                .addEventListener(
                        "change",
                        change -> {
                            ticked.change(
                                    districts(
                                            change.getEventData()
                                                    .path(checked)
                                                    .asString()
                                                    .split("-", -1)));
                            showComparison();
                        })
                .addEventData(checked);
    }

    /** Those of the page among what a browser sent. */
    private List<DistrictCode> districts(String... codes) {
        return Arrays.stream(codes)
                .flatMap(code ->
                        scoreboard.districts().stream()
                                .map(District::code)
                                .filter(one -> one.value().equals(code)))
                .toList();
    }

    private void showComparison() {
        // Those of them that the round at hand has.
        List<DistrictCode> known =
                ticked.districts().stream()
                        .filter(code -> scoreboard.district(code).isPresent())
                        .toList();
        comparison.removeAll();
        if (known.size() == 1) {
            comparison.setText(words.of("ranking.tick.more"));
        } else if (known.size() > 1) {
            Anchor link =
                    CompareNavigation.link(
                            state,
                            known,
                            words.of("ranking.tick.compare", words.number(known.size())));
            link.setId("compare-ticked");
            comparison.add(link);
        }
    }
}
