package districtkpi.importer.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.importer.issue.IssueCode;
import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssueLogTest {

    private static final int MILLION = 1_000_000;

    @Test
    void aMillionWrongRowsNeedNoMoreMemoryThanOne() throws Exception {
        Process process =
                new ProcessBuilder(
                                List.of(
                                        System.getProperty("java.home")
                                                + File.separator
                                                + "bin"
                                                + File.separator
                                                + "java",
                                        "-Xmx16m",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        IssueLogTest.class.getName()))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.strip()).isEqualTo(String.valueOf(MILLION));
    }

    /** Drains the issues of a million rows and says how many rows had one. */
    public static void main(String[] arguments) {
        IssueLog log = new IssueLog(Integer.MAX_VALUE);
        for (int line = 2; line <= MILLION + 1; line++) {
            log.add(IssueCode.NOT_A_NUMBER, new Cell(line, "value", "x"));
            log.drain();
        }
        System.out.println(log.linesWithErrorAfter("", 1));
    }
}
