package districtkpi.ui.api;

import static districtkpi.ui.api.Problems.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.testing.Administrator;
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
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signing in as a browser does, and with each call as programs do. */
class SignInIT {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();

    @Test
    void whoSignsInGetsAnotherSessionAndMayComeIn() throws Exception {
        assertThat(get("/?round=2565-1").headers().firstValue("Location").orElse(""))
                .endsWith("/sign-in");
        String before = session();

        HttpResponse<String> signedIn = signIn(Administrator.NAME, Administrator.PASSWORD);

        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(signedIn.headers().firstValue("Location").orElse("")).contains("/?round=2565-1");
        assertThat(session()).isNotEqualTo(before);
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .anyMatch(cookie ->
                        cookie.startsWith("JSESSIONID=")
                                && cookie.contains("HttpOnly")
                                && cookie.contains("SameSite=Lax"));
        assertThat(get("/?round=2565-1").statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/rounds.json").statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionChangesNothingThroughTheApiUnlessAnOwnPageAsks() throws Exception {
        signIn(Administrator.NAME, Administrator.PASSWORD);

        HttpResponse<String> undo =
                browser.send(
                        request("/api/v1/imports/0/undo").POST(BodyPublishers.noBody()).build(),
                        BodyHandlers.ofString());

        assertThat(undo.statusCode()).isEqualTo(403);
        assertThat(undo.body()).contains("no-origin");
    }

    @Test
    void aPageOfAnotherSiteCannotSignAnybodyIn() throws Exception {
        HttpResponse<String> answer =
                browser.send(
                        form(Administrator.NAME, Administrator.PASSWORD)
                                .header("Origin", "http://example.org")
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(get("/api/v1/rounds.json").statusCode()).isEqualTo(401);
    }

    @Test
    void afterFiveFailuresTheNameIsLockedWhetherThereIsSuchAnAccountOrNot() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("nobody-here", "wrong").headers().firstValue("Location").orElse(""))
                    .endsWith("/sign-in?error=wrong");
        }

        assertThat(signIn("Nobody-Here", "wrong").headers().firstValue("Location").orElse(""))
                .endsWith("/sign-in?error=locked");
        assertProblem(
                new ApiClient(
                                ApiServer.client().address(),
                                Administrator.basic("nobody-here", "wrong"))
                        .get("/api/v1/rounds.json"),
                429,
                "locked");
        assertThat(ApiServer.client().get("/api/v1/rounds.json").status()).isEqualTo(200);
    }

    @Test
    void aPageMayLoadNothingFromAnywhereElseAndRunNoScriptOfAnotherPage() throws Exception {
        HttpResponse<String> page = get("/sign-in");

        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .contains("default-src 'self'", "frame-ancestors 'none'", "script-src-attr 'none'")
                .containsPattern("script-src 'self' 'unsafe-eval' 'nonce-[A-Za-z0-9+/]{24}'");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(get("/sign-in").headers().firstValue("Content-Security-Policy").orElse(""))
                .isNotEqualTo(policy);
    }

    @Test
    void healthIsOpenAndNothingElseOfTheMachinery() throws Exception {
        assertThat(get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/actuator").statusCode()).isEqualTo(302);
        assertThat(get("/styles.css").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> signIn(String name, String password)
            throws IOException, InterruptedException {
        return browser.send(form(name, password).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder form(String name, String password) {
        return request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                        BodyPublishers.ofString(
                                "username="
                                        + URLEncoder.encode(name, UTF_8)
                                        + "&password="
                                        + URLEncoder.encode(password, UTF_8)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(ApiServer.client().address() + path));
    }

    private String session() {
        List<HttpCookie> found = cookies.getCookieStore().getCookies();
        return found.stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}
