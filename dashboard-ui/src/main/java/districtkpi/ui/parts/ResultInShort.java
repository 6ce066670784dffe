package districtkpi.ui.parts;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.office.words.ComputationWords;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import districtkpi.scoring.ComputedFigure;
import districtkpi.scoring.Distance;
import districtkpi.scoring.Explanation.NextLevel;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.LadderPosition;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.movement.Pairing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What is said in short about the result of one indicator in one district: its value against the
 * threshold that decides, how much is lacking, where the figure is from, and how the level changed.
 */
public final class ResultInShort {

    private final Scoreboard scoreboard;
    private final Optional<Scoreboard> before;
    private final DistrictCode district;
    private final IndicatorScore score;
    private final Indicator indicator;
    private final MeasureWords measures;
    private final Words words;
    private final Optional<LadderPosition> standing;

    /**
     * @param before the round before; absent where there is none to compare with
     * @param values that count of the district, collected once for all of its results
     */
    public ResultInShort(
            Scoreboard scoreboard,
            Optional<Scoreboard> before,
            DistrictCode district,
            Map<MeasureKey, MeasuredValue> values,
            IndicatorScore score,
            Words words) {
        this.scoreboard = scoreboard;
        this.before = before;
        this.district = district;
        this.score = score;
        this.indicator = score.indicator();
        this.words = words;
        measures = new MeasureWords(words, indicator);
        standing =
                score.computed() instanceof IndicatorScore.WithLevel known
                        ? Optional.of(LadderPosition.of(known, values))
                        : Optional.empty();
    }

    /** How far the value has come from the threshold of its level to that of the next one, 0–1. */
    public Optional<BigFraction> part() {
        return standing.flatMap(LadderPosition::part);
    }

    /** What decides whether the result gets on; absent without a result. */
    public Optional<Measure> measure() {
        return standing.flatMap(one -> indicator.measure(one.condition().measure()));
    }

    /** The figure of what decides; absent where nobody reported it. */
    public Optional<Measurement> measurement() {
        return measure().flatMap(one -> scoreboard.measurement(district, indicator.key(one.id())));
    }

    /** The value as the threshold is compared with it: {@code 55.00 %}, {@code done}. */
    public String value() {
        return switch (score) {
            case IndicatorScore.NotApplicable _ -> words.of("value.not-applicable");
            case IndicatorScore.NoResult _ -> words.of("level.no-result");
            case IndicatorScore.WithLevel _ ->
                    measure()
                            .flatMap(one ->
                                    measurement()
                                            .map(found -> measures.standing(one, found.value())))
                            .or(this::computedNumber)
                            .orElseGet(() -> words.of("figures.missing"));
        };
    }

    private Optional<String> computedNumber() {
        return computed().map(figure -> new ComputationWords(words, indicator).number(figure));
    }

    /** What the number that decides was computed to; absent where somebody reports it. */
    private Optional<ComputedFigure> computed() {
        return measure().flatMap(one -> score.computedFigure(one.id()));
    }

    /** The value in full, with what it is compared with: {@code 55 households of 100}. */
    public Optional<String> figures() {
        return measure()
                .flatMap(one ->
                        measurement()
                                .map(Measurement::value)
                                .filter(MeasuredValue.Ratio.class::isInstance)
                                .map(value ->
                                        words.of(
                                                "result.of",
                                                measures.value(one, value),
                                                measures.comparedWith(one, value).orElse(""))));
    }

    /** The threshold of the next level, at the top that of the highest: {@code ≥ 60 %}. */
    public Optional<String> bound() {
        return standing.map(LadderPosition::condition).map(measures::bound);
    }

    /** Which level the threshold belongs to: the next one, else the one that was reached. */
    public Optional<Integer> levelOfBound() {
        return score.computed() instanceof IndicatorScore.WithLevel known
                ? known.explanation()
                        .next()
                        .map(next -> next.level().number())
                        .or(() -> Optional.of(Math.max(1, known.level())))
                : Optional.empty();
    }

    /** What is lacking for the next level, each in the unit of its measure; none at the top. */
    public List<String> gaps() {
        return score instanceof IndicatorScore.WithLevel known
                ? known.explanation().next().map(this::gaps).orElse(List.of())
                : List.of();
    }

    private List<String> gaps(NextLevel next) {
        return next.missing().stream().map(this::gap).toList();
    }

    private String gap(Distance distance) {
        String amount = measures.distance(distance);
        return switch (distance) {
            case Distance.Amount _, Distance.PercentagePoints _ -> amount;
            case Distance.StepToDo _,
                    Distance.FigureMissing _,
                    Distance.DueBy _,
                    Distance.OutOfReach _ ->
                    amount + " " + measures.name(distance.measure());
        };
    }

    /**
     * File and row of the figure that decides, or that it was computed; absent where there is none.
     */
    public Optional<String> source() {
        return measurement()
                .map(found ->
                        found.origin().file()
                                + " · "
                                + words.fileRow(found.origin().sheet(), found.origin().line()))
                .or(() -> computed().map(_ -> words.of("result.computed")));
    }

    /** The level of the round before, where it was measured likewise. */
    public Optional<IndicatorScore.WithLevel> levelBefore() {
        return before.flatMap(earlier ->
                earlier.ranking()
                        .row(district)
                        .flatMap(row ->
                                row.scorecard().lines().stream()
                                        .map(Scorecard.Line::score)
                                        .filter(then -> isSame(then.indicator()))
                                        .filter(IndicatorScore.WithLevel.class::isInstance)
                                        .map(IndicatorScore.WithLevel.class::cast)
                                        .findFirst()));
    }

    private boolean isSame(Indicator earlier) {
        return earlier.concept().equals(indicator.concept())
                && Pairing.of(earlier, indicator) instanceof Pairing.Same;
    }

    /** How the level changed since the round before: {@code level 4 → 3}; absent without both. */
    public Optional<String> change() {
        return score instanceof IndicatorScore.WithLevel now
                ? levelBefore()
                        .map(then ->
                                words.of(
                                        "plan.from-to",
                                        words.level(then.levelScore()),
                                        words.level(now.levelScore())))
                : Optional.empty();
    }

    /** All of it in some lines, for who points at the level. */
    public String inLines() {
        StringBuilder lines = new StringBuilder();
        lines.append(indicator.id().value()).append(' ').append(words.of(indicator.name()));
        String value = figures().map(figures -> value() + " (" + figures + ")").orElse(value());
        add(lines, words.of("result.value"), Optional.of(value));
        add(
                lines,
                words.of("result.bound"),
                bound().flatMap(bound ->
                        levelOfBound()
                                .map(level ->
                                        words.of(
                                                "result.bound-of-level",
                                                bound,
                                                words.level(indicator, level)))));
        add(
                lines,
                words.of("result.gap"),
                gaps().isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", gaps())));
        add(lines, words.of("result.source"), source());
        add(lines, words.of("result.change"), change());
        return lines.toString();
    }

    private static void add(StringBuilder lines, String name, Optional<String> text) {
        text.ifPresent(found -> lines.append('\n').append(name).append(": ").append(found));
    }
}
