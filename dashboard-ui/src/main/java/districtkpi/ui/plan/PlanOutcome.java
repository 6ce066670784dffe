package districtkpi.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.office.words.Words;
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
import districtkpi.ui.state.PageState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/** What became of the goal: whether it can be reached, and the best set of moves step by step. */
class PlanOutcome extends Composite<Div> {

    /** Below this a picture of the way says no more than its table. */
    private static final int MIN_DRAWN = 2;

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
            getContent().add(createTable(set));
            if (set.moves().size() >= MIN_DRAWN && !set.totals().isEmpty()) {
                getContent().add(createWay(set));
            }
        }
        getContent().add(remarks());
    }

    /** The best set for the goal that is asked for, or as far as it can be reached. */
    static MoveSet set(Plan plan) {
        return set(plan.planner().towards(plan.goal()));
    }

    /** The picture of the way, on demand: the table says the same. */
    private Component createWay(MoveSet set) {
        NativeDetails way = new NativeDetails(words.of("plan.way"), createChart(set));
        way.setId("plan-way");
        return way;
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
                    .header(name(move))
                    .styled("plan-levels", new Span(said.levels()))
                    .styled("gap-cell", todo(said))
                    .number(words.difference(move.gain()))
                    .number(words.effort(move.effort()));
        }
        return table;
    }

    private Component name(PlannedMove move) {
        String full = words.of(move.move().indicator().name());
        Span name = new Span(full);
        name.addClassName("indicator-name");
        name.setTitle(full);
        Anchor link = link(move);
        link.addClassName("indicator-code");
        Div title = new Div(link, name);
        title.addClassName("indicator-title");
        return title;
    }

    private static Component todo(MoveWords said) {
        Span todo = new Span(said.todoInShort());
        todo.setTitle(said.todoInShort());
        return todo;
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
                            words.level(move.move().indicator(), move.level()));
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
