package districtkpi.office.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import districtkpi.office.refusal.Refused;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {

    private static final Words ENGLISH = new Words(new Translations(), Translations.ENGLISH, false);

    @ParameterizedTest
    @CsvSource({
        "https://kpi.example.go.th, https://kpi.example.go.th",
        "' HTTPS://KPI.example.go.th/ ', https://kpi.example.go.th",
        "http://10.0.0.7:8080/kpi/, http://10.0.0.7:8080/kpi",
        "http://[::1]:8080, http://[::1]:8080",
    })
    void anAddressHasOneForm(String typed, String kept) {
        Optional<ProgramAddress> read = Setting.ADDRESS.read(typed);
        assertThat(Setting.ADDRESS.text(read)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kpi.example.go.th",
                "ftp://kpi.example.go.th",
                "javascript:alert(1)",
                "https://",
                "https:///kpi",
                "https://kpi.example.go.th/a/../b",
                "https://kpi.example.go.th/%2e%2e",
                "https://kpi.example.go.th//other.example",
                "https://kpi.example.go.th?x=1",
                "https://kpi.example.go.th/#there",
                "https://user:secret@kpi.example.go.th",
                "https://kpi.example.go.th:99999",
                "https://kpi example.go.th",
                "https://อำเภอ.ไทย"
            })
    void whatLeadsElsewhereIsNoAddress(String typed) {
        assertThatThrownBy(() -> Setting.ADDRESS.read(typed)).isInstanceOf(Refused.class);
    }

    @Test
    void daysAreReadAsPeopleWriteThem() {
        assertThat(Setting.REMINDER_DAYS.read("๑, −7 ,-1,+1")).containsExactly(-7, -1, 1);
        assertThat(Setting.REMINDER_DAYS.read(" ")).isEmpty();
        assertThat(Setting.REMINDER_DAYS.text(List.of(-7, 1))).isEqualTo("-7,1");
        for (String typed :
                List.of("91", "-2565", "1;2", "tomorrow", "1,,2", "1,".repeat(20) + "1")) {
            assertThatThrownBy(() -> Setting.REMINDER_DAYS.read(typed))
                    .as(typed)
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void aNumberStaysWithinItsBoundsAndSaysThem() {
        assertThat(Setting.IDLE.read("๔๕")).isEqualTo(Duration.ofMinutes(45));
        assertThat(Setting.MAX_SESSION.read("24")).isEqualTo(Duration.ofHours(24));
        for (String typed : List.of("2", "21", "-5", "3.5", "", "five")) {
            assertThat(
                            catchThrowableOfType(
                                            Refused.class, () -> Setting.MAX_FAILURES.read(typed))
                                    .text(ENGLISH))
                    .as(typed)
                    .contains("from 3 to 20");
        }
    }

    @Test
    void whatWasReadIsReadAgainAsTheSame() {
        for (Setting<?> setting : Setting.all()) {
            assertSameAgain(setting);
        }
        assertThat(Setting.all().stream().map(Setting::key)).doesNotHaveDuplicates();
    }

    private static <T> void assertSameAgain(Setting<T> setting) {
        assertThat(setting.read(setting.text(setting.builtIn())))
                .as(setting.key())
                .isEqualTo(setting.builtIn());
    }
}
