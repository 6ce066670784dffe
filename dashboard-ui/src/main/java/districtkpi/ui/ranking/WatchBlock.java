package districtkpi.ui.ranking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.comparison.Attention;
import districtkpi.scoring.comparison.CliffWatch;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.state.PageState;
import districtkpi.ui.trends.TrendsNavigation;
import java.util.List;
import java.util.stream.Stream;

/** All that the brief counts as a risk: results on the edge, missing figures, falling totals. */
class WatchBlock extends Composite<Section> {

    static final String ID = "watch";

    private static final int MAX_OF_A_KIND = 10;

    /** Of what was asked for. */
    private static final int MAX_CHOSEN = 100;

    private final Scoreboard scoreboard;
    private final PageState state;
    private final Words words;
    private int rows;

    WatchBlock(
            Scoreboard scoreboard,
            CliffWatch cliffs,
            Attention attention,
            PageState state,
            Words words) {
        this.scoreboard = scoreboard;
        this.state = state;
        this.words = words;
        Section block = getContent();
        block.addClassName("block");
        block.add(new H2(words.of("watch.title")), new Paragraph(words.of("watch.explanation")));
        if (cliffs.justMet().isEmpty()
                && attention.missing().isEmpty()
                && attention.twiceFalling().isEmpty()) {
            Paragraph none = new Paragraph(words.of("brief.nothing-at-risk"));
            none.setId(ID);
            block.add(none);
            return;
        }
        WatchFilter filter = WatchFilter.of(state);
        List<Attention.Missing> missing = filter.missing(attention);
        List<Attention.TwiceFalling> falling = filter.falling(attention);
        List<CliffWatch.Edge> edges = filter.edges(cliffs);
        block.add(
                filter.form(
                        scoreboard,
                        kind ->
                                switch (kind) {
                                    case MISSING -> missing.size();
                                    case FALLING -> falling.size();
                                    case EDGE -> edges.size();
                                },
                        words));
        DataTable table =
                new DataTable(ID, words.of("watch.caption"), DataTable.Narrow.STACK).still();
        table.column(words.of("ranking.district"))
                .column(words.of("watch.kind"))
                .column(words.of("watch.what"))
                .numbers(words.of("watch.points"));
        // Each kind gets its rows, so that many of one do not hide the others.
        int most = filter.isAll() ? MAX_OF_A_KIND : MAX_CHOSEN;
        int all = 0;
        if (filter.shows(WatchKind.MISSING)) {
            missing.stream().limit(most).forEach(one -> add(table, one));
            all += missing.size();
        }
        if (filter.shows(WatchKind.FALLING)) {
            falling.stream().limit(most).forEach(one -> add(table, one));
            all += falling.size();
        }
        if (filter.shows(WatchKind.EDGE)) {
            edges.stream().limit(most).forEach(one -> add(table, one));
            all += edges.size();
        }
        if (all == 0) {
            Paragraph none = new Paragraph(words.of("watch.none") + " ");
            none.setId(ID);
            none.add(filter.toAll(words));
            block.add(none);
            return;
        }
        block.add(table);
        if (rows < all) {
            Paragraph more =
                    new Paragraph(words.of("watch.more", words.number(rows), words.number(all)));
            more.setId("watch-more");
            block.add(more);
        }
    }

    private DataTable.Row row(DataTable table, DistrictCode code, String kind) {
        rows++;
        return table.row()
                .header(
                        DistrictNavigation.link(
                                state, code, new DistrictNames(scoreboard, words).of(code)))
                .cell(kind);
    }

    private void add(DataTable table, CliffWatch.Edge edge) {
        MeasureWords measure = new MeasureWords(words, edge.indicator());
        Span what =
                new Span(
                        DistrictNavigation.linkToIndicator(
                                state,
                                edge.district(),
                                edge.indicator().id(),
                                edge.indicator().id().value()));
        what.add(
                " "
                        + words.of(
                                "watch.edge",
                                measure.name(edge.condition().measure()),
                                measure.compared(edge.condition(), edge.number()),
                                measure.conditionInWords(edge.condition()),
                                words.level(edge.indicator(), edge.level()),
                                words.level(edge.indicator(), edge.across())));
        row(table, edge.district(), WatchKind.EDGE.label(words))
                .cell(what)
                .number(words.total(edge.stake()));
    }

    private void add(DataTable table, Attention.Missing missing) {
        Span what = new Span();
        List<IndicatorId> all =
                Stream.concat(missing.noResult().stream(), missing.incomplete().stream()).toList();
        for (IndicatorId id : all) {
            Component link =
                    DistrictNavigation.linkToIndicator(state, missing.district(), id, id.value());
            what.add(link);
            what.add(" ");
        }
        row(table, missing.district(), WatchKind.MISSING.label(words))
                .cell(what)
                .number(words.total(missing.open()));
    }

    private void add(DataTable table, Attention.TwiceFalling falling) {
        row(table, falling.district(), WatchKind.FALLING.label(words))
                .cell(
                        TrendsNavigation.linkToMovement(
                                state,
                                falling.district(),
                                words.of(
                                        "watch.falling",
                                        words.total(falling.beforeLast()),
                                        words.total(falling.last()),
                                        words.total(falling.now()))))
                .number(words.total(falling.fall()));
    }
}
