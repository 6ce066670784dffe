package districtkpi.scoring.plan;

import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.place.DistrictCode;
import java.util.List;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;

/** Something a district can do about one indicator. Gains are points of the combined total. */
public sealed interface Move {

    DistrictCode district();

    Indicator indicator();

    /**
     * To reach a higher level.
     *
     * @param from the level now, 0–4
     * @param to a higher one that can still be reached, up to 5
     * @param changes what it takes, at most one for each measure; empty never
     * @param gain exact, 0 or more; where the agreement interpolates, up to the threshold of the
     *     level, and what the smallest step brings beyond it is left out
     */
    record Climb(
            DistrictCode district,
            Indicator indicator,
            int from,
            int to,
            List<Change> changes,
            BigFraction gain)
            implements Move {
        public Climb {
            changes = List.copyOf(changes);
        }
    }

    /**
     * To report figures that are missing, before anybody can say what they are worth.
     *
     * @param from the level now, which counts them as not met; absent without any result
     * @param lowest the level that the worst figures give
     * @param highest the level that the best figures give, leaving out levels whose deadline is
     *     over; above {@code from}
     * @param figures the measures that are missing, in the order of the agreement
     * @param gainAtLowest 0 or more
     * @param gainAtHighest above 0
     */
    record ReportFirst(
            DistrictCode district,
            Indicator indicator,
            OptionalInt from,
            int lowest,
            int highest,
            List<MeasureId> figures,
            BigFraction gainAtLowest,
            BigFraction gainAtHighest)
            implements Move {
        public ReportFirst {
            figures = List.copyOf(figures);
        }
    }
}
