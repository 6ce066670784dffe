package districtkpi.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Section;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.office.analysis.EarlierRound;
import districtkpi.office.words.Words;
import districtkpi.scoring.PlainDecimal;
import districtkpi.scoring.plan.Move;
import districtkpi.ui.chart.BarChart;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.ChartTitle;
import districtkpi.ui.chart.Mark;
import districtkpi.ui.chart.Scale;
import districtkpi.ui.chart.Series;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.state.PageState;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** What the next level of each indicator gains, the most first. */
class GainsChart extends Composite<Section> {

    private static final int PLACES = 2;

    private final Plan plan;
    private final PageState state;
    private final Words words;

    GainsChart(Plan plan, PageState state, Words words) {
        this.plan = plan;
        this.state = state;
        this.words = words;
        List<Move> next =
                plan.nextMoves().stream()
                        .sorted(Comparator.comparing(GainsChart::gain).reversed())
                        .toList();
        getContent().addClassName("block");
        getContent().setId("plan-gains-block");
        getContent().add(createChart(next));
    }

    private Component createChart(List<Move> next) {
        String unit = words.of("plan.gains.unit");
        Move most = next.getFirst();
        String title =
                words.of(
                        EarlierRound.isOver(plan.scoreboard())
                                ? "plan.gains.over"
                                : "plan.gains.title",
                        most.indicator().id(),
                        new MoveWords(most, words).gain());
        return new Chart(
                "plan-gains",
                new ChartTitle(title, unit),
                new BarChart(
                        title,
                        next.stream().map(this::name).toList(),
                        Scale.around(unit, next.stream().map(move -> decimal(gain(move))).toList()),
                        List.of(
                                new Series(
                                        unit,
                                        "--good",
                                        next.stream().map(this::mark).map(Optional::of).toList())),
                        PLACES),
                words);
    }

    /** {@code T1 2 → 3}. */
    private String name(Move move) {
        IndicatorId id = move.indicator().id();
        return switch (move) {
            case Move.Climb climb ->
                    words.of(
                            "plan.gains.step",
                            id,
                            words.level(climb.indicator(), climb.from()),
                            words.level(climb.indicator(), climb.to()));
            case Move.ReportFirst _ -> words.of("plan.gains.report", id);
        };
    }

    private Mark mark(Move move) {
        MoveWords said = new MoveWords(move, words);
        return new Mark(
                decimal(gain(move)),
                words.of(
                        "plan.gains.mark",
                        move.indicator().id(),
                        words.of(move.indicator().name()),
                        said.levels(),
                        said.gain()),
                DistrictNavigation.linkToIndicator(
                                state, plan.district().code(), move.indicator().id())
                        .getHref());
    }

    /** Of figures to be reported the most that they can gain. */
    private static BigFraction gain(Move move) {
        return switch (move) {
            case Move.Climb climb -> climb.gain();
            case Move.ReportFirst report -> report.gainAtHighest();
        };
    }

    private static BigDecimal decimal(BigFraction number) {
        return new BigDecimal(PlainDecimal.of(number));
    }
}
