package districtkpi.ui.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.testing.Administrator;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever sends a byte now and then, over real connections; more of them than threads. */
class SlowConnectionsIT {

    private static final int MANY = 250;
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(300);
    private static final Duration PATIENCE_OF_TEST = Duration.ofSeconds(60);

    private final URI server = ApiServer.client().address();
    private final List<Connection> connections = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Connection connection : connections) {
            connection.close();
        }
    }

    @Test
    void slowBodiesKeepNobodyElseWaitingAndAreNotWaitedForLong() throws Exception {
        String form =
                "POST /sign-in HTTP/1.1\r\nHost: %s\r\nContent-Length: 1000\r\nContent-Type:"
                        + " application/x-www-form-urlencoded\r\n\r\nu";
        // Refused at once, and what still comes is read for the sender's sake.
        String refused =
                "POST /api/v1/imports HTTP/1.1\r\nHost: %s\r\nContent-Length: 5000000\r\n"
                        + "Content-Type: multipart/form-data; boundary=b\r\n\r\n-";
        List<Connection> slow =
                IntStream.range(0, MANY).mapToObj(i -> open(i % 2 == 0 ? form : refused)).toList();

        try (Dripping _ = Dripping.into(slow)) {
            long before = System.nanoTime();
            assertThat(ApiServer.client().get("/styles.css").status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(10));

            assertThat(slow).allMatch(Connection::endsSoon);
        }
    }

    @Test
    void slowHeadersAreNotWaitedForLong() throws Exception {
        List<Connection> slow =
                IntStream.range(0, 20)
                        .mapToObj(_ -> open("GET / HTTP/1.1\r\nHost: %s\r\nX-Slow: "))
                        .toList();

        try (Dripping _ = Dripping.into(slow)) {
            assertThat(slow).allMatch(Connection::endsSoon);
        }
    }

    @Test
    void aConnectionThatRestsBetweenRequestsIsKept() throws Exception {
        String request =
                "GET /api/v1/rounds.csv HTTP/1.1\r\nHost: %s\r\nAuthorization: "
                        + Administrator.basic()
                        + "\r\n\r\n";
        Connection connection = open(request);
        assertThat(connection.status()).contains(" 200");

        Thread.sleep(ApiServer.PATIENCE.plusSeconds(1));
        connection.send(request);

        assertThat(connection.status()).contains(" 200");
    }

    /** A broken connection would be all that it gets. */
    @Test
    void whoIsRefusedWhileSendingGetsTheAnswer() throws Exception {
        Connection connection =
                open(
                        String.join(
                                "\r\n",
                                "POST /api/v1/imports HTTP/1.1",
                                "Host: %s",
                                "Content-Length: 5000000",
                                "Content-Type: multipart/form-data; boundary=b",
                                "",
                                ""));
        connection.send("x".repeat(5_000_000));
        assertThat(connection.status()).contains(" 401");

        connection.send("GET /styles.css HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n");

        assertThat(connection.rest()).contains("HTTP/1.1 200");
    }

    private Connection open(String start) {
        try {
            Connection connection = new Connection(server);
            connections.add(connection);
            connection.send(start);
            return connection;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A connection without a client's manners. */
    private static final class Connection implements AutoCloseable {

        private final URI server;
        private final Socket socket;

        Connection(URI server) throws IOException {
            this.server = server;
            socket = new Socket(server.getHost(), server.getPort());
            socket.setSoTimeout((int) PATIENCE_OF_TEST.toMillis());
        }

        void send(String text) throws IOException {
            socket.getOutputStream()
                    .write(text.replace("%s", server.getAuthority()).getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
        }

        /** The first line of an answer; its header is read too, and its body where it has one. */
        String status() throws IOException {
            String first = line();
            int length = 0;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(line.substring("content-length:".length()).strip());
                }
            }
            socket.getInputStream().readNBytes(length);
            return first;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            InputStream in = socket.getInputStream();
            for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
                line.append((char) c);
            }
            return line.toString().strip();
        }

        String rest() throws IOException {
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }

        /** Whether the server ends it; what it says before does not matter. */
        boolean endsSoon() {
            try {
                while (socket.getInputStream().read() >= 0) {
                    // An answer.
                }
                return true;
            } catch (SocketException _) {
                return true;
            } catch (IOException _) {
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Sends a byte into each of some connections now and then, as long as they take it. */
    private record Dripping(Thread thread) implements AutoCloseable {

        static Dripping into(List<Connection> connections) {
            return new Dripping(
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    while (true) {
                                        Thread.sleep(BETWEEN_BYTES);
                                        connections.forEach(Dripping::drip);
                                    }
                                } catch (InterruptedException _) {
                                    // The end.
                                }
                            }));
        }

        private static void drip(Connection connection) {
            try {
                connection.send("x");
            } catch (IOException _) {
                // The server hung up.
            }
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }
}
