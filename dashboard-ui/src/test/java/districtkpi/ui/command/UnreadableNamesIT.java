package districtkpi.ui.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.DistrictKpiApplication;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class UnreadableNamesIT {

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatTheLocaleHasNoLettersForIsRefusedWithTheWayToStart() throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DistrictKpiApplication.class.getName());
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("DISTRICT_KPI_DATA", "/tmp/ข้อมูล");
        builder.redirectErrorStream(true);

        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(said.lines()).hasSize(2).allMatch(line -> line.contains("LC_ALL=C.UTF-8"));
    }

    @Test
    void aNameThatWasReadIsNotHeldUp() {
        assertThat(UnreadableNames.find("/tmp/ข้อมูล", "/home/จังหวัด", "backup", "สำรอง.zip"))
                .isEmpty();
        assertThat(UnreadableNames.find(null, null)).isEmpty();
    }

    @Test
    void everyNameIsLookedAt() {
        assertThat(UnreadableNames.find("/data", "/tmp/\uFFFD\uFFFD")).isPresent();
        assertThat(UnreadableNames.find("/data", "/tmp", "backup", "\uFFFD.zip")).isPresent();
    }
}
