package districtkpi.export.table;

import static districtkpi.db.testing.Figures.key;
import static districtkpi.db.testing.Figures.ratio;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.domain.result.Origin;
import districtkpi.office.testing.SignedAgreement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionsTableTest {

    private static final Agreement AGREEMENT = SignedAgreement.get();
    private static final LocalDate DAY = LocalDate.of(2022, 3, 31);
    private static final District MUEANG = district("4301", "เมืองหนองคาย", "Mueang Nong Khai");
    private static final District ENDED = district("4308", "สังคม", "Sangkhom");

    @Test
    void theFiguresLevelsTotalAndRankOfADistrictThatEndedWithinTheRoundAreListed() {
        List<CorrectionsTable.Row> rows =
                CorrectionsTable.rows(board(MUEANG, ENDED), board(MUEANG));

        assertThat(rows)
                .filteredOn(row -> row.district().equals(ENDED.code()))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.after()).isInstanceOf(Cell.Absent.class))
                .extracting(CorrectionsTable.Row::kind)
                .contains("figure", "level", "total", "rank");
        assertThat(rows)
                .filteredOn(
                        row -> row.kind().equals("figure") && row.district().equals(ENDED.code()))
                .hasSize(figures(ENDED).size());
    }

    @Test
    void ofOneDistrictAloneNothingIsSaidOfTheOthers() {
        Scoreboard published = board(MUEANG, ENDED);

        assertThat(
                        CorrectionsTable.rows(
                                published.only(MUEANG.code()), published.only(MUEANG.code())))
                .isEmpty();
    }

    private static Scoreboard board(District... districts) {
        return Scoreboard.of(
                new StoredAgreement(
                        1, 1, "agreement.yaml", "", "0".repeat(64), Instant.EPOCH, AGREEMENT),
                DAY,
                List.of(districts),
                List.of(districts).stream().flatMap(one -> figures(one).stream()).toList(),
                List.of());
    }

    private static List<Measurement> figures(District district) {
        return List.of(
                figure(district, "T1.spending", ratio("85", "100")),
                figure(district, "P1.households_developed", ratio("90", "100")));
    }

    private static Measurement figure(District district, String measure, MeasuredValue value) {
        return new Measurement(
                AGREEMENT.round(),
                district.code(),
                key(measure),
                value,
                DAY,
                "",
                "",
                new Origin(1, "results.csv", "0".repeat(64), 2, "", false));
    }

    private static District district(String code, String th, String en) {
        return new District(
                DistrictCode.of(code), new LocalizedText(th, en), LocalDate.of(2011, 3, 23), null);
    }
}
