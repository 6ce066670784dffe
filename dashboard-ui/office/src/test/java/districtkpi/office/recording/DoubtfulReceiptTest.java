package districtkpi.office.recording;

import static districtkpi.db.testing.Figures.key;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.recording.Evidence;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.domain.result.Origin;
import districtkpi.importer.agreement.AgreementReader;
import districtkpi.office.testing.SignedAgreement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtfulReceiptTest {

    private static final DistrictCode DISTRICT = DistrictCode.of("4301");
    private static final LocalDate SAID = LocalDate.of(2022, 3, 4);

    /** As agreements had it at first: the day is recorded by itself. */
    private static final Agreement TYPED =
            new AgreementReader().read(SignedAgreement.document().replace("receipt: evidence", ""));

    private static List<DoubtfulReceipt> found(Agreement agreement, LocalDate... papers) {
        Scoreboard board =
                Scoreboard.of(
                        new StoredAgreement(
                                1,
                                1,
                                "agreement.yaml",
                                "",
                                "0".repeat(64),
                                Instant.EPOCH,
                                agreement),
                        LocalDate.of(2022, 3, 31),
                        List.of(
                                new District(
                                        DISTRICT,
                                        new LocalizedText("เมืองหนองคาย", "Mueang Nong Khai"),
                                        LocalDate.of(2011, 3, 23),
                                        null)),
                        List.of(
                                new Measurement(
                                        agreement.round(),
                                        DISTRICT,
                                        key("T3.evidence_received"),
                                        new MeasuredValue.Day(SAID),
                                        SAID,
                                        "",
                                        "",
                                        new Origin(1, "a.csv", "0".repeat(64), 2, "", false))),
                        List.of());
        Indicator indicator = agreement.indicator(IndicatorId.of("T3")).orElseThrow();
        return DoubtfulReceipt.find(
                board,
                DISTRICT,
                indicator,
                List.of(papers).stream().map(day -> paper(agreement, day)).toList());
    }

    private static Evidence paper(Agreement agreement, LocalDate day) {
        return new Evidence(
                day.toEpochDay(),
                agreement.round(),
                DISTRICT,
                IndicatorId.of("T3"),
                "letter",
                new Evidence.Form.Paper(day),
                Instant.EPOCH,
                "");
    }

    @Test
    void evidenceThatCameInLaterThanSaidIsDoubtful() {
        assertThat(found(TYPED, SAID.plusDays(6), SAID.plusDays(1)))
                .singleElement()
                .satisfies(doubtful -> {
                    assertThat(doubtful.measure().id().value()).isEqualTo("evidence_received");
                    assertThat(doubtful.day()).isEqualTo(SAID);
                    assertThat(doubtful.first()).isEqualTo(SAID.plusDays(1));
                });
    }

    @Test
    void whatCameInByThenIsNotNorIsWhatIsOnPaperElsewhere() {
        assertThat(found(TYPED, SAID, SAID.plusDays(1))).isEmpty();
        assertThat(found(TYPED)).isEmpty();
    }

    @Test
    void aDayThatFollowsFromTheEvidenceNeedsNoRemark() {
        assertThat(found(SignedAgreement.get(), SAID.plusDays(1))).isEmpty();
    }
}
