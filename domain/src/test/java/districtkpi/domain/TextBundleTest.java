package districtkpi.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextBundleTest {

    private final TextBundle texts = TextBundle.beside(TextBundleTest.class, "examples");

    @Test
    void givesATextInBothLanguages() {
        assertThat(texts.text("greeting", 3)).isEqualTo(new LocalizedText("สวัสดี 3", "Hello 3"));
        assertThat(texts.text("greeting", new LocalizedText("โลก", "world")))
                .isEqualTo(new LocalizedText("สวัสดี โลก", "Hello world"));
    }

    @Test
    void putsArgumentsInAsTheyAre() {
        assertThat(texts.text("named", Map.of("value", "{0}"), "$1\\{value}"))
                .isEqualTo(
                        new LocalizedText("{0} $1\\{value} {other}", "{0}, $1\\{value}, {other}"));
    }

    @Test
    void keepsSpacesThatAreWritten() {
        assertThat(texts.text("spaced")).isEqualTo(new LocalizedText(" เว้น", " spaced"));
    }

    @Test
    void speaksThaiToEverybodyWhoDoesNotReadEnglish() {
        assertThat(texts.template("greeting", Locale.FRENCH)).isEqualTo("สวัสดี {0}");
        assertThat(texts.template("greeting", Locale.UK)).isEqualTo("Hello {0}");
    }

    @Test
    void changesTextsAsTheyAreRead() {
        TextBundle changed =
                TextBundle.beside(
                        TextBundleTest.class, "examples", text -> text.replace(" {0}", "!"));

        assertThat(changed.text("greeting")).isEqualTo(new LocalizedText("สวัสดี!", "Hello!"));
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatThrownBy(() -> texts.text("no.such.text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no.such.text");
        assertThatThrownBy(() -> TextBundle.beside(TextBundleTest.class, "nothing"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing_th.properties");
    }
}
