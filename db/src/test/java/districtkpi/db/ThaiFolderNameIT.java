package districtkpi.db;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A data folder with a Thai name on a server whose locale knows no Thai. */
@EnabledOnOs(OS.LINUX)
class ThaiFolderNameIT {

    @TempDir private Path folder;

    /** By the lines of {@code ./kpi} that see to it, since a build in a test would take minutes. */
    @Test
    @Timeout(60)
    void theDatabaseOfAFolderWithAThaiNameStartsUnderTheLocaleOfNoLanguage() throws Exception {
        Path data = folder.resolve("ข้อมูล จังหวัดหนองคาย");
        Process process =
                program(
                        """
                        source <(sed -n '/^use_unicode_names()/,/^}/p' "$1")
                        use_unicode_names
                        exec "$2" -cp "$3" districtkpi.db.ServeDatabase\
                        """,
                        data);

        try (BufferedReader output = process.inputReader(UTF_8)) {
            assertThat(output.lines().filter(line -> line.contains("PGPASSFILE=")).findFirst())
                    .hasValueSatisfying(line ->
                            assertThat(line)
                                    .contains(data + "/pgpass")
                                    .containsPattern("-p [0-9]+ "));
        } finally {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Files.isDirectory(data.resolve("postgresql"))).isTrue();
    }

    private Process program(String script, Path data) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                "bash",
                                "-c",
                                script,
                                "bash",
                                Path.of("..", "kpi").toRealPath().toString(),
                                ProcessHandle.current().info().command().orElseThrow(),
                                System.getProperty("java.class.path")));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("DISTRICT_KPI_DATA", data.toString());
        builder.redirectErrorStream(true);
        return builder.start();
    }
}
