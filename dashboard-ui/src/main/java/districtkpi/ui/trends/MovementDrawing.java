package districtkpi.ui.trends;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.office.words.Words;
import districtkpi.scoring.movement.Cause;
import districtkpi.scoring.movement.IndicatorMovement;
import districtkpi.scoring.movement.Pairing;
import districtkpi.scoring.movement.RankMovement;
import districtkpi.scoring.movement.TotalMovement;
import districtkpi.ui.chart.ChartTitle;
import districtkpi.ui.chart.Drawing;
import districtkpi.ui.chart.Mark;
import districtkpi.ui.chart.Scale;
import districtkpi.ui.chart.Waterfall;
import districtkpi.ui.district.DistrictNavigation;
import districtkpi.ui.parts.RoundBefore;
import districtkpi.ui.state.PageState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** From the total of the round before to that of the round, cause by cause. */
final class MovementDrawing {

    private final TotalMovement movement;
    private final Optional<RankMovement.Row> rank;
    private final String district;
    private final String before;
    private final String now;
    private final PageState then;
    private final PageState state;
    private final Words words;

    /**
     * @param rank absent unless the district has a total in both rounds
     * @param district its name
     * @param before what the movement is since
     */
    MovementDrawing(
            TotalMovement movement,
            Optional<RankMovement.Row> rank,
            String district,
            RoundBefore before,
            Scoreboard scoreboard,
            PageState state,
            Words words) {
        this.movement = movement;
        this.rank = rank;
        this.district = district;
        this.before = before.name(words).orElse("");
        this.now = words.shortRound(scoreboard.agreement().round());
        this.then = before.in(state);
        this.state = state;
        this.words = words;
    }

    /** What happened, and by what mostly. */
    ChartTitle title() {
        return new ChartTitle(says(), words.of("why.unit"));
    }

    private String says() {
        int direction = movement.change().compareTo(BigFraction.ZERO);
        String change = words.difference(movement.change());
        if (rank.isEmpty()) {
            return direction == 0
                    ? words.of("why.head.points-stayed", district)
                    : words.of("why.head.points", district, change, cause(direction));
        }
        int places = rank.get().change();
        if (places == 0) {
            return direction == 0
                    ? words.of("why.head.same", district)
                    : words.of("why.head.stayed", district, change, cause(direction));
        }
        String cause =
                direction == Integer.signum(places)
                        ? cause(direction)
                        : words.of(places < 0 ? "findings.cause.others" : "why.head.others-fell");
        return words.of(
                places > 0 ? "why.head.rose" : "why.head.fell",
                district,
                words.countOfRanks(Math.abs(places)),
                cause);
    }

    /** The indicator that moved the total most in the direction in which it went. */
    private String cause(int direction) {
        return movement.indicators().stream()
                .filter(one -> one.parts().total().compareTo(BigFraction.ZERO) == direction)
                .max(Comparator.comparing((IndicatorMovement one) -> one.parts().total().abs()))
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
                .orElseThrow();
    }

    /** With an axis, and the numbers beside the bars. */
    Drawing whole() {
        List<Waterfall.Step> steps = steps();
        return new Waterfall(
                label(),
                Scale.near(
                        words.of("ranking.total"),
                        steps.stream().map(step -> step.mark().value()).toList()),
                steps);
    }

    /** Without an axis. */
    Drawing small() {
        return Waterfall.small(label(), words.of("ranking.total"), steps());
    }

    private String label() {
        return words.of("why.label", before, now, district);
    }

    private List<Waterfall.Step> steps() {
        List<Waterfall.Step> steps = new ArrayList<>();
        steps.add(end(before, movement.before(), then));
        for (TotalMovement.Step step : movement.steps()) {
            steps.add(
                    step(
                            TrendWords.cause(step.cause(), words),
                            words.difference(step.change()),
                            TrendWords.drawn(step.from()),
                            step.change().compareTo(BigFraction.ZERO) > 0 ? "--gain" : "--loss",
                            TrendWords.drawn(step.to()),
                            target(step.cause())));
        }
        steps.add(end(now, movement.after(), state));
        return steps;
    }

    private Waterfall.Step end(String round, BigFraction total, PageState there) {
        return step(
                round,
                words.total(total),
                BigDecimal.ZERO,
                "--series-1",
                TrendWords.drawn(total),
                Optional.of(DistrictNavigation.link(there, movement.district(), "").getHref()));
    }

    private Waterfall.Step step(
            String name,
            String number,
            BigDecimal from,
            String colour,
            BigDecimal to,
            Optional<String> target) {
        Mark mark = new Mark(to, words.of("why.mark", name, number), target.orElse(null));
        return new Waterfall.Step(name, from, colour, mark, number);
    }

    /** The indicator that the cause is mostly about. */
    private Optional<String> target(Cause cause) {
        return movement.largest(cause)
                .map(IndicatorMovement::pairing)
                .map(this::link)
                .map(Anchor::getHref);
    }

    /** To the scorecard that has the indicator, of the round or of what it is compared with. */
    Anchor link(Pairing pairing) {
        return DistrictNavigation.linkToIndicator(
                pairing.after().isPresent() ? state : then,
                movement.district(),
                pairing.after().or(pairing::before).orElseThrow().id());
    }
}
