package districtkpi.ui.ranking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.District;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.office.analysis.Recent;
import districtkpi.office.words.WeightWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.weighting.Influence;
import districtkpi.ui.agreement.IndicatorNavigation;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.HiddenText;
import districtkpi.ui.parts.LevelMark;
import districtkpi.ui.parts.OptionLinks;
import districtkpi.ui.parts.Part;
import districtkpi.ui.parts.RecentMark;
import districtkpi.ui.parts.ResultInShort;
import districtkpi.ui.parts.RowCache;
import districtkpi.ui.parts.SectionColor;
import districtkpi.ui.ranking.RankingNavigation.LevelOrder;
import districtkpi.ui.state.PageLink;
import districtkpi.ui.state.PageState;
import districtkpi.ui.weights.WeightsNavigation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every district's level in every indicator; at the foot the mean of the province, and whether the
 * indicator tells the districts apart.
 */
class LevelGrid extends Composite<Div> {

    private final Scoreboard scoreboard;
    private final Optional<Scoreboard> before;
    private final Part part;
    private final Recent changes;
    private final LevelOrder order;
    private final PageState state;
    private final Words words;

    /**
     * @param before the round before; absent where there is none to compare with
     */
    LevelGrid(
            Scoreboard scoreboard,
            Optional<Scoreboard> before,
            Part part,
            DistrictChoice choice,
            Influence influence,
            Recent changes,
            RowCache kept,
            PageState state,
            Words words) {
        this.scoreboard = scoreboard;
        this.changes = changes;
        this.before = before;
        this.part = part;
        this.state = state;
        this.words = words;
        order = LevelSorting.inForce(scoreboard, state);
        DataTable table =
                new DataTable("levels", words.of("grid.explanation"), DataTable.Narrow.SCROLL)
                        .still();
        addColumns(table);
        table.fill(
                changes.isAny() ? Optional.empty() : Optional.of(place(kept)),
                () ->
                        LevelSorting.sorted(scoreboard, order, words.locale()).stream()
                                .filter(row -> choice.has(row.scorecard().district()))
                                .limit(DistrictChoice.MAX_ROWS)
                                .forEach(row ->
                                        scoreboard
                                                .district(row.scorecard().district())
                                                .ifPresent(
                                                        district -> addRow(table, row, district))));
        addMeans(table, influence);
        addSeparation(table, influence);
        getContent().addClassName("level-grid");
        getContent().add(table);
    }

    private RowCache.Place place(RowCache kept) {
        return kept.of(
                "levels",
                Stream.concat(Stream.of(scoreboard), before.stream()).toList(),
                RankingNavigation.ofRows(state),
                words);
    }

    private void addColumns(DataTable table) {
        table.column(words.of("ranking.district"), createOrders());
        Agreement agreement = scoreboard.agreement();
        for (SectionTerms terms : agreement.sections()) {
            for (Indicator indicator : terms.indicators()) {
                if (part.includes(terms.section(), indicator)) {
                    NativeTableHeaderCell cell =
                            table.column(indicator.id().value(), header(terms, indicator));
                    cell.addClassNames(
                            "indicator-header", SectionColor.of(agreement, terms.section()));
                    if (isSortedBy(indicator)) {
                        cell.getElement().setAttribute("aria-sort", "descending");
                    }
                }
            }
        }
    }

    private boolean isSortedBy(Indicator indicator) {
        return order.equals(new LevelOrder.ByLevel(indicator.id()));
    }

    private Component header(SectionTerms terms, Indicator indicator) {
        Anchor id = IndicatorNavigation.link(state, indicator.id());
        id.addClassName("indicator-id");
        Div head = new Div(id, sortLink(indicator));
        head.addClassName("indicator-line");
        Span name = new Span(words.of(indicator.name()));
        name.addClassName("indicator-name");
        name.setTitle(words.of(indicator.name()));
        Span weight =
                new Span(
                        indicator.isWatchedOnly()
                                ? words.of("watched.short")
                                : words.of(
                                        "grid.weight",
                                        new WeightWords(terms, words).weight(indicator)));
        weight.addClassName("indicator-weight");
        return new Div(new HiddenText(words.of(terms.name())), head, name, weight);
    }

