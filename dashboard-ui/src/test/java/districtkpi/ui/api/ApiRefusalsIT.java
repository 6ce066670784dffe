package districtkpi.ui.api;

import static districtkpi.ui.api.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.api.ApiClient.Answer;
import districtkpi.ui.testing.Administrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRefusalsIT {

    private static final ApiClient CLIENT = ApiServer.client();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1",
                "/api/v2/rounds.json",
                "/api/v1/rounds",
                "/api/v1/rounds/2565-1/ranking",
                "/api/v1/rounds/2565-1/ranking.xml",
                "/api/v1/rounds/2565-1/secrets.csv",
                "/api/v1/rounds/2565-1/agreement.pdf"
            })
    void anUnknownAddressIsNotFoundWhateverTheMethod(String path) {
        assertProblem(CLIENT.get(path), 404, "unknown-address");
        assertProblem(CLIENT.send("POST", path), 404, "unknown-address");
        assertProblem(CLIENT.send("DELETE", path), 404, "unknown-address");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/imports, POST",
        "PUT, /api/v1/agreements, POST",
        "DELETE, /api/v1/imports/1.json, GET",
        "POST, /api/v1/rounds.json, GET",
        "PATCH, /api/v1/rounds/2565-1/ranking.csv, GET",
        "POST, /api/v1/rounds/2565-1/agreement.yaml, GET"
    })
    void aWrongMethodIsRefusedWithTheRightOnes(String method, String path, String allowed) {
        Answer answer = CLIENT.send(method, path);

        assertProblem(answer, 405, "wrong-method");
        assertThat(answer.header("Allow")).contains(allowed);
        assertThat(answer.json().get("detail").asString()).contains(method).contains(allowed);
    }

    @Test
    void aProblemIsAnsweredWhateverTheClientAccepts() {
        assertProblem(
                CLIENT.get("/api/v1/rounds/2599-1/ranking.csv", "Accept", "text/csv"),
                404,
                "unknown-round");
        assertThat(CLIENT.get("/api/v1/rounds/2565-1/ranking.csv", "Accept", "text/html").status())
                .isEqualTo(200);
    }

    @Test
    void nobodyIsAnsweredWithoutSigningIn() {
        ApiClient stranger = new ApiClient(CLIENT.address(), "");

        Answer answer = stranger.get("/api/v1/rounds.json");

        assertProblem(answer, 401, "not-signed-in");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
        assertProblem(stranger.get("/api/v1/nothing"), 401, "not-signed-in");
        assertProblem(
                new ApiClient(CLIENT.address(), Administrator.basic("admin", "wrong"))
                        .get("/api/v1/rounds.json"),
                401,
                "wrong-credentials");
        assertProblem(
                new ApiClient(CLIENT.address(), "Bearer dkpi_0000").get("/api/v1/rounds.json"),
                401,
                "wrong-credentials");
    }

    @Test
    void aPageOfAnotherSiteCannotSendFiles() {
        TestRound round = ApiServer.newRound().open();
        String file = round.file("4301,T1,spending,90,100");

        for (String origin : new String[] {"http://example.org", "null", "http://127.0.0.1:1"}) {
            assertProblem(
                    CLIENT.postFile("/api/v1/imports", "results.csv", file, "Origin", origin),
                    403,
                    "foreign-page");
        }
        assertThat(round.get("measurements.csv").rows()).isEmpty();
    }

    @Test
    void anOwnPageCanSendFiles() {
        TestRound round = ApiServer.newRound().open();

        Answer answer =
                CLIENT.postFile(
                        "/api/v1/imports",
                        "results.csv",
                        round.file("4301,T1,spending,90,100"),
                        "Origin",
                        CLIENT.address().toString());

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void answersAreNotReusedUnaskedNotGuessedAtAndNotFramed() {
        for (String path : new String[] {"/api/v1/rounds.json", "/api/v1/nothing"}) {
            Answer answer = CLIENT.get(path);
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            // A file may be kept, if it is asked for again each time; a refusal may not.
            assertThat(answer.header("Cache-Control"))
                    .isEqualTo(answer.status() == 200 ? "no-cache" : "no-store");
            assertThat(answer.header("Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; frame-ancestors 'none'");
        }
    }

    @Test
    void headIsGetWithoutABody() {
        Answer answer = CLIENT.send("HEAD", "/api/v1/rounds/2565-1/ranking.csv");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void theViewsKeepEveryOtherAddress() {
        for (String path : new String[] {"/", "/apiary"}) {
            Answer answer = CLIENT.get(path);
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location")).endsWith("/sign-in");
        }
        assertThat(CLIENT.get("/sign-in").header("Content-Type")).startsWith("text/html");
    }
}
