package districtkpi.ui.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.export.table.Table;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    private static final int MILLION = 1_000_000;
    private static final Table<Integer> TABLE =
            Table.<Integer>columns()
                    .whole("number", row -> row)
                    .text("text", row -> "a text that is as long as those of a file are " + row)
                    .build();

    @TempDir private Path folder;

    @Test
    void whatIsSmallStaysInMemory() throws IOException {
        try (Spool spool = new Spool(folder)) {
            spool.write(new byte[Spool.MAX_IN_MEMORY]);

            assertThat(files()).isEmpty();
            assertThat(spool.content().readAllBytes()).hasSize(Spool.MAX_IN_MEMORY);
        }
    }

    @Test
    void whatIsLargeGoesIntoAFileThatIsGoneAfterwards() throws Exception {
        byte[] content = "0123456789".repeat(100_000).getBytes(UTF_8);
        try (Spool spool = new Spool(folder)) {
            for (byte single : content) {
                spool.write(single);
            }

            assertThat(files()).hasSize(1);
            assertThat(spool.length()).isEqualTo(content.length);
            assertThat(spool.content().readAllBytes()).isEqualTo(content);
            assertThat(spool.sha256())
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(content));
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void aMillionRowsNeedNoMoreMemoryThanOne() throws Exception {
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
                                        SpoolTest.class.getName(),
                                        folder.toString()))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(Long.parseLong(said.strip())).isGreaterThan(60L * MILLION);
        assertThat(files()).isEmpty();
    }

    /** Writes a million rows as CSV and as JSON, and says how many bytes the first has. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (Spool csv = new Spool(folder);
                Spool json = new Spool(folder)) {
            TABLE.write(rows(), Table.Form.CSV, false, csv);
            TABLE.write(rows(), Table.Form.JSON, false, json);
            System.out.println(csv.length());
        }
    }

    private static Stream<Integer> rows() {
        return Stream.iterate(1, number -> number + 1).limit(MILLION);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
