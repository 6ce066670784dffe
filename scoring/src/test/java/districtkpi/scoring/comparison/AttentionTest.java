package districtkpi.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.Figures;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import districtkpi.scoring.WorkedDistrict;
import districtkpi.scoring.comparison.Attention.Missing;
import districtkpi.scoring.comparison.Attention.TwiceFalling;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class AttentionTest {

    private static final Agreement AGREEMENT = Agreements.round2565No1();
    private static final Scorer SCORER = new Scorer(AGREEMENT);

    @Test
    void namesWhatIsMissingAndWhatItCanStillBring() throws IOException {
        Map<MeasureKey, MeasuredValue> some = new HashMap<>(WorkedDistrict.values(AGREEMENT));
        some.keySet().removeIf(key -> key.toString().equals("P1.households_developed"));
        some.keySet().removeIf(key -> key.toString().equals("P7.report_presented"));
        Ranking ranking =
                Ranking.of(
                        AGREEMENT,
                        List.of(
                                SCORER.score(
                                        DistrictCode.of("4301"), WorkedDistrict.values(AGREEMENT)),
                                SCORER.score(DistrictCode.of("4302"), some),
                                SCORER.score(DistrictCode.of("4303"), Map.of())));

        List<Missing> missing = Attention.of(List.of(ranking)).missing();

        assertThat(missing)
                .extracting(each -> each.district().value())
                .containsExactly("4303", "4302");
        assertThat(missing.getFirst().noResult()).hasSize(11);
        assertThat(missing.getFirst().open()).isEqualTo(BigFraction.of(100));
        // P1 can bring all of its 10 points, P7 the last of its five levels.
        assertThat(missing.getLast())
                .isEqualTo(
                        new Missing(
                                DistrictCode.of("4302"),
                                List.of(IndicatorId.of("P1")),
                                List.of(IndicatorId.of("P7")),
                                BigFraction.of(11)));
    }

    @Test
    void twiceFallingIsToFallInEachOfTheLastTwoRounds() {
        Ranking longAgo = ranking(5, 5, 5, 5, 5);
        Ranking beforeLast = ranking(5, 4, 3, 5, 5);
        Ranking last = ranking(4, 3, 3, -1, 3);
        Ranking now = ranking(3, 3, 2, 1, 1);

        // Of T1 a level is worth 4 points of the combined total.
        assertThat(Attention.of(List.of(longAgo, beforeLast, last, now)).twiceFalling())
                .containsExactly(falling("4305", 20, 12, 4), falling("4301", 20, 16, 12));
        assertThat(Attention.of(List.of(last, now)).twiceFalling()).isEmpty();
        assertThat(Attention.of(List.of(now, last, beforeLast)).twiceFalling()).isEmpty();
        assertThat(Attention.of(List.of()).missing()).isEmpty();
    }

    private static TwiceFalling falling(String district, int beforeLast, int last, int now) {
        return new TwiceFalling(
                DistrictCode.of(district),
                BigFraction.of(beforeLast),
                BigFraction.of(last),
                BigFraction.of(now));
    }

    /** Districts by their levels in T1; below 0 there is no result. */
    private static Ranking ranking(int... levels) {
        List<Scorecard> scorecards = new ArrayList<>();
        for (int level : levels) {
            scorecards.add(
                    SCORER.score(
                            DistrictCode.of(String.valueOf(4301 + scorecards.size())),
                            Figures.of(
                                    AGREEMENT,
                                    "T1",
                                    level < 0 ? "" : "spending=" + (65 + 5 * level) + "%")));
        }
        return Ranking.of(AGREEMENT, scorecards);
    }
}
