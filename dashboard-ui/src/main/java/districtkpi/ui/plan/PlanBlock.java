package districtkpi.ui.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.analysis.EarlierRound;
import districtkpi.office.words.Words;
import districtkpi.ui.district.DistrictBlock;
import districtkpi.ui.parts.RoundOver;
import districtkpi.ui.state.PageState;
import org.springframework.core.annotation.Order;

/** On the page of a district: every level that can still be reached, and the way to its plan. */
@org.springframework.stereotype.Component
@Order(1)
class PlanBlock implements DistrictBlock {

    private final Analyses analyses;

    PlanBlock(Analyses analyses) {
        this.analyses = analyses;
    }

    @Override
    public Place place() {
        return Place.PLAN;
    }

    @Override
    public Component of(Scoreboard scoreboard, District district, PageState state, Words words) {
        boolean over = EarlierRound.isOver(scoreboard);
        Section block = new Section();
        block.setId("plan-block");
        block.addClassName("block");
        block.add(new H2(words.of(over ? "plan.look-back" : "plan.all")));
        RoundOver.remark(scoreboard, words).ifPresent(block::add);
        Anchor link =
                PlanNavigation.link(
                        state,
                        district.code(),
                        words.of(over ? "plan.look-back" : "plan.block.link"));
        link.addClassName("button-link");
        if (!over) {
            block.add(new Paragraph(link));
        }
        Plan.of(scoreboard, district, analyses, state.shared())
                .filter(plan -> !plan.moves().moves().isEmpty())
                .ifPresentOrElse(
                        plan -> block.add(new MovesTable(plan, state.shared(), words, "", _ -> {})),
                        () -> block.add(new Paragraph(words.of("plan.nothing"))));
        return block;
    }
}
