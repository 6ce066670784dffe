package districtkpi.importer;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What an import, or its undo, does to figures, levels and ranks.
 *
 * @param changes what becomes of each figure that it is about, by line; empty for an agreement
 * @param levels the indicators that it is about and those whose points move with them, by round,
 *     district and agreement; empty for an agreement
 * @param impact the districts' totals and ranks, by round and district
 */
public record ImportEffect(List<Change> changes, List<LevelChange> levels, List<Impact> impact) {

    /** Of what was refused. */
    public static final ImportEffect NONE = new ImportEffect(List.of(), List.of(), List.of());

    public ImportEffect {
        changes = List.copyOf(changes);
        levels = List.copyOf(levels);
        impact = List.copyOf(impact);
    }

    /** How many figures something becomes of. */
    public int count(Kind kind) {
        return (int) changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** What becomes of a figure. */
    public enum Kind {
        /** Nothing was known on its day. */
        CREATED,
        /** Another one counted on its day. */
        CHANGED,
        /** The same number counts on its day, before and after. */
        UNCHANGED,
        /** It is kept for its day, but one of a later day counts today. */
        OVERTAKEN,
        /** Nothing is known on its day any more: by an undo. */
        REMOVED
    }

    /**
     * A figure before and after.
     *
     * @param asOf the day that is looked at
     * @param sheet of a workbook that has several; empty for other files
     * @param line of the file, or of the sheet, that the report is about
     * @param before what counts on that day before; absent if nothing was known
     * @param after what counts on that day after; absent if nothing is known any more
     */
    public record Change(
            Kind kind,
            RoundId round,
            DistrictCode district,
            MeasureKey measure,
            LocalDate asOf,
            String sheet,
            int line,
            Optional<Figure> before,
            Optional<Figure> after) {

        /** The same change, which another figure takes the effect of. */
        public Change overtaken() {
            return new Change(
                    Kind.OVERTAKEN, round, district, measure, asOf, sheet, line, before, after);
        }
    }

    /**
     * A value and where it is from.
     *
     * @param asOf the day that it describes
     * @param importId the import that brought it; absent for the file that the report is about
     * @param sheet of a workbook that has several; empty for other files
     * @param line of the file, or of the sheet, of that import
     */
    public record Figure(
            MeasuredValue value, LocalDate asOf, OptionalLong importId, String sheet, int line) {

        public static Figure of(Measurement measurement) {
            return new Figure(
                    measurement.value(),
                    measurement.asOf(),
                    OptionalLong.of(measurement.origin().importId()),
                    measurement.origin().sheet(),
                    measurement.origin().line());
        }
    }

    /**
     * An indicator of a district before and after.
     *
     * @param levelBefore absent without a result, and where the indicator does not apply
     * @param pointsBefore points of its section; absent where the level is
     */
    public record LevelChange(
            RoundId round,
            DistrictCode district,
            IndicatorId indicator,
            OptionalInt levelBefore,
            OptionalInt levelAfter,
            Optional<BigFraction> pointsBefore,
            Optional<BigFraction> pointsAfter) {

        /**
         * One entry for each indicator that changes are about or whose level or points are not what
         * they were, by district and in the order of the agreement.
         *
         * @param changes those of other rounds are left out
         */
        public static List<LevelChange> between(
                Ranking before, Ranking after, List<Change> changes) {
            RoundId round = after.agreement().round();
            Set<Touched> touched =
                    changes.stream()
                            .filter(change -> change.round().equals(round))
                            .map(change ->
                                    new Touched(change.district(), change.measure().indicator()))
                            .collect(Collectors.toUnmodifiableSet());
            return after.rows().stream()
                    .map(Ranking.Row::scorecard)
                    .sorted(Comparator.comparing(Scorecard::district))
                    .flatMap(card ->
                            card.lines().stream()
                                    .map(line ->
                                            of(
                                                    round,
                                                    card.district(),
                                                    before.row(card.district())
                                                            .map(row -> row.scorecard())
                                                            .map(old -> old.line(id(line))),
                                                    line)))
                    .filter(change ->
                            change.moves()
                                    || touched.contains(
                                            new Touched(change.district(), change.indicator())))
                    .toList();
        }

        private record Touched(DistrictCode district, IndicatorId indicator) {}

        /** Whether the level or the points are not what they were. */
        public boolean moves() {
            return !levelBefore.equals(levelAfter) || !pointsBefore.equals(pointsAfter);
        }

        private static LevelChange of(
                RoundId round,
                DistrictCode district,
                Optional<Scorecard.Line> before,
                Scorecard.Line after) {
            return new LevelChange(
                    round,
                    district,
                    id(after),
                    before.map(LevelChange::level).orElse(OptionalInt.empty()),
                    level(after),
                    before.flatMap(Scorecard.Line::points),
                    after.points());
        }

        private static IndicatorId id(Scorecard.Line line) {
            return line.score().indicator().id();
        }

        private static OptionalInt level(Scorecard.Line line) {
            return line.score() instanceof IndicatorScore.WithLevel found
                    ? OptionalInt.of(found.level())
                    : OptionalInt.empty();
        }
    }

    /**
     * A district before and after.
     *
     * @param totalBefore exact combined total; absent without any result
     * @param rankBefore absent without any result
     */
    public record Impact(
            RoundId round,
            DistrictCode district,
            Optional<BigFraction> totalBefore,
            Optional<BigFraction> totalAfter,
            OptionalInt rankBefore,
            OptionalInt rankAfter) {

        /**
         * One entry for each district that is ranked before or after, by code, whether anything
         * changes for it or not.
         */
        public static List<Impact> between(Ranking before, Ranking after) {
            return Stream.of(before, after)
                    .flatMap(ranking -> ranking.rows().stream())
                    .map(row -> row.scorecard().district())
                    .distinct()
                    .sorted()
                    .map(code ->
                            new Impact(
                                    after.agreement().round(),
                                    code,
                                    total(before, code),
                                    total(after, code),
                                    rank(before, code),
                                    rank(after, code)))
                    .toList();
        }

        private static Optional<BigFraction> total(Ranking ranking, DistrictCode code) {
            return ranking.row(code).flatMap(row -> row.scorecard().total().points());
        }

        private static OptionalInt rank(Ranking ranking, DistrictCode code) {
            return ranking.row(code).map(Ranking.Row::rank).orElse(OptionalInt.empty());
        }
    }
}
