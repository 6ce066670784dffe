package districtkpi.scoring.movement;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The districts of two rounds by how much they improved, on the indicators that can be compared.
 *
 * @param byGain by points gained, most improved first: see {@link Row#rankByGain()}
 * @param byShare by the share of the possible gain, most improved first: see {@link
 *     Row#rankByShare()}
 */
public record Improvement(Agreement earlier, Agreement later, List<Row> byGain, List<Row> byShare) {

    public Improvement {
        byGain = List.copyOf(byGain);
        byShare = List.copyOf(byShare);
    }

    /**
     * A district's place. Those who had all that can be had in both rounds could not gain: they
     * have no rank in either order, and stand first in both.
     *
     * @param rankByGain standard competition rank; absent where nothing can be compared, or the top
     *     was kept
     * @param rankByShare likewise; also absent for a district that fell from the top, which has no
     *     share: it stands behind those who stayed where they were and before those who fell from
     *     elsewhere
     */
    public record Row(
            DistrictImprovement improvement, OptionalInt rankByGain, OptionalInt rankByShare) {}

    /**
     * Compares all districts that are in both rankings.
     *
     * <p>For 878 districts some 20,000 additions of fractions.
     *
     * @throws IllegalArgumentException if an agreement has a concept twice
     */
    public static Improvement of(Ranking earlier, Ranking later) {
        RoundComparison comparison = RoundComparison.of(earlier.agreement(), later.agreement());
        Map<DistrictCode, Scorecard> before = new HashMap<>();
        earlier.rows().forEach(row -> before.put(row.scorecard().district(), row.scorecard()));
        Map<DistrictCode, DistrictImprovement> improvements = new TreeMap<>();
        for (Ranking.Row row : later.rows()) {
            DistrictCode district = row.scorecard().district();
            Scorecard old = before.get(district);
            if (old != null) {
                improvements.put(district, comparison.improvement(old, row.scorecard()));
            }
        }
        List<DistrictImprovement> all = List.copyOf(improvements.values());
        Map<DistrictCode, Integer> byGain =
                ranks(
                        all.stream()
                                .filter(one -> one.gain().isPresent() && !one.keptTheTop())
                                .toList(),
                        Improvement::gained);
        Map<DistrictCode, Integer> byShare =
                ranks(
                        all.stream().filter(one -> one.share().isPresent()).toList(),
                        one -> one.share().orElseThrow());
        List<Row> rows =
                all.stream()
                        .map(one ->
                                new Row(
                                        one,
                                        rank(byGain, one.district()),
                                        rank(byShare, one.district())))
                        .toList();
        return new Improvement(
                earlier.agreement(),
                later.agreement(),
                sorted(rows, Tier::byGain, Row::rankByGain),
                sorted(rows, Tier::byShare, Row::rankByShare));
    }

    private static BigFraction gained(DistrictImprovement improvement) {
        return improvement.gain().orElseThrow().gained();
    }

    private static Map<DistrictCode, Integer> ranks(
            List<DistrictImprovement> improvements, Function<DistrictImprovement, BigFraction> by) {
        record Placed(DistrictCode district, BigFraction value) {}
        List<Placed> placed = new ArrayList<>();
        improvements.forEach(one -> placed.add(new Placed(one.district(), by.apply(one))));
        placed.sort(Comparator.comparing(Placed::value).reversed());
        Map<DistrictCode, Integer> ranks = new HashMap<>();
        int rank = 0;
        for (int i = 0; i < placed.size(); i++) {
            boolean asBefore = i > 0 && placed.get(i).value().equals(placed.get(i - 1).value());
            rank = asBefore ? rank : i + 1;
            ranks.put(placed.get(i).district(), rank);
        }
        return ranks;
    }

    private static OptionalInt rank(Map<DistrictCode, Integer> ranks, DistrictCode district) {
        Integer rank = ranks.get(district);
        return rank == null ? OptionalInt.empty() : OptionalInt.of(rank);
    }

    private static List<Row> sorted(
            List<Row> rows,
            Function<DistrictImprovement, Tier> tier,
            Function<Row, OptionalInt> rank) {
        return rows.stream()
                .sorted(
                        Comparator.comparing((Row row) -> tier.apply(row.improvement()))
                                .thenComparing(row -> rank.apply(row).orElse(0))
                                .thenComparing(row -> row.improvement().district()))
                .toList();
    }

    /** Where the districts without a rank stand among the others. */
    private enum Tier {
        KEPT_THE_TOP,
        NOT_FALLEN,
        FELL_FROM_THE_TOP,
        FALLEN,
        NOT_COMPARABLE;

        static Tier byGain(DistrictImprovement improvement) {
            if (improvement.gain().isEmpty()) {
                return NOT_COMPARABLE;
            }
            if (improvement.keptTheTop()) {
                return KEPT_THE_TOP;
            }
            return gained(improvement).compareTo(BigFraction.ZERO) >= 0 ? NOT_FALLEN : FALLEN;
        }

        static Tier byShare(DistrictImprovement improvement) {
            Tier tier = byGain(improvement);
            return tier == FALLEN && improvement.share().isEmpty() ? FELL_FROM_THE_TOP : tier;
        }
    }
}
