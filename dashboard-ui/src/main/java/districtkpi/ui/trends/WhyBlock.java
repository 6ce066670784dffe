package districtkpi.ui.trends;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.movement.IndicatorMovement;
import districtkpi.scoring.movement.RankMovement;
import districtkpi.scoring.movement.TotalMovement;
import districtkpi.ui.analysis.Analyses;
import districtkpi.ui.analysis.Movements;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.Mark;
import districtkpi.ui.chart.Waterfall;
import districtkpi.ui.district.DistrictBlock;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.HalfFilled;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.springframework.core.annotation.Order;

/** On the page of a district: why it moved, in a small picture whose title says it. */
@org.springframework.stereotype.Component
@Order(1)
class WhyBlock implements DistrictBlock {

    private final Rounds rounds;
    private final Analyses analyses;
    private final Movements movements;

    WhyBlock(Rounds rounds, Analyses analyses, Movements movements) {
        this.rounds = rounds;
        this.analyses = analyses;
        this.movements = movements;
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
        Optional<Scoreboard> before = rounds.before(scoreboard);
        if (before.isEmpty()) {
            block.add(new Paragraph(words.of("why.single")));
            return block;
        }
        Scoreboard earlier = before.get();
        if (HalfFilled.forbids(earlier, scoreboard)) {
            HalfFilled.of(earlier, scoreboard, words).map(Paragraph::new).ifPresent(block::add);
            return block;
        }
        movements
                .of(district.code(), earlier, scoreboard)
                .ifPresentOrElse(
                        movement ->
                                add(block, movement, earlier, scoreboard, district, state, words),
                        () ->
                                block.add(
                                        new Paragraph(
                                                words.of(
                                                        "why.no-total",
                                                        words.round(
                                                                earlier.stored()
                                                                        .agreement()
                                                                        .round())))));
        return block;
    }

    private void add(
            Section block,
            TotalMovement movement,
            Scoreboard earlier,
            Scoreboard scoreboard,
            District district,
            PageState state,
            Words words) {
        Optional<RankMovement.Row> rank =
                analyses.rankMovement(earlier, scoreboard).row(district.code());
        String title = title(movement, rank, words.of(district.name()), words);
        block.add(
                new Chart(
                                "why-small",
                                drawing(movement, earlier, scoreboard, title, state, words),
                                words)
                        .titled(title, words.of("why.unit")));
        Anchor all =
                DistrictNavigation.linkToTab(
                        state,
                        district.code(),
                        DistrictNavigation.Tab.TREND,
                        words.of("why.all-parts"));
        all.setId("to-movement");
        block.add(new Paragraph(all));
    }

    /** What happened, and by what mostly. */
    static String title(
            TotalMovement movement, Optional<RankMovement.Row> rank, String name, Words words) {
        int places = rank.map(RankMovement.Row::change).orElse(0);
        int direction = movement.change().compareTo(BigFraction.ZERO);
        String cause =
                places != 0 && direction != Integer.signum(places)
                        ? words.of("findings.cause.others")
                        : cause(movement, direction, words);
        if (places == 0) {
            return words.of("why.head.stayed", name, words.difference(movement.change()), cause);
        }
        return words.of(
                places > 0 ? "why.head.rose" : "why.head.fell",
                name,
                words.number(Math.abs(places)),
                cause);
    }

    /** The indicator that moved the total most in the direction in which it went. */
    private static String cause(TotalMovement movement, int direction, Words words) {
        return movement.indicators().stream()
                .filter(one -> one.parts().total().compareTo(BigFraction.ZERO) == direction)
                .max(Comparator.comparing((IndicatorMovement one) -> one.parts().total().abs()))
                .filter(_ -> direction != 0)
                .map(one ->
                        words.of(
                                "why.head.by",
                                one.pairing()
                                        .after()
                                        .or(() -> one.pairing().before())
                                        .orElseThrow()
                                        .id()
                                        .value(),
                                words.difference(one.parts().total())))
                .orElseGet(() -> words.of("why.head.nothing"));
    }

    private static Waterfall drawing(
            TotalMovement movement,
            Scoreboard earlier,
            Scoreboard scoreboard,
            String title,
            PageState state,
            Words words) {
        DistrictCode district = movement.district();
        List<Waterfall.Step> steps = new ArrayList<>();
        steps.add(
                whole(
                        words.shortRound(earlier.stored().agreement().round()),
                        movement.before(),
                        words));
        for (TotalMovement.Step step : movement.steps()) {
            String text =
                    words.of(
                            "why.mark",
                            TrendWords.cause(step.cause(), words),
                            words.difference(step.change()));
            boolean gain = step.change().compareTo(BigFraction.ZERO) > 0;
            steps.add(
                    new Waterfall.Step(
                            text,
                            TrendWords.drawn(step.from()),
                            gain ? "--gain" : "--loss",
                            new Mark(
                                    TrendWords.drawn(step.to()),
                                    text,
                                    movement.largest(step.cause())
                                            .flatMap(one -> one.pairing().after())
                                            .map(one ->
                                                    DistrictNavigation.linkToIndicator(
                                                                    state, district, one.id())
                                                            .getHref())
                                            .orElse(null))));
        }
        steps.add(
                whole(
                        words.shortRound(scoreboard.stored().agreement().round()),
                        movement.after(),
                        words));
        return Waterfall.small(title, words.of("ranking.total"), steps);
    }

    private static Waterfall.Step whole(String round, BigFraction total, Words words) {
        String text = words.of("why.mark", round, words.total(total));
        return new Waterfall.Step(
                text, BigDecimal.ZERO, "--team", Mark.of(TrendWords.drawn(total), text));
    }
}
