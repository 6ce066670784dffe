package districtkpi.importer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+SUM(A1)",
                "-cmd|x",
                "@A1",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "＝1",
                "-1-2",
                "+66 42",
                "--1",
                "-",
                "=",
                "-1.2.3",
                "'=1",
                "''=1"
            })
    void makesFormulasHarmless(String text) {
        assertThat(SpreadsheetText.neutral(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetText.original("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "1",
                "-1",
                "+1",
                "-1.50",
                "-1,234.5",
                "-3%",
                "a=b",
                "ก",
                "2565-1",
                "'ก",
                "'",
                "n/a"
            })
    void leavesTheRestAlone(String text) {
        assertThat(SpreadsheetText.neutral(text)).isEqualTo(text);
        assertThat(SpreadsheetText.original(text)).isEqualTo(text);
    }
}
