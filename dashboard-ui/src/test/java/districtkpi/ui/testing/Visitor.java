package districtkpi.ui.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Goes from page to page as Vaadin's client does in a browser, without drawing them: what it waits
 * for is the server's work alone.
 */
public final class Visitor implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI server;
    private final HttpClient client;
    private final boolean ownClient;
    private final Map<String, String> cookies = new TreeMap<>();
    private final String securityKey;
    private final int window;
    private int serverMessage;
    private int clientMessage;
    private String last = "";

    /**
     * What a visit took.
     *
     * @param millis from the last byte of the question to the last of the answer
     * @param bytes of the answer, before compression
     */
    public record Visit(double millis, int bytes) {}

    /**
     * Signs in as the administrator and opens the first page.
     *
     * @param server its address, without a slash at the end
     */
    public Visitor(URI server) throws IOException, InterruptedException {
        this(server, HttpClient.newHttpClient(), true);
    }

    /**
     * Signs in as the administrator and opens the first page.
     *
     * @param server its address, without a slash at the end
     * @param client shared with others, whose cookies are their own, and not closed
     */
    public Visitor(URI server, HttpClient client) throws IOException, InterruptedException {
        this(server, client, false);
    }

    private Visitor(URI server, HttpClient client, boolean ownClient)
            throws IOException, InterruptedException {
        this.server = server;
        this.client = client;
        this.ownClient = ownClient;
        signIn();
        JsonNode configuration =
                JSON.readTree(send(request("/?v-r=init&location=&query=").GET().build()))
                        .get("appConfig");
        window = configuration.get("v-uiId").intValue();
        securityKey = configuration.get("uidl").get("Vaadin-Security-Key").stringValue();
        serverMessage = configuration.get("uidl").get("syncId").intValue();
    }

    /**
     * Goes to a page.
     *
     * @param address such as {@code district/4301?round=2565-1}
     */
    public Visit visit(String address) throws IOException, InterruptedException {
        Answer answer = go(address, false);
        return new Visit(answer.millis(), answer.bytes().length);
    }

    /**
     * What a visit is answered with.
     *
     * @param packed whether the browser takes it packed
     */
    public byte[] answer(String address, boolean packed) throws IOException, InterruptedException {
        return go(address, packed).bytes();
    }

    private record Answer(double millis, byte[] bytes) {}

    private Answer go(String address, boolean packed) throws IOException, InterruptedException {
        int query = address.indexOf('?');
        Map<String, Object> page =
                Map.of(
                        "route",
                        query < 0 ? address : address.substring(0, query),
                        "query",
                        query < 0 ? "" : address.substring(query),
                        "appShellTitle",
                        "",
                        "trigger",
                        "");
        Map<String, Object> message =
                Map.of(
                        "csrfToken", securityKey,
                        "rpc",
                                List.of(
                                        Map.of(
                                                "type",
                                                "event",
                                                "node",
                                                1,
                                                "event",
                                                "ui-navigate",
                                                "data",
                                                page)),
                        "syncId", serverMessage,
                        "clientId", clientMessage);
        last = JSON.writeValueAsString(message);
        long start = System.nanoTime();
        byte[] answer = post(packed);
        double millis = (System.nanoTime() - start) / 1e6;
        readNumbers(packed ? unpacked(answer) : answer);
        return new Answer(millis, answer);
    }

    /** Says the last thing again, as a browser does that got no answer; the same answer is due. */
    public byte[] sameAgain() throws IOException, InterruptedException {
        return post(false);
    }

    private byte[] post(boolean packed) throws IOException, InterruptedException {
        HttpRequest.Builder builder =
                request("/?v-r=uidl&v-uiId=" + window)
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(last));
        if (packed) {
            builder.header("Accept-Encoding", "gzip, deflate, br");
        }
        HttpRequest request = builder.build();
        HttpResponse<byte[]> response =
                client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(request.uri() + ": " + response.statusCode());
        }
        return response.body();
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (InputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return unpacking.readAllBytes();
        }
    }

    /** Only the beginning: to read all of it takes longer than to make it. */
    private void readNumbers(byte[] answer) throws IOException {
        boolean server = false;
        boolean client = false;
        try (JsonParser parser = JSON.createParser(answer)) {
            while (!server || !client) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    throw new IOException("No numbers of messages in an answer");
                }
                if (token == JsonToken.PROPERTY_NAME) {
                    switch (parser.currentName()) {
                        case "syncId" -> {
                            parser.nextToken();
                            serverMessage = parser.getIntValue();
                            server = true;
                        }
                        case "clientId" -> {
                            parser.nextToken();
                            clientMessage = parser.getIntValue();
                            client = true;
                        }
                        default -> {
                            // Of what is shown.
                        }
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        if (ownClient) {
            client.close();
        }
    }

    private void signIn() throws IOException, InterruptedException {
        keepCookies(
                client.send(
                        request("/sign-in")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                "username="
                                                        + Administrator.NAME
                                                        + "&password="
                                                        + Administrator.PASSWORD))
                                .build(),
                        HttpResponse.BodyHandlers.discarding()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private void keepCookies(HttpResponse<?> response) {
        response.headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        keepCookies(response);
        if (response.statusCode() != 200) {
            throw new IOException(request.uri() + ": " + response.statusCode());
        }
        return response.body();
    }
}
