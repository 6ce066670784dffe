package districtkpi.ui.trends;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.words.Words;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.district.DistrictBlock;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.parts.RoundBefore;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import org.springframework.core.annotation.Order;

/** On the page of a district: why it moved, in a small picture whose title says it. */
@org.springframework.stereotype.Component
@Order(1)
class WhyBlock implements DistrictBlock {

    private final Rounds rounds;
    private final Analyses analyses;

    WhyBlock(Rounds rounds, Analyses analyses) {
        this.rounds = rounds;
        this.analyses = analyses;
    }

    @Override
    public Place place() {
        return Place.WHY;
    }

    @Override
    public Component of(Scoreboard scoreboard, District district, PageState state, Words words) {
        Section block = new Section();
        block.setId("why-moved");
        block.addClassNames("block", "why-moved");
        block.add(new H2(words.of("why.block")));
        RoundBefore before = RoundBefore.of(scoreboard, rounds);
        before.remark(words)
                // Of rounds that are nearly alike the tab of trends says how nearly.
                .filter(_ -> before.isFilling())
                .map(text -> new Remark("why-remark", text))
                .ifPresent(block::add);
        if (before.comparable().isEmpty()) {
            if (!before.isRefused()) {
                block.add(new Paragraph(words.of("why.single")));
            }
            return block;
        }
        Scoreboard earlier = before.comparable().get();
        analyses.movement(district.code(), earlier, scoreboard)
                .map(movement ->
                        new MovementDrawing(
                                movement,
                                analyses.rankMovement(earlier, scoreboard).row(district.code()),
                                words.of(district.name()),
                                before,
                                scoreboard,
                                state,
                                words))
                .ifPresentOrElse(
                        drawing -> add(block, drawing, district, state, words),
                        () ->
                                block.add(
                                        new Paragraph(
                                                words.of(
                                                        "why.no-total",
                                                        before.name(words).orElse("")))));
        return block;
    }

    private static void add(
            Section block,
            MovementDrawing drawing,
            District district,
            PageState state,
            Words words) {
        block.add(new Chart("why-small", drawing.title(), drawing.small(), words));
        Anchor all =
                DistrictNavigation.linkToTab(
                        state,
                        district.code(),
                        DistrictNavigation.Tab.TREND,
                        words.of("why.all-parts"));
        all.setId("to-movement");
        block.add(new Paragraph(all));
    }
}
