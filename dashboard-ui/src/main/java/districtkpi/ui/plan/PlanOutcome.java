package districtkpi.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.scoring.PlainDecimal;
import districtkpi.scoring.plan.Goal;
import districtkpi.scoring.plan.MoveSet;
import districtkpi.scoring.plan.Outcome;
import districtkpi.scoring.plan.PlannedMove;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.ChartTitle;
import districtkpi.ui.chart.Mark;
import districtkpi.ui.chart.Scale;
import districtkpi.ui.chart.Waterfall;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.Figure;
import districtkpi.ui.parts.NoRank;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;

/** What became of the goal: the best set of moves, what it takes and where it leads. */
class PlanOutcome extends Composite<Div> {

    /** Below this a picture of the way says no more than its table. */
    private static final int LEAST_DRAWN = 2;

    private final Plan plan;
    private final PageState state;
    private final Words words;

    PlanOutcome(Plan plan, PageState state, Words words) {
        this.plan = plan;
        this.state = state;
        this.words = words;
        getContent().setId("plan-outcome");
        getContent().addClassName("block");
        Outcome outcome = plan.planner().towards(plan.goal());
        Paragraph verdict = new Paragraph(verdict(outcome));
        verdict.setId("plan-verdict");
        verdict.addClassNames("plan-verdict", style(outcome));
        getContent().add(verdict);
        MoveSet set = set(outcome);
        if (!set.moves().isEmpty()) {
            getContent().add(createFigures(set), createTable(set));
            if (set.moves().size() >= LEAST_DRAWN && !set.totals().isEmpty()) {
                getContent().add(createChart(set));
            }
        }
        getContent().add(remarks());
    }

    private String verdict(Outcome outcome) {
        String goal = GoalKind.describe(plan.goal(), words);
        return switch (outcome) {
            case Outcome.Reached(MoveSet set) when set.moves().isEmpty() ->
                    plan.goal() instanceof Goal.Budget
                            ? words.of("plan.verdict.budget-none", goal)
                            : words.of("plan.verdict.there", goal);
            case Outcome.Reached(MoveSet set) ->
                    words.of("plan.verdict.reached", goal, words.number(set.moves().size()));
            case Outcome.TooFar(MoveSet set, BigFraction lacking) ->
                    set.moves().isEmpty()
                            ? words.of("plan.verdict.no-moves", goal)
                            : words.of("plan.verdict.too-far", goal, words.total(lacking));
            case Outcome.StillBelow(MoveSet _, List<IndicatorId> below) ->
                    words.of(
                            "plan.verdict.still-below",
                            goal,
                            below.stream()
                                    .map(IndicatorId::value)
                                    .collect(Collectors.joining(", ")));
        };
    }

