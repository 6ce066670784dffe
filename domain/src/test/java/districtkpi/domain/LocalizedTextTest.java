package districtkpi.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LocalizedTextTest {

    private final LocalizedText text = new LocalizedText("ระดับ ๑", "Level 1");

    @Test
    void isEnglishInEnglishAndThaiInEveryOtherLanguage() {
        assertThat(text.in(Locale.UK)).isEqualTo("Level 1");
        assertThat(text.in(Locale.of("th", "TH"))).isEqualTo("ระดับ ๑");
        assertThat(text.in(Locale.GERMAN)).isEqualTo("ระดับ ๑");
        assertThat(text.in(Locale.ROOT)).isEqualTo("ระดับ ๑");
    }

    @Test
    void needsBothForms() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalizedText(" ", "Level 1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalizedText("ระดับ ๑", ""));
    }
}
