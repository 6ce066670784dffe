package districtkpi.ui.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import districtkpi.ui.testing.Administrator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that talks to the API over HTTP, with nothing of the application in it. */
final class ApiClient {

    private static final String BOUNDARY = "----a-boundary-that-no-file-has";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final String authorization;

    /** Of the administrator. */
    ApiClient(URI address) {
        this(address, Administrator.basic());
    }

    /**
     * @param authorization the header of each call
     */
    ApiClient(URI address, String authorization) {
        this.address = address;
        this.authorization = authorization;
    }

    /** What the server answered. */
    record Answer(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        byte[] bytes() {
            return response.body();
        }

        String text() {
            return new String(bytes(), UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(bytes());
        }

        /** The rows of a CSV table, by the names of the columns. */
        List<CSVRecord> rows() {
            try (CSVParser parser =
                    CSVFormat.RFC4180
                            .builder()
                            .setHeader()
                            .setSkipHeaderRecord(true)
                            .get()
                            .parse(new StringReader(text()))) {
                return parser.getRecords();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The first row that has a value in a column. */
        CSVRecord row(String column, String value) {
            return rows().stream()
                    .filter(row -> row.get(column).equals(value))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No " + column + " " + value));
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    URI address() {
        return address;
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer get(String path, String header, String value) {
        return send(request(path).setHeader(header, value).GET());
    }

    Answer send(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    /** Sends a body of any type. */
    Answer post(String path, String contentType, byte[] body) {
        return send(
                request(path)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Sends a file in the part {@code file}, as a form of a page or curl does. */
    Answer postFile(String path, String name, byte[] content) {
        return post(path, formType(), form(part("file", name, content)));
    }

    Answer postFile(String path, String name, String content) {
        return postFile(path, name, content.getBytes(UTF_8));
    }

    /** Sends a file with one more header. */
    Answer postFile(String path, String name, String content, String header, String value) {
        return send(
                request(path)
                        .header("Content-Type", formType())
                        .setHeader(header, value)
                        .POST(
                                BodyPublishers.ofByteArray(
                                        form(part("file", name, content.getBytes(UTF_8))))));
    }

    static String formType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    static byte[] form(byte[]... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(part);
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return body.toByteArray();
    }

    static byte[] part(String part, String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                """
                --%s
                Content-Disposition: form-data; name="%s"; filename="%s"
                Content-Type: application/octet-stream

                """
                        .formatted(BOUNDARY, part, name)
                        .replace("\n", "\r\n")
                        .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(UTF_8));
        return body.toByteArray();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", authorization);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
