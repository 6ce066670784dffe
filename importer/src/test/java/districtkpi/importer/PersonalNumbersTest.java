package districtkpi.importer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890123",
                "๑๒๓๔๕๖๗๘๙๐๑๒๓",
                "1-2345-67890-12-3",
                "๑-๒๓๔๕-๖๗๘๙๐-๑๒-๓",
                "1 2345 67890 12 3",
                "1 – 2345 – 67890 – 12 – 3",
                "1‑2345‑67890‑12‑3",
                "1\u00A02345\u00A067890\u00A012\u00A03",
                "123456\u200B7890123",
                "12345 67890123",
                "1 234 567 890 123",
                "เลข.1234567890123",
                "เลขที่1234567890123ครับ",
                "x1234567890123x",
                "1234567890123.50",
                "-1234567890123",
                "โทร 081-234-5678 1-2345-67890-12-3",
                "1-2345-67890-12-3 และ 2-2345-67890-12-3",
                "\"1234567890123\"",
                "1 23 4567 890123"
            })
    void findsThemInAnyDressing(String text) {
        assertThat(PersonalNumbers.isIn(text)).isTrue();
        assertThat(PersonalNumbers.mask(text)).doesNotContainPattern("[0-9๐-๙]{4}.*[0-9๐-๙]{4}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456789012",
                "12345678901234",
                "82.1428571428571%",
                "0.1234567890123",
                "1,234,567,890,123",
                "2022-03-04 2022-03-05",
                "2022-03-04 2565-1",
                "04-03-2565 12345",
                "2565-1,4301,100000,200000",
                "12345\n67890123",
                "4301\t123456789",
                // A hash in a table that the program itself wrote.
                "results.csv,ab1234567890123cdef0123456789abcdef0123456789abcdef0123456789abc,true"
            })
    void leavesOtherNumbersAlone(String text) {
        assertThat(PersonalNumbers.find(text)).isEmpty();
        assertThat(PersonalNumbers.mask(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "นาย ก 1-2345-67890-12-3 มาแล้ว, นาย ก •-••••-•••••-••-• มาแล้ว",
        "a1234567890123b 12, a•••••••••••••b 12",
    })
    void hidesTheDigitsAndNothingElse(String text, String masked) {
        assertThat(PersonalNumbers.mask(text)).isEqualTo(masked);
    }
}
