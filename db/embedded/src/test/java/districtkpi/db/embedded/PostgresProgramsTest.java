package districtkpi.db.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresProgramsTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, /postgres-linux-x86_64.txz",
        "Windows 11, amd64, /postgres-windows-x86_64.txz",
        "Windows 11, aarch64, /postgres-windows-x86_64.txz",
        "Mac OS X, x86_64, /postgres-darwin-x86_64.txz",
        "Mac OS X, aarch64, /postgres-darwin-x86_64.txz",
    })
    void comeWithTheProgramForEveryMachineOfAnOffice(String os, String arch, String archive) {
        assertThat(PostgresPrograms.archiveName(os, arch)).isEqualTo(archive);
        assertThat(getClass().getResource(archive)).isNotNull();
    }

    @Test
    void sayInThaiAndEnglishWhatToDoOnAnotherMachine() {
        assertThatThrownBy(() -> PostgresPrograms.archiveName("SunOS", "sparcv9"))
                .isInstanceOf(EmbeddedDatabaseException.class)
                .hasMessageContaining("โปรดใช้ PostgreSQL ของหน่วยงาน")
                .hasMessageContaining("use a PostgreSQL of your own");
    }
}
