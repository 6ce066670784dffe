package districtkpi.ui.trends;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.movement.DistrictTrend;
import districtkpi.scoring.movement.Streak;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.state.PageState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;

/** Every district through the rounds, in numbers. */
class TrendTable extends Composite<Div> {

    private static final int MAX_CELLS = 300;
    private static final int MAX_ROWS = 60;

    private final Followed followed;
    private final TrendWords trendWords;
    private final PageState state;
    private final Words words;

    TrendTable(Followed followed, PageState state, Words words) {
        this.followed = followed;
        this.trendWords = new TrendWords(words, followed);
        this.state = state;
        this.words = words;
        DataTable table =
                new DataTable(
                                "trend",
                                words.of(
                                        showsRanks()
                                                ? "trends.table.caption"
                                                : "trends.table.caption-values",
                                        trendWords.subject()),
                                DataTable.Narrow.STACK)
                        .still()
                        .folding(words);
        table.column(words.of("ranking.district"));
        trendWords.steps().forEach(table::numbers);
        table.atFirstSight();
        if (followed.rounds().size() > 1) {
            table.numbers(
                            followed.before()
                                    .sinceInShort(words)
                                    .orElseGet(() -> words.of("trends.table.change")))
                    .column(words.of("trends.table.streak"))
                    .column(words.of("trends.table.why"));
        }
        List<DistrictTrend> all = followed.ordered();
        int rows = Math.min(MAX_ROWS, MAX_CELLS / followed.rounds().size());
        all.stream().limit(rows).forEach(district -> addRow(table, district));
        getContent().add(table);
        if (all.size() > rows) {
            Paragraph more =
                    new Paragraph(
                            words.of(
                                    "trends.table.more",
                                    words.number(rows),
                                    words.number(all.size())));
            more.setId("trend-more");
            getContent().add(more);
        }
    }

    private void addRow(DataTable table, DistrictTrend district) {
        DistrictCode code = district.district();
        DataTable.Row row = table.row().id("trend-" + code);
        String name = trendWords.name(code);
        if (followed.chosen().contains(code)) {
            row.style("chosen");
            Span mark = new Span(words.of("trends.table.chosen"));
            mark.addClassName("of-name");
            row.header(DistrictNavigation.link(state, code, name), mark);
        } else {
            row.header(DistrictNavigation.link(state, code, name));
        }
        List<Optional<BigFraction>> values = followed.values(district);
        List<OptionalInt> ranks = district.ranks();
        for (int round = 0; round < values.size(); round++) {
            row.styled("number", cell(district, values, ranks, round));
        }
        if (values.size() > 1) {
            addMovement(row, district);
        }
    }

    private Component cell(
            DistrictTrend district,
            List<Optional<BigFraction>> values,
            List<OptionalInt> ranks,
            int round) {
        if (values.get(round).isEmpty()) {
            Span none = new Span(nothing(district, round));
            none.addClassName("missing");
            return none;
        }
        Anchor value =
                DistrictNavigation.link(
                        TrendDrawings.in(state, trendWords.rounds().get(round)),
                        district.district(),
                        trendWords.value(values.get(round).get()));
        Div cell = new Div(value);
        if (showsRanks() && ranks.get(round).isPresent()) {
            Span rank =
                    new Span(
                            words.of(
                                    "trends.table.rank",
                                    words.number(ranks.get(round).getAsInt())));
            rank.addClassName("of-name");
            cell.add(rank);
        }
        return cell;
    }

    /** A rank is that of the total, and says nothing about anything else. */
    private boolean showsRanks() {
        return followed.concept().isEmpty() && followed.part().isWhole();
    }

    /** Why there is no number: never a 0. */
    private String nothing(DistrictTrend district, int round) {
        Optional<Scorecard.Line> line =
                followed.concept().flatMap(concept -> district.lines(concept).get(round));
        if (line.isEmpty()) {
            return followed.concept().isPresent()
                    ? words.of("trends.table.no-indicator")
                    : words.of("level.no-result");
        }
        return line.get().score() instanceof IndicatorScore.NotApplicable
                ? words.of("level.not-applicable")
                : words.of("level.no-result");
    }

    private void addMovement(DataTable.Row row, DistrictTrend district) {
        row.number(
                followed.lastChange(district)
                        .map(words::difference)
                        .orElseGet(() -> words.of("trends.table.not-comparable")));
        row.cell(followed.streak(district).map(this::streak).orElse(""));
        Anchor why =
                TrendsNavigation.toDistrict(
                        state, district.district(), words.of("trends.table.why-link"));
        why.setAriaLabel(words.of("trends.table.why-of", trendWords.name(district.district())));
        row.cell(why);
    }

    private String streak(Streak streak) {
        return switch (streak.direction()) {
            case RISING ->
                    streak.rounds() == 1
                            ? words.of("trends.streak.rose")
                            : words.of("trends.streak.rising", words.number(streak.rounds()));
            case FALLING ->
                    streak.rounds() == 1
                            ? words.of("trends.streak.fell")
                            : words.of("trends.streak.falling", words.number(streak.rounds()));
        };
    }
}
