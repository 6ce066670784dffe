package districtkpi.ui.api;

import static districtkpi.ui.api.Problems.assertProblem;
import static districtkpi.ui.api.TestBrowser.location;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.testing.Administrator;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Manager;
import org.apache.catalina.Session;
import org.junit.jupiter.api.Test;

/** Signing in as a browser does, and with each call as programs do. */
class SignInIT {

    private final TestBrowser browser = new TestBrowser();

    @Test
    void whoSignsInGetsAnotherSessionAndMayComeIn() throws Exception {
        assertThat(location(browser.get("/?round=2565-1"))).endsWith("/sign-in");
        assertThat(browser.session()).as("Nobody has none").isEmpty();

        HttpResponse<String> signedIn = browser.signIn(Administrator.NAME, Administrator.PASSWORD);

        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(location(signedIn)).contains("/?round=2565-1");
        String session = browser.session();
        assertThat(session).isNotEmpty();
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .anyMatch(cookie ->
                        cookie.startsWith("JSESSIONID=")
                                && cookie.contains("HttpOnly")
                                && cookie.contains("SameSite=Lax"));
        assertThat(browser.get("/?round=2565-1").statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/v1/rounds.json").statusCode()).isEqualTo(200);

        // Whoever signs in over somebody else's session gets one of their own.
        browser.signIn(Administrator.NAME, Administrator.PASSWORD);
        assertThat(browser.session()).isNotEqualTo(session);
    }

    @Test
    void onlyAPageOfThisProgramIsGoneToAfterTheSignIn() throws Exception {
        for (String wanted : List.of("//example.org/", "/\\example.org", "https://example.org/")) {
            HttpResponse<String> signedIn =
                    new TestBrowser()
                            .signIn(
                                    Administrator.NAME,
                                    Administrator.PASSWORD,
                                    "Cookie",
                                    "wanted-page="
                                            + Base64.getUrlEncoder()
                                                    .encodeToString(wanted.getBytes(UTF_8)));

            assertThat(location(signedIn)).isEqualTo(ApiServer.client().address() + "/");
        }
    }

    /** Each of them would otherwise stay for half an hour. */
    @Test
    void nothingIsKeptForWhoHasNotSignedIn() throws Exception {
        Manager sessions = ApiServer.application().server().getManager();
        int before = sessions.getActiveSessions();
        TestBrowser nobody = new TestBrowser();

        assertThat(nobody.get("/sign-in").statusCode()).isEqualTo(200);
        assertThat(nobody.get("/sign-in?error=wrong&lang=en").body()).contains("Caps Lock");
        assertThat(location(nobody.get("/import?round=2565-1"))).endsWith("/sign-in");
        assertThat(location(nobody.get("/oauth2/authorization/office"))).contains("state=");
        assertThat(nobody.get("/?v-r=init&location=&query=").statusCode()).isEqualTo(403);
        assertThat(nobody.get("/?v-r=uidl").body()).contains("meta");
        for (String unheard : List.of("/?v-r=unheard", "/?v-r=", "/?v-r")) {
            assertThat(nobody.get(unheard).statusCode()).as(unheard).isEqualTo(404);
            assertThat(nobody.post(unheard, Map.of()).statusCode()).as(unheard).isEqualTo(404);
        }
        for (String address : List.of("/sign-in", "/import", "/?v-r=uidl")) {
            assertThat(
                            new ApiClient(ApiServer.client().address(), "none")
                                    .post(
                                            address,
                                            "multipart/form-data; boundary=b",
                                            "--b--".getBytes(UTF_8))
                                    .status())
                    .as("A file of nobody's at " + address)
                    .isEqualTo(403);
        }
        assertThat(location(nobody.post("/logout", Map.of()))).endsWith("/sign-in");
        assertThat(location(nobody.post("/import", Map.of()))).endsWith("/sign-in");
        assertThat(location(nobody.signIn("nobody-at-all", "wrong")))
                .endsWith("/sign-in?error=wrong");

        assertThat(nobody.session()).isEmpty();
        assertThat(sessions.getActiveSessions()).isEqualTo(before);
    }

    @Test
    void theSignInPageKeepsItsLanguageAndColoursWithTheReader() throws Exception {
        assertThat(browser.get("/sign-in").body())
                .contains("lang=\"th\"", "color-scheme: light dark");
        browser.get("/sign-in?lang=en&error=wrong");
        browser.get("/sign-in?colours=dark");

        assertThat(browser.get("/sign-in").body())
                .contains("lang=\"en\"", "Sign in", "color-scheme: dark")
                .contains("href=\"sign-in?lang=th\"", "href=\"sign-in?colours=light\"");
        assertThat(browser.get("/sign-in?lang=xx&colours=pink&error=unheard").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoIsSignedInIsNotAskedAgain() throws Exception {
        browser.signIn(Administrator.NAME, Administrator.PASSWORD);

        assertThat(location(browser.get("/sign-in"))).endsWith("/");
    }

    @Test
    void aSessionChangesNothingThroughTheApiUnlessAnOwnPageAsks() throws Exception {
        browser.signIn(Administrator.NAME, Administrator.PASSWORD);

        HttpResponse<String> undo = browser.post("/api/v1/imports/0/undo", Map.of());

        assertThat(undo.statusCode()).isEqualTo(403);
        assertThat(undo.body()).contains("no-origin");
    }

    @Test
    void aPageOfAnotherSiteCannotSignAnybodyIn() throws Exception {
        HttpResponse<String> answer =
                browser.signIn(
                        Administrator.NAME, Administrator.PASSWORD, "Origin", "http://example.org");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(browser.get("/api/v1/rounds.json").statusCode()).isEqualTo(401);
    }

    @Test
    void neitherCanAPageThatOnlyDiffersInItsSchemeOrPort() throws Exception {
        URI home = ApiServer.client().address();
        String authority = home.getAuthority();
        for (String origin :
                List.of(
                        "https://" + authority,
                        "http://127.0.0.1",
                        "null",
                        "http://a@" + authority)) {
            assertThat(
                            browser.signIn(
                                            Administrator.NAME,
                                            Administrator.PASSWORD,
                                            "Origin",
                                            origin)
                                    .statusCode())
                    .as(origin)
                    .isEqualTo(403);
        }
        // Neither a page that came without s to where the proxy does https.
        assertThat(
                        browser.signIn(
                                        Administrator.NAME,
                                        Administrator.PASSWORD,
                                        "Origin",
                                        home.toString(),
                                        "X-Forwarded-Proto",
                                        "https")
                                .statusCode())
                .isEqualTo(403);
        assertThat(
                        browser.signIn(
                                        Administrator.NAME,
                                        Administrator.PASSWORD,
                                        "Origin",
                                        "https://" + authority,
                                        "X-Forwarded-Proto",
                                        "https")
                                .statusCode())
                .isEqualTo(302);
    }

    /** The proxy of this machine adds the address that it sees behind those that came. */
    @Test
    void whoMakesUpAnotherAddressForEachGuessIsSlowedDownAllTheSame() throws Exception {
        String client = "10.11.12.13";
        for (int i = 0; i < 50; i++) {
            assertThat(
                            location(
                                    browser.signIn(
                                            "guessed-" + i,
                                            "wrong",
                                            "X-Forwarded-For",
                                            "203.0.113." + i + ", " + client)))
                    .endsWith("/sign-in?error=wrong");
        }

        assertThat(
                        location(
                                browser.signIn(
                                        "guessed-at-last",
                                        "wrong",
                                        "X-Forwarded-For",
                                        "203.0.113.99, " + client)))
                .endsWith("/sign-in?error=too-many");
        // Another one in the same network is not.
        assertThat(
                        location(
                                browser.signIn(
                                        "guessed-at-last",
                                        "wrong",
                                        "X-Forwarded-For",
                                        "203.0.113.99, 10.11.12.14")))
                .endsWith("/sign-in?error=wrong");
    }

    @Test
    void afterFiveFailuresTheNameIsLockedWhetherThereIsSuchAnAccountOrNot() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(location(browser.signIn("nobody-here", "wrong")))
                    .endsWith("/sign-in?error=wrong");
        }

        assertThat(location(browser.signIn("Nobody-Here", "wrong")))
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
        assertThat(browser.get("/sign-in").headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .endsWith("script-src 'self'");
        browser.signIn(Administrator.NAME, Administrator.PASSWORD);
        HttpResponse<String> page = browser.get("/");

        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .contains("default-src 'self'", "frame-ancestors 'none'", "script-src-attr 'none'")
                .containsPattern("script-src 'self' 'unsafe-eval' 'nonce-[A-Za-z0-9+/]{24}'");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(browser.get("/").headers().firstValue("Content-Security-Policy").orElse(""))
                .isNotEqualTo(policy);
    }

    @Test
    void healthIsOpenAndNothingElseOfTheMachinery() throws Exception {
        assertThat(browser.get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(browser.get("/actuator").statusCode()).isEqualTo(302);
        assertThat(browser.get("/styles.css").statusCode()).isEqualTo(200);
    }

    @Test
    void aCookieThatCameByHttpsNeverGoesBackWithoutS() throws Exception {
        HttpResponse<String> signedIn =
                browser.signIn(
                        Administrator.NAME, Administrator.PASSWORD, "X-Forwarded-Proto", "https");

        assertThat(location(signedIn)).startsWith("https://");
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("; Secure"));
        assertThat(signedIn.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(
                        new TestBrowser()
                                .signIn(Administrator.NAME, Administrator.PASSWORD)
                                .headers()
                                .allValues("Set-Cookie"))
                .isNotEmpty()
                .noneMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void aSessionThatNobodyUsesEndsAfterHalfAnHour() throws Exception {
        browser.signIn(Administrator.NAME, Administrator.PASSWORD);
        browser.get("/");
        assertThat(sessionOnServer().getMaxInactiveInterval())
                .isEqualTo((int) Duration.ofMinutes(30).toSeconds());

        sessionOnServer().setMaxInactiveInterval(1);
        Thread.sleep(Duration.ofSeconds(2));

        assertThat(location(browser.get("/"))).endsWith("/sign-in");
        assertThat(browser.get("/api/v1/rounds.json").statusCode()).isEqualTo(401);
    }

    /** A page that is left open says every few minutes that it is there. */
    @Test
    void aPageThatIsLeftOpenDoesNotKeepItsSessionAlive() throws Exception {
        browser.signIn(Administrator.NAME, Administrator.PASSWORD);
        browser.get("/");
        assertThat(browser.get("/?v-r=init&location=&query=").body()).contains("\"v-uiId\":0");
        sessionOnServer().setMaxInactiveInterval(2);

        int beats = 0;
        while (browser.post("/?v-r=heartbeat&v-uiId=0", Map.of()).statusCode() == 200) {
            assertThat(++beats).as("So often the page kept its session alive").isLessThan(20);
            Thread.sleep(Duration.ofMillis(500));
        }

        assertThat(beats).as("So often the page was there").isGreaterThan(1);
        assertThat(location(browser.get("/"))).endsWith("/sign-in");
        assertThat(browser.get("/api/v1/rounds.json").statusCode()).isEqualTo(401);
    }

    private Session sessionOnServer() throws Exception {
        return ApiServer.application().server().getManager().findSession(browser.session());
    }
}