    private static String style(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Reached _ -> "plan-reached";
            case Outcome.TooFar _, Outcome.StillBelow _ -> "plan-short";
        };
    }

    private static MoveSet set(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Reached(MoveSet set) -> set;
            case Outcome.TooFar(MoveSet furthest, var _) -> furthest;
            case Outcome.StillBelow(MoveSet possible, var _) -> possible;
        };
    }

    private Component createFigures(MoveSet set) {
        Div figures = new Div();
        figures.addClassName("figures");
        figures.getElement().setAttribute("role", "group");
        figures.getElement().setAttribute("aria-label", words.of("plan.afterwards"));
        figures.add(
                new Figure(
                        "plan-total",
                        words.of("plan.total"),
                        set.points().map(words::total).orElse("–"),
                        words.of("plan.gained", words.difference(set.gain()))),
                new Figure(
                        "plan-rank",
                        words.of("plan.rank"),
                        set.rank().isPresent() && !plan.row().isRankWithheld()
                                ? words.number(set.rank().getAsInt())
                                : "–",
                        plan.row().rank().isPresent()
                                ? words.of(
                                        "plan.rank-now", words.number(plan.row().rank().getAsInt()))
                                : NoRank.reason(plan.row().isRankWithheld(), words)),
                new Figure(
                        "plan-cost",
                        words.of("plan.effort"),
                        words.effort(set.effort()),
                        plan.effort().unit(words)));
        return figures;
    }

    private Component createTable(MoveSet set) {
        DataTable table =
                new DataTable("plan-set", words.of("plan.set.caption"), DataTable.Narrow.STACK)
                        .column(words.of("plan.indicator"))
                        .column(words.of("plan.levels"))
                        .column(words.of("plan.todo"))
                        .numbers(words.of("plan.gain"))
                        .numbers(effortTitle());
        for (PlannedMove move : set.moves()) {
            MoveWords said = new MoveWords(move.move(), words);
            table.row()
                    .id("plan-set-" + move.move().indicator().id())
                    .header(link(move), new Span(" " + words.of(move.move().indicator().name())))
                    .styled("plan-levels", new Span(said.levels()))
                    .cell(said.todo())
                    .number(words.difference(move.gain()))
                    .number(words.effort(move.effort()));
        }
        return table;
    }

    private String effortTitle() {
        return words.of("plan.effort-in", plan.effort().unit(words));
    }

    private Anchor link(PlannedMove move) {
        IndicatorId indicator = move.move().indicator().id();
        Anchor link = DistrictNavigation.linkToIndicator(state, plan.district().code(), indicator);
        link.setText(indicator.value());
        return link;
    }

    private Component createChart(MoveSet set) {
        List<BigFraction> totals = set.totals();
        List<Waterfall.Step> steps = new ArrayList<>();
        steps.add(whole(words.of("plan.chart.now"), totals.getFirst(), "--ink-soft"));
        for (int i = 0; i < set.moves().size(); i++) {
            PlannedMove move = set.moves().get(i);
            String name =
                    words.of(
                            "plan.chart.move",
                            move.move().indicator().id(),
                            words.number(move.level()));
            steps.add(
                    new Waterfall.Step(
                            name,
                            decimal(totals.get(i)),
                            "--good",
                            new Mark(
                                    decimal(totals.get(i + 1)),
                                    words.of(
                                            "plan.chart.step",
                                            name,
                                            words.difference(move.gain()),
                                            words.total(totals.get(i + 1))),
                                    link(move).getHref()),
                            words.difference(move.gain())));
        }
        steps.add(whole(words.of("plan.chart.after"), totals.getLast(), "--series-1"));
        PlannedMove most =
                set.moves().stream().max(Comparator.comparing(PlannedMove::gain)).orElseThrow();
        return new Chart(
                "plan-chart",
                new ChartTitle(
                        words.of(
                                "plan.chart.says",
                                words.number(set.moves().size()),
                                words.total(totals.getFirst()),
                                words.total(totals.getLast()),
                                most.move().indicator().id(),
                                words.difference(most.gain())),
                        words.of("why.unit")),
                new Waterfall(words.of("plan.chart"), Scale.hundred(words.of("plan.total")), steps),
                words);
    }

    private Waterfall.Step whole(String name, BigFraction total, String colour) {
        return new Waterfall.Step(
                name,
                BigDecimal.ZERO,
                colour,
                Mark.of(decimal(total), words.of("plan.chart.total", name, words.total(total))),
                words.total(total));
    }

    private static BigDecimal decimal(BigFraction number) {
        return new BigDecimal(PlainDecimal.of(number));
    }

    /** What the plan rests on. */
    private Component remarks() {
        Div remarks = new Div();
        remarks.addClassName("plan-remarks");
        remarks.add(new Paragraph(words.of("plan.others-still")));
        remarks.add(
                new Paragraph(
                        switch (plan.missing()) {
                            case SKIP -> words.of("plan.missing.skip.text");
                            case ASSUME -> words.of("plan.missing.assume.text");
                            case ASSUME_BEST -> words.of("plan.missing.assume-best.text");
                        }));
        return remarks;
    }
}
