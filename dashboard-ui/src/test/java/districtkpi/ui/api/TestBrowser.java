package districtkpi.ui.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Collectors;

/** What of a browser signing in needs: cookies and forms. It follows nothing by itself. */
final class TestBrowser {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI home = ApiServer.client().address();

    /**
     * Fetches a page.
     *
     * @param address a path of the program, or an address elsewhere
     * @param headers names and values
     */
    HttpResponse<String> get(String address, String... headers)
            throws IOException, InterruptedException {
        return send(request(address).GET(), headers);
    }

    /** Sends a form. */
    HttpResponse<String> post(String address, Map<String, String> form, String... headers)
            throws IOException, InterruptedException {
        return send(
                request(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        form.entrySet().stream()
                                                .map(field ->
                                                        field.getKey()
                                                                + "="
                                                                + URLEncoder.encode(
                                                                        field.getValue(), UTF_8))
                                                .collect(Collectors.joining("&")))),
                headers);
    }

    HttpResponse<String> signIn(String name, String password, String... headers)
            throws IOException, InterruptedException {
        return post("/sign-in", Map.of("username", name, "password", password), headers);
    }

    /** The number of the session; empty if there is none. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Where an answer leads; empty if it leads nowhere. */
    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
            throws IOException, InterruptedException {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(
                address.startsWith("/") ? URI.create(home + address) : URI.create(address));
    }
}
