package districtkpi.ui.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Goes from page to page as Vaadin's client does in a browser, without drawing them: what it waits
 * for is the server's work alone.
 */
public final class Visitor implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI server;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String securityKey;
    private final int window;
    private int serverMessage;
    private int clientMessage;

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
        this.server = server;
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
        HttpRequest request =
                request("/?v-r=uidl&v-uiId=" + window)
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(message)))
                        .build();
        long start = System.nanoTime();
        String answer = send(request);
        double millis = (System.nanoTime() - start) / 1e6;
        JsonNode read = JSON.readTree(answer);
        serverMessage = read.get("syncId").intValue();
        clientMessage = read.get("clientId").intValue();
        return new Visit(millis, answer.getBytes(UTF_8).length);
    }

    @Override
    public void close() {
        client.close();
    }

    private void signIn() throws IOException, InterruptedException {
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
                HttpResponse.BodyHandlers.discarding());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path));
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(request.uri() + ": " + response.statusCode());
        }
        return response.body();
    }
}
