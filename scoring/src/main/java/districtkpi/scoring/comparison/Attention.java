package districtkpi.scoring.comparison;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorecard.Line;
import districtkpi.scoring.Scorecard.Total;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Districts that somebody should look after.
 *
 * @param missing with figures that nobody reported, the most points at stake first
 * @param twiceFalling whose total fell in each of the last two rounds, the deepest fall first
 */
public record Attention(List<Missing> missing, List<TwiceFalling> twiceFalling) {

    /** How many rounds it looks at: the last one, and two before it for totals that fell twice. */
    public static final int ROUNDS = 3;

    public Attention {
        missing = List.copyOf(missing);
        twiceFalling = List.copyOf(twiceFalling);
    }

    /**
     * A district with missing figures of what counts.
     *
     * @param noResult indicators without any, in the order of the agreement
     * @param incomplete indicators with some, in the order of the agreement
     * @param open points of the combined total that the missing figures can still bring
     */
    public record Missing(
            DistrictCode district,
            List<IndicatorId> noResult,
            List<IndicatorId> incomplete,
            BigFraction open) {
        public Missing {
            noResult = List.copyOf(noResult);
            incomplete = List.copyOf(incomplete);
        }
    }

    /**
     * A district that fell twice.
     *
     * @param beforeLast total two rounds ago
     * @param last less than that
     * @param now less again
     */
    public record TwiceFalling(
            DistrictCode district, BigFraction beforeLast, BigFraction last, BigFraction now) {

        /** How far in both rounds together, above 0. */
        public BigFraction fall() {
            return beforeLast.subtract(now);
        }
    }

    /**
     * Looks at the last round, and for falling totals at the last {@link #ROUNDS}.
     *
     * @param rounds in order, the current one last; with fewer than three nobody fell twice. A
     *     round in which a district has no total breaks a fall
     */
    public static Attention of(List<Ranking> rounds) {
        if (rounds.isEmpty()) {
            return new Attention(List.of(), List.of());
        }
        List<Map<DistrictCode, BigFraction>> totals =
                rounds.reversed().stream().limit(ROUNDS).map(Attention::totals).toList();
        List<Missing> missing = new ArrayList<>();
        List<TwiceFalling> falling = new ArrayList<>();
        for (Ranking.Row row : rounds.getLast().rows()) {
            missing(row.scorecard()).ifPresent(missing::add);
            falling(totals, row.scorecard().district()).ifPresent(falling::add);
        }
        missing.sort(
                Comparator.comparing(Missing::open).reversed().thenComparing(Missing::district));
        falling.sort(
                Comparator.comparing(TwiceFalling::fall)
                        .reversed()
                        .thenComparing(TwiceFalling::district));
        return new Attention(missing, falling);
    }

    private static Optional<Missing> missing(Scorecard scorecard) {
        List<IndicatorId> noResult = new ArrayList<>();
        List<IndicatorId> incomplete = new ArrayList<>();
        for (Line line : scorecard.lines()) {
            if (line.score().indicator().isWatchedOnly()) {
                continue;
            }
            switch (line.score()) {
                case IndicatorScore.NoResult none -> noResult.add(none.indicator().id());
                case IndicatorScore.Incomplete some -> incomplete.add(some.indicator().id());
                case IndicatorScore.Scored _, IndicatorScore.NotApplicable _ -> {}
            }
        }
        if (noResult.isEmpty() && incomplete.isEmpty()) {
            return Optional.empty();
        }
        Total total = scorecard.total();
        return Optional.of(
                new Missing(
                        scorecard.district(),
                        noResult,
                        incomplete,
                        total.possibleMax().subtract(total.points().orElse(BigFraction.ZERO))));
    }

    /**
     * @param totals of the last three rounds, the current one first
     */
    private static Optional<TwiceFalling> falling(
            List<Map<DistrictCode, BigFraction>> totals, DistrictCode district) {
        List<BigFraction> own =
                totals.stream().flatMap(round -> Stream.ofNullable(round.get(district))).toList();
        return own.size() == ROUNDS
                        && own.get(0).compareTo(own.get(1)) < 0
                        && own.get(1).compareTo(own.get(2)) < 0
                ? Optional.of(new TwiceFalling(district, own.get(2), own.get(1), own.get(0)))
                : Optional.empty();
    }

    private static Map<DistrictCode, BigFraction> totals(Ranking ranking) {
        Map<DistrictCode, BigFraction> totals = new HashMap<>();
        for (Ranking.Row row : ranking.rows()) {
            Scorecard scorecard = row.scorecard();
            scorecard
                    .total()
                    .points()
                    .ifPresent(points -> totals.put(scorecard.district(), points));
        }
        return totals;
    }
}
