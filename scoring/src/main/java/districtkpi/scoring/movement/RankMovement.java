package districtkpi.scoring.movement;

import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Why ranks moved from one round to another: by a district's own total, or by those of the others.
 *
 * <p>Ranks here are over the districts that have a total in both rounds. Where districts came or
 * went, they differ from the ranks of the two rankings.
 *
 * @param rows by later rank, districts of one rank by code
 * @param came districts that have a total in the later round only, by code
 * @param went districts that have a total in the earlier round only, by code
 */
public record RankMovement(List<Row> rows, List<DistrictCode> came, List<DistrictCode> went) {

    public RankMovement {
        rows = List.copyOf(rows);
        came = List.copyOf(came);
        went = List.copyOf(went);
    }

    /**
     * A district's movement; places gained are positive, so up is positive.
     *
     * @param before rank in the earlier round, from 1
     * @param after rank in the later round, from 1
     * @param own places by its own change of total; a multiple of ½
     * @param others places by what the other districts' totals did; a multiple of ½
     */
    public record Row(
            DistrictCode district, int before, int after, BigFraction own, BigFraction others) {

        /** Places gained: own and others together. */
        public int change() {
            return before - after;
        }
    }

    /** Totals in order, to count those above a total. */
    private record Totals(Map<DistrictCode, BigFraction> byDistrict, BigFraction[] ascending) {

        static Totals of(Map<DistrictCode, BigFraction> all, Set<DistrictCode> districts) {
            Map<DistrictCode, BigFraction> totals = new TreeMap<>(all);
            totals.keySet().retainAll(districts);
            BigFraction[] ascending = totals.values().toArray(BigFraction[]::new);
            Arrays.sort(ascending);
            return new Totals(totals, ascending);
        }

        BigFraction of(DistrictCode district) {
            return Objects.requireNonNull(byDistrict.get(district));
        }

        /** The rank that a total would have among the totals of all districts but one. */
        int rank(BigFraction total, DistrictCode without) {
            int above = ascending.length - firstAbove(total);
            return 1 + above - (of(without).compareTo(total) > 0 ? 1 : 0);
        }

        private int firstAbove(BigFraction total) {
            int low = 0;
            int high = ascending.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (ascending[middle].compareTo(total) > 0) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }
    }

    /** Takes n log n comparisons for n districts. */
    public static RankMovement of(Ranking earlier, Ranking later) {
        Map<DistrictCode, BigFraction> before = totals(earlier);
        Map<DistrictCode, BigFraction> after = totals(later);
        Set<DistrictCode> both = new TreeSet<>(before.keySet());
        both.retainAll(after.keySet());
        Totals old = Totals.of(before, both);
        Totals current = Totals.of(after, both);
        List<Row> rows = new ArrayList<>(both.size());
        for (DistrictCode district : both) {
            rows.add(row(district, old, current));
        }
        rows.sort(Comparator.comparingInt(Row::after).thenComparing(Row::district));
        return new RankMovement(rows, only(after, both), only(before, both));
    }

    private static Row row(DistrictCode district, Totals old, Totals current) {
        BigFraction from = old.of(district);
        BigFraction to = current.of(district);
        int before = old.rank(from, district);
        int after = current.rank(to, district);
        int ownFirst = before - old.rank(to, district);
        int ownLast = current.rank(from, district) - after;
        BigFraction own = BigFraction.of(ownFirst + ownLast, 2);
        return new Row(district, before, after, own, BigFraction.of(before - after).subtract(own));
    }

    private static Map<DistrictCode, BigFraction> totals(Ranking ranking) {
        Map<DistrictCode, BigFraction> totals = new TreeMap<>();
        for (Ranking.Row row : ranking.rows()) {
            row.scorecard()
                    .total()
                    .points()
                    .ifPresent(points -> totals.put(row.scorecard().district(), points));
        }
        return totals;
    }

    private static List<DistrictCode> only(
            Map<DistrictCode, BigFraction> totals, Set<DistrictCode> both) {
        return totals.keySet().stream().filter(district -> !both.contains(district)).toList();
    }

    /** The movement of a district; absent unless it has a total in both rounds. */
    public Optional<Row> row(DistrictCode district) {
        return rows.stream().filter(row -> row.district().equals(district)).findFirst();
    }
}
