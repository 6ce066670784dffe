package districtkpi.db.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import districtkpi.db.testing.DatabaseContext;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

class SettingRepositoryIT {

    private static DatabaseContext database;
    private static SettingRepository settings;

    @BeforeAll
    static void start() {
        database = new DatabaseContext();
        settings = database.get(SettingRepository.class);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static void add(String setting, int version, Optional<String> value) {
        database.inTransaction(() -> {
            settings.add(setting, version, value);
            return true;
        });
    }

    @Test
    void theNewestChangeOfEachSettingCounts() {
        add("licence", 1, Optional.of("CC-BY-4.0"));
        add("licence", 2, Optional.empty());
        add("reminder-days", 1, Optional.of(""));

        assertThat(settings.findNewest())
                .extracting(SettingChange::setting, SettingChange::version, SettingChange::value)
                .containsExactly(
                        tuple("licence", 2, Optional.empty()),
                        tuple("reminder-days", 1, Optional.of("")));
    }

    @Test
    void ofTwoWhoChangeTheSameTheLaterOneIsRefused() {
        add("address", 1, Optional.of("https://one.example"));
        assertThatThrownBy(() -> add("address", 1, Optional.of("https://two.example")))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> add("address", 2, Optional.of("https://two.example\nthree")))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void theDatabaseSaysWhatItIs() {
        DatabaseState state = database.get(DatabaseStateQuery.class).find();
        assertThat(state.version()).matches("18(\\.[0-9]+)?");
        assertThat(state.bytes()).isGreaterThan(1_000_000);
    }
}
