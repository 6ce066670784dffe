package districtkpi.scoring.certainty;

import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.Ranking;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * How sure the ranks of a ranking are.
 *
 * <p>Everything is exact: closed formulas instead of samples, so that the same ranking always gets
 * the same answer. The formulas stand in {@code docs/method/certainty.md}.
 *
 * <p>Immutable, and safe to share between threads.
 */
public final class Certainty {

    /** Neighbours that weights changed by ±10 % can turn round count as nearly level. */
    public static final BigFraction NEAR = BigFraction.of(1, 10);

    private final List<Ranking.Row> rows;
    private final ContributionTable contributions;
    private final List<List<LevelSteps>> steps;
    private final List<Pair> neighbours;
    private final Map<DistrictCode, RankInterval> byMissingFigures;

    private Certainty(Ranking ranking) {
        this.rows = ranking.rows().stream().filter(row -> row.rank().isPresent()).toList();
        List<List<CombinedLine>> lines =
                rows.stream()
                        .map(row -> CombinedLine.of(ranking.agreement(), row.scorecard()))
                        .toList();
        this.contributions = new ContributionTable(lines);
        this.steps =
                lines.stream()
                        .map(district -> LevelSteps.of(ranking.agreement(), district))
                        .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            pairs.add(pair(i - 1, i));
        }
        this.neighbours = List.copyOf(pairs);
        this.byMissingFigures = MissingFigures.intervals(ranking);
    }

    /**
     * Works out what is the same for every change of weights.
     *
     * @param ranking of scorecards as the scorer makes them
     */
    public static Certainty of(Ranking ranking) {
        return new Certainty(ranking);
    }

    /**
     * Each district that has a total with the one that follows it, from the first rank to the last;
     * one less than there are such districts.
     */
    public List<Pair> neighbours() {
        return neighbours;
    }

    /** Any two districts; absent if they are one, or if one of them has no total. */
    public Optional<Pair> between(DistrictCode one, DistrictCode other) {
        OptionalInt first = place(one);
        OptionalInt second = place(other);
        if (first.isEmpty() || second.isEmpty() || one.equals(other)) {
            return Optional.empty();
        }
        return Optional.of(
                pair(
                        Math.min(first.getAsInt(), second.getAsInt()),
                        Math.max(first.getAsInt(), second.getAsInt())));
    }

    private OptionalInt place(DistrictCode district) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).scorecard().district().equals(district)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private Pair pair(int ahead, int behind) {
        BigFraction gap = contributions.gap(ahead, behind);
        return new Pair(
                district(ahead),
                district(behind),
                gap,
                Reversal.of(gap, contributions.spread(ahead, behind)),
                LevelChanges.between(steps.get(ahead), steps.get(behind), gap));
    }

    private DistrictCode district(int place) {
        return rows.get(place).scorecard().district();
    }

    private int rank(int place) {
        return rows.get(place).rank().orElseThrow();
    }

    /**
     * The ranks that each district can have if every weight is changed by at most ±{@code change}
     * of itself, in the order of the ranking; districts without a total have none.
     *
     * <p>Compares every district with every other: for 878 districts and 11 indicators about four
     * million additions.
     *
     * @param change from 0 to 1, such as 1/10 for ±10 %
     * @throws IllegalArgumentException if it is outside of that, or has more than 18 digits
     */
    public Map<DistrictCode, RankInterval> byWeights(BigFraction change) {
        requirePart(change);
        long numerator = change.getNumerator().longValueExact();
        long denominator = change.getDenominator().longValueExact();
        int count = rows.size();
        int[] best = new int[count];
        int[] worst = new int[count];
        for (int ahead = 0; ahead < count; ahead++) {
            for (int behind = ahead + 1; behind < count; behind++) {
                int sign = contributions.compare(numerator, denominator, ahead, behind);
                boolean tie = rank(ahead) == rank(behind);
                if (sign > 0) {
                    // They can pass each other.
                    worst[ahead]++;
                    worst[behind]++;
                } else if (!tie) {
                    worst[behind]++;
                    if (sign < 0) {
                        best[behind]++;
                    }
                }
            }
        }
        Map<DistrictCode, RankInterval> intervals = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            intervals.put(district(i), new RankInterval(1 + best[i], 1 + worst[i]));
        }
        return Collections.unmodifiableMap(intervals);
    }

    private static void requirePart(BigFraction change) {
        if (change.compareTo(BigFraction.ZERO) < 0 || change.compareTo(BigFraction.ONE) > 0) {
            throw new IllegalArgumentException("Weights are changed by 0 to 1: " + change);
        }
        if (change.getDenominator().bitLength() >= Long.SIZE) {
            throw new IllegalArgumentException("More digits than a change needs: " + change);
        }
    }

    /**
     * The ranks that each district can still have, whichever missing figures arrive, in the order
     * of the ranking. Districts without any result take part; those to which nothing applies have
     * no interval. That a missing figure might turn out not to apply is left out.
     */
    public Map<DistrictCode, RankInterval> byMissingFigures() {
        return byMissingFigures;
    }

    /**
     * The ranked districts in groups of ties and near-ties, in the order of the ranking; each
     * district is in one of them.
     *
     * @param change neighbours that it can turn round are in one band; see {@link #NEAR}
     */
    public List<Band> bands(BigFraction change) {
        List<Band> bands = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || !neighbours.get(i - 1).isNear(change)) {
                bands.add(
                        new Band(
                                rows.subList(from, i).stream()
                                        .map(row -> row.scorecard().district())
                                        .toList(),
                                rank(from),
                                rank(i - 1)));
                from = i;
            }
        }
        return bands;
    }
}
