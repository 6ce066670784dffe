package districtkpi.importer;

import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.Ranking;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * What a file would do, did, or why it was refused.
 *
 * @param id of the import; present once committed
 * @param sha256 of the file's bytes, 64 lower-case hexadecimal digits
 * @param rows data rows of the file (for an agreement: its indicators)
 * @param created figures that were not known before (for an agreement: indicators, here and below)
 * @param changed figures that differ from those known before
 * @param unchanged figures that were known already
 * @param rejected rows with an error
 * @param impact what it does to the districts' totals and ranks, by round and district; empty if
 *     refused
 */
public record ImportReport(
        OptionalLong id,
        Status status,
        String file,
        String sha256,
        int rows,
        int created,
        int changed,
        int unchanged,
        int rejected,
        List<Issue> issues,
        List<Impact> impact) {

    public ImportReport {
        issues = List.copyOf(issues);
        impact = List.copyOf(impact);
    }

    /** How an import ended. */
    public enum Status {
        COMMITTED,
        DRY_RUN,
        REJECTED
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
