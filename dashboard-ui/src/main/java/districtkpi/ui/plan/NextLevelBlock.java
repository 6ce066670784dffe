package districtkpi.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.place.District;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.analysis.EarlierRound;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.comparison.CliffWatch;
import districtkpi.scoring.plan.EffortBasis;
import districtkpi.scoring.plan.MissingAssumption;
import districtkpi.scoring.plan.PlannedMove;
import districtkpi.scoring.plan.Planner;
import districtkpi.ui.district.DistrictBlock;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.state.PageState;
import java.util.List;
import org.springframework.core.annotation.Order;

/**
 * On the page of a district: its three best moves, and the way to its plan. Of a round that is over
 * nothing is advised: it says what only just passed and what would have reached more.
 */
@org.springframework.stereotype.Component
@Order(1)
class NextLevelBlock implements DistrictBlock {

    private static final int MAX_SHOWN = 3;

    /** Of what only just passed, so that there is room for what would have reached more. */
    private static final int MAX_EDGES = 2;

    private final Analyses analyses;

    NextLevelBlock(Analyses analyses) {
        this.analyses = analyses;
    }

    @Override
    public Place place() {
        return Place.TO_DO;
    }

    @Override
    public Component of(Scoreboard scoreboard, District district, PageState state, Words words) {
        boolean over = EarlierRound.isOver(scoreboard);
        Section block = new Section();
        block.setId("next-level");
        block.addClassNames("block", "next-level");
        block.add(new H2(words.of(over ? "plan.block.over" : "plan.block")));
        List<PlannedMove> best = best(scoreboard, district);
        OrderedList list = new OrderedList();
        list.addClassName("next-moves");
        if (over) {
            List<CliffWatch.Edge> edges = justMet(scoreboard, district);
            edges.stream()
                    .limit(MAX_EDGES)
                    .forEach(edge -> list.add(passed(edge, district, state, words)));
            best.stream()
                    .limit(MAX_SHOWN - Math.min(edges.size(), MAX_EDGES))
                    .forEach(move -> list.add(item(move, true, district, state, words)));
        } else {
            best.stream()
                    .limit(MAX_SHOWN)
                    .forEach(move -> list.add(item(move, false, district, state, words)));
        }
        if (list.getComponentCount() > 0) {
            block.add(list);
        } else {
            block.add(new Paragraph(words.of(over ? "plan.nothing" : "plan.block.none")));
        }
        block.add(
                createLink(district, state, words.of(over ? "plan.look-back" : "plan.block.link")));
        return block;
    }

    private List<CliffWatch.Edge> justMet(Scoreboard scoreboard, District district) {
        return analyses.cliffs(scoreboard).justMet().stream()
                .filter(edge -> edge.district().equals(district.code()))
                .toList();
    }

    /** A result that would be a level lower if a hair were missing. */
    private static ListItem passed(
            CliffWatch.Edge edge, District district, PageState state, Words words) {
        Indicator indicator = edge.indicator();
        MeasureWords measures = new MeasureWords(words, indicator);
        Span stake =
                new Span(
                        words.of(
                                "plan.over.passed",
                                words.level(indicator, edge.level()),
                                measures.compared(edge.condition(), edge.number()),
                                measures.bound(edge.condition()),
                                words.level(indicator, edge.across()),
                                words.difference(edge.stake().negate())));
        stake.addClassName("next-gain");
        return new ListItem(link(indicator, district, state), name(indicator, words), stake);
    }

    private static Component name(Indicator indicator, Words words) {
        Span name = new Span(" " + words.of(indicator.name()) + " ");
        name.addClassName("next-name");
        name.setTitle(words.of(indicator.name()));
        return name;
    }

    private static Component link(Indicator indicator, District district, PageState state) {
        return DistrictNavigation.linkToIndicator(
                state, district.code(), indicator.id(), indicator.id().value());
    }

    private static Component createLink(District district, PageState state, String text) {
        Anchor plan = PlanNavigation.link(state, district.code(), text);
        plan.setId("to-plan");
        plan.addClassName("button-link");
        return new Paragraph(plan);
    }

    private List<PlannedMove> best(Scoreboard scoreboard, District district) {
        return analyses.movesOf(scoreboard, district.code())
                .map(moves ->
                        Planner.of(
                                scoreboard.ranking(),
                                moves,
                                new EffortBasis.UnitsMissing(),
                                MissingAssumption.LEFT_OUT))
                .map(planner -> planner.bestFirst())
                .orElse(List.of());
    }

    /**
     * @param over whether it can only be said what it would have brought
     */
    private static ListItem item(
            PlannedMove move, boolean over, District district, PageState state, Words words) {
        Indicator indicator = move.move().indicator();
        MoveWords said = new MoveWords(move.move(), words);
        String text =
                over
                        ? words.of("plan.over.missed", said.levels(), words.difference(move.gain()))
                        : words.of("plan.block.gain", said.levels(), words.difference(move.gain()));
        Span gain = new Span(text);
        gain.addClassName("next-gain");
        return new ListItem(
                link(indicator, district, state), name(indicator, words), gain, said.todo());
    }
}
