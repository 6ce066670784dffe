package districtkpi.ui.indicator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.words.Words;
import districtkpi.scoring.Exact;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.OutOfFive;
import districtkpi.scoring.PlainDecimal;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.movement.Trend;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.ChartTitle;
import districtkpi.ui.chart.LineChart;
import districtkpi.ui.chart.Mark;
import districtkpi.ui.chart.Scale;
import districtkpi.ui.chart.Series;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.DistrictNames;
import districtkpi.ui.parts.LevelMark;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.parts.RoundBefore;
import districtkpi.ui.state.PageState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/** What an indicator measures, by its concept, through the rounds, whatever its code was. */
class LevelHistory extends Composite<Div> {

    static final int MAX_ROUNDS = 8;

    private static final int MAX_ROWS = 50;
    private static final int HEIGHT = 190;

    private final List<Scoreboard> rounds;
    private final Trend trend;
    private final Trend.Concept concept;
    private final PageState state;
    private final Words words;

    /**
     * @param rounds in order, the one of the page last
     * @param before what the last of them is compared with
     * @param indicator of the last round
     */
    LevelHistory(
            List<Scoreboard> rounds,
            RoundBefore before,
            Indicator indicator,
            Analyses analyses,
            PageState state,
            Words words) {
        this.rounds = rounds;
        this.state = state;
        this.words = words;
        trend = analyses.trend(rounds);
        concept = trend.concept(indicator.concept()).orElseThrow();
        getContent().addClassName("indicator-history");
        getContent()
                .add(
                        new Chart(
                                "history-chart",
                                new ChartTitle(
                                        says(before, indicator, analyses),
                                        words.of("indicator.unit.level")),
                                drawing(analyses),
                                words));
        if (!concept.breaks().isEmpty()) {
            getContent().add(new Remark("history-breaks", words.of("indicator.history.breaks")));
        }
        getContent().add(createTable());
    }

    private String says(RoundBefore before, Indicator indicator, Analyses analyses) {
        Optional<BigFraction> now = mean(rounds.getLast(), analyses);
        String id = indicator.id().value();
        if (now.isEmpty()) {
            return words.of("findings.lead.none");
        }
        String round = words.shortRound(round(rounds.size() - 1));
        String level = words.total(now.get());
        if (concept.breaks().contains(rounds.size() - 1)) {
            return words.of("indicator.history.otherwise", id, round, level);
        }
        Optional<BigFraction> then = before.comparable().flatMap(board -> mean(board, analyses));
        if (then.isEmpty()) {
            return words.of("indicator.history.only", id, level, round);
        }
        String since = before.name(words).orElse("");
        int direction = now.get().compareTo(then.get());
        if (direction == 0) {
            return words.of("indicator.history.same", id, level, since);
        }
        return words.of(
                direction > 0 ? "indicator.history.rose" : "indicator.history.fell",
                id,
                words.total(then.get()),
                level,
                since);
    }

    private Optional<BigFraction> mean(Scoreboard board, Analyses analyses) {
        return analyses.influence(board).indicators().stream()
                .filter(one -> one.indicator().concept().equals(concept.concept()))
                .findFirst()
                .flatMap(one ->
                        one.meanLevel()
                                .map(mean ->
                                        mean.multiply(Exact.fraction(max()))
                                                .divide(
                                                        Exact.fraction(
                                                                one.indicator().maxScore()))));
    }

    /** What the means are out of: the scale of all rounds, and where it changed, that of forms. */
    private BigDecimal max() {
        List<BigDecimal> scales =
                rounds.stream()
                        .flatMap(board -> board.agreement().indicators())
                        .filter(one -> one.concept().equals(concept.concept()))
                        .map(one -> one.maxScore().stripTrailingZeros())
                        .distinct()
                        .toList();
        return scales.size() == 1 ? scales.getFirst() : BigDecimal.valueOf(OutOfFive.MAX);
    }

    private RoundId round(int place) {
        return rounds.get(place).agreement().round();
    }

    private LineChart drawing(Analyses analyses) {
        List<Series> pieces = new ArrayList<>();
        List<Optional<Mark>> marks = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            if (i > 0 && concept.breaks().contains(i)) {
                // What cannot be compared is not joined.
                pieces.add(piece(marks));
                marks.replaceAll(_ -> Optional.empty());
            }
            marks.add(mean(rounds.get(i), analyses).map(this::mark));
        }
        pieces.add(piece(marks));
        return new LineChart(
                words.of("indicator.history.label"),
                IntStream.range(0, rounds.size())
                        .mapToObj(this::round)
                        .map(words::shortRound)
                        .toList(),
                new Scale("", BigDecimal.ZERO, max(), false, true),
                pieces,
                List.of(),
                HEIGHT);
    }

    private Series piece(List<Optional<Mark>> marks) {
        List<Optional<Mark>> all = new ArrayList<>(marks);
        while (all.size() < rounds.size()) {
            all.add(Optional.empty());
        }
        return new Series(words.of("grid.mean"), "--series-1", all);
    }

    private Mark mark(BigFraction mean) {
        return Mark.of(new BigDecimal(PlainDecimal.of(mean)), words.total(mean));
    }

    private Component createTable() {
        DataTable table =
                new DataTable(
                                "level-history",
                                words.of("indicator.history.caption"),
                                DataTable.Narrow.SCROLL)
                        .still();
        table.column(words.of("ranking.district"));
        for (int i = 0; i < rounds.size(); i++) {
            String code = concept.indicators().get(i).map(one -> one.id().value()).orElse("–");
            table.column(
                    words.of(
                            concept.breaks().contains(i)
                                    ? "indicator.history.broken"
                                    : "indicator.history.round",
                            words.shortRound(round(i)),
                            code));
        }
        rounds.getLast().ranking().rows().stream()
                .limit(MAX_ROWS)
                .forEach(row -> addRow(table, row));
        return table;
    }

    private void addRow(DataTable table, Ranking.Row row) {
        DistrictCode code = row.scorecard().district();
        String name = new DistrictNames(rounds.getLast(), words).of(code);
        DataTable.Row cells =
                table.row()
                        .id("history-" + code)
                        .header(DistrictNavigation.link(state, code, name));
        List<Optional<Scorecard.Line>> lines =
                trend.district(code).map(one -> one.lines(concept)).orElse(List.of());
        for (int i = 0; i < rounds.size(); i++) {
            Optional<IndicatorScore> score =
                    i < lines.size() ? lines.get(i).map(Scorecard.Line::score) : Optional.empty();
            cells.styled(
                    "level-cell",
                    score.<Component>map(one -> LevelMark.of(one, words))
                            .orElseGet(() -> new Span("–")));
        }
    }
}
