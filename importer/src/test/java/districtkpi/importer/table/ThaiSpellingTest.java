package districtkpi.importer.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThaiSpellingTest {

    private static final String LETTERS = "กชaะาำิีึัุูเแโ็่้๊๋์ํ๎ฺฯ ๑";
    private static final int TEXTS = 20_000;

    @ParameterizedTest
    @CsvSource({
        "น้ำหนัก, น้ำหนัก",
        "น้ํา, น้ำ",
        "นํ้า, น้ำ",
        "นำ้, น้ำ",
        "เเม่, แม่",
        "ท่่าบ่อ, ท่าบ่อ",
        "ชี้วัด, ชี้วัด",
        "ช้ีวัด, ชี้วัด",
        "ศรีีเชียงใหม่, ศรีเชียงใหม่",
        "Tha Bo, Tha Bo"
    })
    void bringsWhatLooksTheSameToTheSameCharacters(String written, String expected) {
        assertThat(ThaiSpelling.normal(written)).isEqualTo(expected);
    }

    @Test
    void leavesOutOnlyWorkThatWouldChangeNothing() {
        Random random = new Random(2565);
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(9); length > 0; length--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            assertThat(ThaiSpelling.normal(text.toString()))
                    .as("of %s", text)
                    .isEqualTo(ThaiSpelling.mended(text.toString()));
        }
    }
}
