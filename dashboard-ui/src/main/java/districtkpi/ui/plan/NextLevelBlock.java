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
import districtkpi.scoring.plan.EffortBasis;
import districtkpi.scoring.plan.MissingAssumption;
import districtkpi.scoring.plan.PlannedMove;
import districtkpi.scoring.plan.Planner;
import districtkpi.ui.analysis.Analyses;
import districtkpi.ui.district.DistrictBlock;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.RoundOver;
import districtkpi.ui.state.PageState;
import districtkpi.ui.words.Words;
import java.util.List;
import org.springframework.core.annotation.Order;

/** On the page of a district: its three best moves, and the way to its plan. */
@org.springframework.stereotype.Component
@Order(1)
class NextLevelBlock implements DistrictBlock {

    private static final int MOST_SHOWN = 3;

    private final Analyses analyses;

    NextLevelBlock(Analyses analyses) {
        this.analyses = analyses;
    }

    @Override
    public Component of(Scoreboard scoreboard, District district, PageState state, Words words) {
        Section block = new Section();
        block.setId("next-level");
        block.addClassNames("block", "next-level");
        block.add(new H2(words.of("plan.block")));
        if (RoundOver.is(scoreboard)) {
            RoundOver.remark(scoreboard, words).ifPresent(block::add);
            block.add(createLink(district, state, words.of("plan.look-back")));
            return block;
        }
        List<PlannedMove> best = best(scoreboard, district);
        if (best.isEmpty()) {
            block.add(new Paragraph(words.of("plan.block.none")));
        } else {
            block.add(new Paragraph(words.of("plan.block.explanation")));
            OrderedList list = new OrderedList();
            list.addClassName("next-moves");
            best.forEach(move -> list.add(item(move, district, state, words)));
            block.add(list);
        }
        block.add(createLink(district, state, words.of("plan.block.link")));
        return block;
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
                .map(planner -> planner.bestFirst().stream().limit(MOST_SHOWN).toList())
                .orElse(List.of());
    }

    private static ListItem item(
            PlannedMove move, District district, PageState state, Words words) {
        Indicator indicator = move.move().indicator();
        MoveWords said = new MoveWords(move.move(), words);
        Anchor link = DistrictNavigation.linkToIndicator(state, district.code(), indicator.id());
        link.setText(indicator.id().value());
        Span gain =
                new Span(words.of("plan.block.gain", said.levels(), words.difference(move.gain())));
        gain.addClassName("next-gain");
        return new ListItem(
                link, new Span(" " + words.of(indicator.name()) + " "), gain, said.todo());
    }
}