    private Component sortLink(Indicator indicator) {
        boolean sorted = isSortedBy(indicator);
        Anchor link =
                PageLink.to(
                        RankingNavigation.PATH,
                        state.with(
                                RankingNavigation.SORT,
                                sorted ? null : new LevelOrder.ByLevel(indicator.id())),
                        sorted ? "▼" : "↕");
        String label =
                words.of(sorted ? "grid.sort.undo" : "grid.sort.by-level", indicator.id().value());
        link.addClassName("sort-link");
        link.setTitle(label);
        link.getElement().setAttribute("aria-label", label);
        return link;
    }

    /** The order by rank or by name; that by the level of an indicator stands at its code. */
    private Component createOrders() {
        OptionLinks orders = new OptionLinks("level-order", words.of("grid.sort"));
        addOrder(orders, new LevelOrder.ByRank(), words.of("grid.sort.rank"));
        addOrder(orders, new LevelOrder.ByName(), words.of("grid.sort.name"));
        return orders;
    }

    private void addOrder(OptionLinks orders, LevelOrder one, String name) {
        orders.add(
                PageLink.to(
                        RankingNavigation.PATH,
                        state.with(
                                RankingNavigation.SORT,
                                one instanceof LevelOrder.ByRank ? null : one),
                        name),
                order.equals(one));
    }

    private void addRow(DataTable table, Ranking.Row row, District district) {
        DataTable.Row cells = table.row().id("levels-" + district.code());
        Anchor scorecard =
                DistrictNavigation.link(state, district.code(), words.of(district.name()));
        List<IndicatorId> changed = changes.of(district.code());
        if (changed.isEmpty()) {
            cells.header(scorecard);
        } else {
            cells.header(scorecard, new RecentMark(changed, words));
        }
        Map<MeasureKey, MeasuredValue> values = scoreboard.values(district.code());
        for (Scorecard.Line line : part.lines(row.scorecard())) {
            // The row's header leads there too: one stop a row is enough for the keyboard.
            cells.styled(
                    changed.contains(line.score().indicator().id())
                            ? "level-cell recent-cell"
                            : "level-cell",
                    LevelMark.link(
                            DistrictNavigation.addressOfIndicator(
                                    scorecard, line.score().indicator().id()),
                            line.score(),
                            new ResultInShort(
                                            scoreboard,
                                            before,
                                            district.code(),
                                            values,
                                            line.score(),
                                            words)
                                    .inLines(),
                            words));
        }
    }

    private List<Influence.OfIndicator> shown(Influence influence) {
        return influence.indicators().stream()
                .filter(one -> part.includes(one.section(), one.indicator()))
                .toList();
    }

    private void addMeans(DataTable table, Influence influence) {
        DataTable.Row cells = table.footer().id("levels-mean");
        cells.header(new Span(words.of("grid.mean")));
        for (Influence.OfIndicator one : shown(influence)) {
            cells.styled("mean-cell", new Span(one.meanLevel().map(words::total).orElse("–")));
        }
    }

    private void addSeparation(DataTable table, Influence influence) {
        DataTable.Row cells = table.footer().id("levels-separation");
        cells.header(WeightsNavigation.linkToInfluence(state, words.of("grid.separation")));
        for (Influence.OfIndicator one : shown(influence)) {
            cells.styled("separation-cell " + style(one), separation(one));
        }
    }

    private static String style(Influence.OfIndicator one) {
        return switch (one.separation()) {
            case SEPARATES -> "separates";
            case SAME_FOR_ALL, TOO_FEW -> "separates-not";
        };
    }

    private Component separation(Influence.OfIndicator one) {
        return switch (one.separation()) {
            case SEPARATES -> {
                Div cell = new Div(new Span(words.of("grid.separates")));
                one.varianceShare()
                        .ifPresent(share -> {
                            Span part = new Span(words.of("grid.share", words.part(share)));
                            part.addClassName("soft");
                            cell.add(part);
                        });
                yield cell;
            }
            case SAME_FOR_ALL -> new Span(words.of("grid.same"));
            case TOO_FEW -> new Span(words.of("grid.too-few"));
        };
    }
}
