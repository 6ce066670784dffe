package districtkpi.importer.result;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.RoundId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2565-1",
                " 2565 - 1 ",
                "๒๕๖๕-๑",
                "2565–1",
                "=\"2565-1\"",
                "รอบ 2565-1",
                "รอบที่ 2565-1",
                "รอบการประเมิน 2565-1",
                "Round 2565-1"
            })
    void readsARound(String text) {
        assertThat(RoundText.read(text)).contains(RoundId.parse("2565-1"));
    }

    /** What Excel and LibreOffice make of 2565-1 and 2565-2, in Thai and English. */
    @ParameterizedTest
    @CsvSource({
        "Jan-65, 2565-1",
        "ม.ค.-65, 2565-1",
        "Feb-65, 2565-2",
        "1-Jan-65, 2565-1",
        "01 ม.ค. 2565, 2565-1",
        "Jan-2565, 2565-1",
        "January 2565, 2565-1",
        "1/1/2565, 2565-1",
        "1/1/65, 2565-1",
        "01/01/2565 0:00, 2565-1",
        "1/2/2565, 2565-2",
        "2/1/2565, 2565-2",
        "01/2565, 2565-1",
        "01/65, 2565-1",
        "2565/01/01, 2565-1",
        "2565-01-01, 2565-1",
        "2565-02-01, 2565-2",
        "2565-01-01T00:00:00, 2565-1",
        "2565-01-01 00:00:00, 2565-1",
        "2565-01, 2565-1",
        "242889, 2565-1",
        // saved as Jan-65 and opened again
        "1965-01-01, 2565-1",
        "1/1/1965, 2565-1",
        "Jan-1965, 2565-1",
    })
    void findsTheRoundThatASpreadsheetMadeADateOf(String text, String round) {
        assertThat(RoundText.read(text)).isEmpty();
        assertThat(RoundText.ofDate(text)).contains(RoundId.parse(round));
        assertThat(RoundText.isDate(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mar-65",
                "15/1/2565",
                "2/3/2565",
                "2022-01-01",
                "Jan-2022",
                "2565-01-02",
                "4 มี.ค. 65"
            })
    void tellsOtherDatesFromRounds(String text) {
        assertThat(RoundText.ofDate(text)).isEmpty();
        assertThat(RoundText.isDate(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "2565", "2565-1-x", "1", "รอบแรก", "4301", "123456"})
    void takesNothingElseForADate(String text) {
        assertThat(RoundText.ofDate(text)).isEmpty();
        assertThat(RoundText.isDate(text)).isFalse();
    }
}
