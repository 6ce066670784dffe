package districtkpi.ui.api;

import static districtkpi.ui.api.Problems.assertProblem;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import districtkpi.importer.WorkFolder;
import districtkpi.ui.api.ApiClient.Answer;
import districtkpi.ui.testing.Administrator;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A download that breaks cannot look complete, and costs nobody else anything. */
class BrokenDownloadIT {

    private static final ApiClient CLIENT = ApiServer.client();
    private static final int ROWS = 15_000;
    private static final int LONG = 1_000;
    private static final int SOME = 100_000;
    private static final Duration SOON = Duration.ofSeconds(20);

    private static String everything = "";
    private static String whole = "";

    /** More than the buffers of both ends hold, so that the server has to wait for its client. */
    @BeforeAll
    static void takeALongExtractIn() {
        Answer answer =
                CLIENT.postFile(
                        "/api/v1/imports?source=bpm&round=2565-1&asOf=2022-03-31&repeatedRows=count",
                        "long.csv",
                        "อำเภอ,กิจกรรม,วันที่ดำเนินการ,วันที่บันทึก\n"
                                + ("4301," + "x".repeat(LONG) + ",9/2/2565,10/2/2565\n")
                                        .repeat(ROWS));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        String address = "/api/v1/imports/" + answer.json().get("id").asString();
        // The rows stay; the round is that of others too, who expect it without figures.
        assertThat(CLIENT.send("POST", address + "/undo").status()).isEqualTo(200);
        everything = address + "/rows.csv";
        whole = everything + "?district=4301";
        // Behind the rows of the file some that belong to no sheet, which nobody can give back.
        JdbcTemplate database =
                new JdbcTemplate(ApiServer.application().get(HikariDataSource.class));
        for (int sheet : new int[] {2, 3}) {
            database.update(
                    """
                    insert into extract_row (extract_id, line, sheet, district_code, cells)
                    select extract_id, line, ?, '4302', cells from extract_row
                    where sheet = 1 and extract_id = (select max(extract_id) from extract)
                    """,
                    sheet);
        }
    }

    @Test
    void aClientThatLeavesHalfWayLeavesNothingBehind() throws Exception {
        Path spool;
        try (Download download = new Download(whole)) {
            download.read(SOME);
            spool = spoolOf(download);

            assertThat(connectionsInUse()).isZero();
        }

        await(() -> Files.notExists(spool));
        Answer next = CLIENT.get(whole);
        assertThat(next.status()).isEqualTo(200);
        assertThat(next.header("ETag"))
                .isEqualTo(
                        "\""
                                + HexFormat.of()
                                        .formatHex(
                                                MessageDigest.getInstance("SHA-256")
                                                        .digest(next.bytes()))
                                + "\"");
        assertThat(next.rows()).hasSize(ROWS);
    }

    @Test
    void whatIsLostWhileItIsSentEndsBeforeItsLength() throws Exception {
        try (Download download = new Download(whole)) {
            long read = download.read(SOME);
            try (FileChannel file = FileChannel.open(spoolOf(download), StandardOpenOption.WRITE)) {
                file.truncate(SOME);
            }

            assertThat(read + download.read(Long.MAX_VALUE)).isLessThan(download.length);
        }
        assertThat(connectionsInUse()).isZero();
        assertThat(CLIENT.get(whole).rows()).hasSize(ROWS);
    }

    @Test
    void whatFailsHalfWayIsAProblemAndNoHalfFile() {
        Answer failed = CLIENT.get(everything);

        assertProblem(failed, 500, "own-fault");
        assertThat(failed.header("ETag")).isEmpty();
        assertThat(connectionsInUse()).isZero();
        assertThat(CLIENT.get(whole).rows()).hasSize(ROWS);
    }

    /** A connection of our own: a client of a library would say itself that an answer is short. */
    private static final class Download implements AutoCloseable {

        private final Socket socket = new Socket();
        private final InputStream in;
        private final long length;

        Download(String path) throws IOException {
            URI address = CLIENT.address();
            socket.setReceiveBufferSize(SOME);
            socket.setSoTimeout((int) SOON.toMillis());
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            socket.getOutputStream()
                    .write(
                            "GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: %s\r\n\r\n"
                                    .formatted(path, address.getHost(), Administrator.basic())
                                    .getBytes(ISO_8859_1));
            in = new BufferedInputStream(socket.getInputStream());
            assertThat(line()).contains(" 200");
            long found = 0;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.startsWith("Content-Length: ")) {
                    found = Long.parseLong(line.substring("Content-Length: ".length()));
                }
            }
            assertThat(found).isGreaterThan((long) ROWS * LONG);
            length = found;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                line.append((char) c);
            }
            return line.toString().strip();
        }

        /** Reads until the end or until some bytes were read; says how many. */
        long read(long most) throws IOException {
            byte[] buffer = new byte[SOME];
            long read = 0;
            try {
                while (read < most) {
                    int count = in.read(buffer, 0, (int) Math.min(most - read, SOME));
                    if (count < 0) {
                        return read;
                    }
                    read += count;
                }
            } catch (SocketException _) {
                // Reset by the server.
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** The file that a download is sent from. */
    private static Path spoolOf(Download download) {
        try (Stream<Path> files = Files.list(WorkFolder.current())) {
            return files.filter(file -> file.toString().endsWith(".answer"))
                    .filter(file -> hasLength(file, download.length))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasLength(Path file, long length) {
        try {
            return Files.size(file) == length;
        } catch (IOException _) {
            // Gone meanwhile: it was another one's.
            return false;
        }
    }

    private static int connectionsInUse() {
        return Optional.ofNullable(
                        ApiServer.application().get(HikariDataSource.class).getHikariPoolMXBean())
                .orElseThrow()
                .getActiveConnections();
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        Instant end = Instant.now().plus(SOON);
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }
}
