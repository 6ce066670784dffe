package districtkpi.db.scoreboard;

import static districtkpi.db.testing.Figures.count;
import static districtkpi.db.testing.Figures.key;
import static districtkpi.db.testing.Figures.ratio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.testing.Figures;
import districtkpi.db.testing.TestAgreements;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.domain.result.Origin;
import districtkpi.scoring.Ranking;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ScoreboardTest {

    private static final LocalDate DAY = LocalDate.of(2022, 3, 31);
    private static final Agreement AGREEMENT = new TestAgreements().read("2565-1 70");
    private static final DistrictCode ONE = DistrictCode.of("4301");
    private static final DistrictCode TWO = DistrictCode.of("4302");

    @Test
    void refusesTwoFiguresForOneMeasureOfADistrict() {
        Measurement figure = measurement("4301", "P1.channels", count("1"), false);
        assertThatThrownBy(() -> scoreboard(figure, figure))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Twice: 4301 P1.channels");
    }

    @Test
    void leavesOutDistrictsThatItIsNotAbout() {
        Scoreboard scoreboard = scoreboard(measurement("9901", "P1.channels", count("1"), false));
        assertThat(scoreboard.measurements()).containsOnlyKeys(ONE, TWO);
        assertThat(scoreboard.district(DistrictCode.of("9901"))).isEmpty();
    }

    @Test
    void isADemonstrationAsSoonAsOneFigureThatCountsIs() {
        Measurement real = measurement("4301", "P1.channels", count("1"), false);
        Measurement madeUp = measurement("4302", "P1.channels", count("1"), true);
        assertThat(scoreboard(real).demonstration()).isFalse();
        assertThat(scoreboard(real, madeUp).demonstration()).isTrue();
    }

    @Test
    void ranksWithoutAnythingStored() {
        Ranking ranking =
                Scoreboard.rank(
                        AGREEMENT,
                        districts(),
                        Map.of(
                                TWO,
                                Map.of(
                                        key("T1.spending"),
                                        ratio("90", "100"),
                                        key("P1.channels"),
                                        ratio("1", "2"))),
                        List.of());
        assertThat(ranking.row(TWO).orElseThrow().rank()).isEqualTo(OptionalInt.of(1));
        assertThat(ranking.row(ONE).orElseThrow().rank()).isEmpty();
    }

    @Test
    void leavesOutCandidatesOfAnotherRound() {
        Scoreboard scoreboard = scoreboard();
        assertThat(
                        scoreboard.rankingWith(
                                List.of(
                                        Figures.figure(
                                                "2565-2", "4301", "P1.channels", count("1")))))
                .isEqualTo(scoreboard.ranking());
    }

    @Test
    void takesTheLaterDayOfTwoCandidatesInWhateverOrder() {
        var early = Figures.figure("2565-1", "4301", "P1.channels", count("1"), "2022-01-31");
        var late = Figures.figure("2565-1", "4301", "P1.channels", count("5"), "2022-02-28");
        Scoreboard scoreboard = scoreboard();
        assertThat(scoreboard.rankingWith(List.of(late, early)))
                .isEqualTo(scoreboard.rankingWith(List.of(late)))
                .isEqualTo(scoreboard.rankingWith(List.of(early, late)))
                .isNotEqualTo(scoreboard.rankingWith(List.of(early)));
    }

    private static Scoreboard scoreboard(Measurement... counting) {
        StoredAgreement stored =
                new StoredAgreement(
                        1, 1, "agreement.yaml", "", "0".repeat(64), Instant.EPOCH, AGREEMENT);
        return Scoreboard.of(stored, DAY, districts(), List.of(counting), List.of());
    }

    private static List<District> districts() {
        LocalDate from = LocalDate.of(2011, 3, 23);
        return List.of(
                new District(
                        ONE, new LocalizedText("เมืองหนองคาย", "Mueang Nong Khai"), from, null),
                new District(TWO, new LocalizedText("ท่าบ่อ", "Tha Bo"), from, null));
    }

    private static Measurement measurement(
            String district, String measure, MeasuredValue value, boolean demonstration) {
        return new Measurement(
                AGREEMENT.round(),
                DistrictCode.of(district),
                key(measure),
                value,
                DAY,
                "",
                "",
                new Origin(1, "results.csv", "0".repeat(64), 2, "", demonstration));
    }
}
