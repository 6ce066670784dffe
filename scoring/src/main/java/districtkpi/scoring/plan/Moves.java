package districtkpi.scoring.plan;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.Distance;
import districtkpi.scoring.Exact;
import districtkpi.scoring.Explanation.NextLevel;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorecard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Everything a district can still do.
 *
 * @param moves in the order of the agreement, within an indicator by level; none for an indicator
 *     at its top level, that does not apply, whose level somebody set, that nothing can raise any
 *     more, or that is watched only
 */
public record Moves(Scorecard scorecard, List<Move> moves) {

    public Moves {
        moves = List.copyOf(moves);
    }

    /**
     * Finds the moves.
     *
     * @param scorecard scored by the agreement from the values
     * @param today a deadline before this day is over: nobody can meet it any more
     */
    public static Moves of(
            Agreement agreement,
            Scorecard scorecard,
            Map<MeasureKey, MeasuredValue> values,
            LocalDate today) {
        List<Move> moves = new ArrayList<>();
        for (CombinedLine line : CombinedLine.of(agreement, scorecard)) {
            if (line.indicator().isWatchedOnly()) {
                continue;
            }
            Way way = new Way(line.line().score(), values, today);
            Worth worth = new Worth(agreement, line);
            switch (line.line().score()) {
                case IndicatorScore.Scored scored ->
                        moves.addAll(climbs(scorecard.district(), worth, scored, way));
                case IndicatorScore.Incomplete incomplete -> {
                    report(scorecard.district(), worth, incomplete, way).ifPresent(moves::add);
                    moves.addAll(climbs(scorecard.district(), worth, incomplete, way));
                }
                case IndicatorScore.NoResult none ->
                        report(scorecard.district(), worth, none, way).ifPresent(moves::add);
                case IndicatorScore.NotApplicable _ -> {}
            }
        }
        return new Moves(scorecard, moves);
    }

    /** The moves of one indicator. */
    public List<Move> of(IndicatorId indicator) {
        return moves.stream().filter(move -> move.indicator().id().equals(indicator)).toList();
    }

    private static List<Move.Climb> climbs(
            DistrictCode district, Worth worth, IndicatorScore.WithLevel score, Way way) {
        return score.explanation().above().stream()
                .flatMap(target -> climb(district, worth, score, target, way).stream())
                .toList();
    }

    /** The move to the next level alone, for whoever looks at many districts. */
    static Optional<Move.Climb> next(
            Agreement agreement,
            DistrictCode district,
            CombinedLine line,
            IndicatorScore.WithLevel score,
            Map<MeasureKey, MeasuredValue> values,
            LocalDate today) {
        return score.explanation()
                .next()
                .flatMap(target ->
                        climb(
                                district,
                                new Worth(agreement, line),
                                score,
                                target,
                                new Way(score, values, today)));
    }

    private static Optional<Move.Climb> climb(
            DistrictCode district,
            Worth worth,
            IndicatorScore.WithLevel score,
            NextLevel target,
            Way way) {
        int level = target.level().number();
        return way.changes(target)
                .map(changes ->
                        new Move.Climb(
                                district,
                                score.indicator(),
                                score.level(),
                                level,
                                changes,
                                worth.of(worth.score(level).subtract(score.levelScore()))));
    }

    private static Optional<Move> report(
            DistrictCode district, Worth worth, IndicatorScore.Incomplete score, Way way) {
        boolean waitsForFigures =
                score.explanation().above().stream()
                        .flatMap(target -> target.missing().stream())
                        .anyMatch(Distance.FigureMissing.class::isInstance);
        if (!waitsForFigures) {
            return Optional.empty();
        }
        int highest = score.levelMin();
        for (NextLevel target : score.explanation().above()) {
            int level = target.level().number();
            if (level <= score.levelMax() && bringsByReportingAlone(target, way)) {
                highest = Math.max(highest, level);
            }
        }
        return report(
                district,
                worth,
                OptionalInt.of(score.level()),
                score.levelScore(),
                score.levelMin(),
                highest,
                score.missing());
    }

    private static boolean bringsByReportingAlone(NextLevel target, Way way) {
        return target.missing().stream()
                .allMatch(distance ->
                        switch (distance) {
                            case Distance.FigureMissing _ -> true;
                            case Distance.DueBy(var _, LocalDate deadline) -> !way.isOver(deadline);
                            case Distance.Amount _,
                                    Distance.PercentagePoints _,
                                    Distance.StepToDo _,
                                    Distance.OutOfReach _ ->
                                    false;
                        });
    }

    private static Optional<Move> report(
            DistrictCode district, Worth worth, IndicatorScore.NoResult score, Way way) {
        int highest = score.levelMax();
        while (highest > score.levelMin() && asksForADayThatIsOver(highest, way)) {
            highest--;
        }
        List<MeasureId> figures =
                score.indicator().measures().stream().map(measure -> measure.id()).toList();
        return report(
                district,
                worth,
                OptionalInt.empty(),
                // Without a result nothing is earned yet, not even what is below level 1.
                BigFraction.ZERO,
                score.levelMin(),
                highest,
                figures);
    }

    private static boolean asksForADayThatIsOver(int level, Way way) {
        return way.conditions(level)
                .anyMatch(condition ->
                        condition instanceof Condition.DoneBy by && way.isOver(by.deadline()));
    }

    private static Optional<Move> report(
            DistrictCode district,
            Worth worth,
            OptionalInt from,
            BigFraction now,
            int lowest,
            int highest,
            List<MeasureId> figures) {
        return highest > from.orElse(0)
                ? Optional.of(
                        new Move.ReportFirst(
                                district,
                                worth.line().indicator(),
                                from,
                                lowest,
                                highest,
                                figures,
                                worth.of(worth.score(lowest).subtract(now)),
                                worth.of(worth.score(highest).subtract(now))))
                : Optional.empty();
    }

    /** What levels of an indicator are worth. */
    private record Worth(Agreement agreement, CombinedLine line) {

        /** On the scale of the levels. */
        BigFraction score(int level) {
            return Exact.fraction(agreement.score(line.indicator(), level));
        }

        /** What a part of that scale is worth in the combined total. */
        BigFraction of(BigFraction score) {
            return line.weight()
                    .multiply(score)
                    .divide(Exact.fraction(line.indicator().maxScore()));
        }
    }
}
