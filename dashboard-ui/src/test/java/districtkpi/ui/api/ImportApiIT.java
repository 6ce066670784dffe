package districtkpi.ui.api;

import static districtkpi.ui.api.Problems.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import districtkpi.domain.ReasonText;
import districtkpi.ui.api.ApiClient.Answer;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ImportApiIT {

    private static final String IMPORTS = "/api/v1/imports";
    private static final ApiClient CLIENT = ApiServer.client();

    @Test
    void aCommittedFileIsReportedWithEveryFieldInOrder() {
        TestRound round = ApiServer.newRound().open();
        String file = round.file("4301,T1,spending,90,100", "4302,T1,spending,70,100");

        Answer answer = CLIENT.postFile(IMPORTS, "results.csv", file);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        JsonNode report = answer.json();
        assertThat(report.propertyNames())
                .containsExactly(
                        "id",
                        "status",
                        "file",
                        "sha256",
                        "rows",
                        "created",
                        "changed",
                        "unchanged",
                        "rejected",
                        "issues",
                        "impact",
                        "basis",
                        "changes",
                        "changesLeftOut",
                        "levels");
        assertThat(report.get("id").isIntegralNumber()).isTrue();
        assertThat(report.get("status").asString()).isEqualTo("COMMITTED");
        assertThat(report.get("file").asString()).isEqualTo("results.csv");
        assertThat(report.get("sha256").asString()).isEqualTo(DigestUtils.sha256Hex(file));
        assertThat(report.get("rows").asInt()).isEqualTo(2);
        assertThat(report.get("created").asInt()).isEqualTo(2);
        assertThat(report.get("changed").asInt()).isZero();
        assertThat(report.get("unchanged").asInt()).isZero();
        assertThat(report.get("rejected").asInt()).isZero();
        assertThat(report.get("issues")).isEmpty();
        JsonNode impact = impact(report, "4301");
        assertThat(impact.propertyNames())
                .containsExactly(
                        "round",
                        "district",
                        "totalBefore",
                        "totalAfter",
                        "rankBefore",
                        "rankAfter");
        assertThat(impact.get("totalAfter").isString()).isTrue();
        assertThat(impact.get("rankAfter").isIntegralNumber()).isTrue();
    }

    @Test
    void aCorrectionIsCountedAsChangedAndMovesTheRanking() {
        TestRound round = ApiServer.newRound().open();
        round.commit("4301,T1,spending,90,100", "4302,T1,spending,70,100");

        JsonNode report =
                round.commit("4301,T1,spending,90,100", "4302,T2,activities_achieved,96,100")
                        .json();

        assertThat(report.get("created").asInt()).isEqualTo(1);
        assertThat(report.get("unchanged").asInt()).isEqualTo(1);
        JsonNode risen = impact(report, "4302");
        assertThat(risen.get("totalBefore").asString()).isEqualTo("4.0");
        assertThat(risen.get("totalAfter").asString()).isEqualTo("24.0");
        assertThat(risen.get("rankBefore").asInt()).isEqualTo(2);
        assertThat(risen.get("rankAfter").asInt()).isEqualTo(1);
        JsonNode fallen = impact(report, "4301");
        assertThat(fallen.get("totalAfter").asString()).isEqualTo("20.0");
        assertThat(fallen.get("rankAfter").asInt()).isEqualTo(2);
        JsonNode corrected = round.commit("4301,T1,spending,85,100").json();
        assertThat(corrected.get("changed").asInt()).isEqualTo(1);
    }

    @Test
    void aDryRunSaysTheSameAndWritesNothing() {
        TestRound round = ApiServer.newRound().open();
        String file = round.file("4301,T1,spending,90,100");

        Answer dry = CLIENT.postFile(IMPORTS + "?dryRun=true", "results.csv", file);

        assertThat(dry.status()).isEqualTo(200);
        assertThat(dry.json().get("status").asString()).isEqualTo("DRY_RUN");
        assertThat(dry.json().get("id").isNull()).isTrue();
        assertThat(dry.json().get("created").asInt()).isEqualTo(1);
        assertThat(impact(dry.json(), "4301").get("rankAfter").asInt()).isEqualTo(1);
        assertThat(round.get("measurements.csv").rows()).isEmpty();
        assertThat(round.get("ranking.csv").row("district", "4301").get("rank")).isEmpty();
        assertThat(CLIENT.get(IMPORTS + ".json?limit=10000").text())
                .doesNotContain(DigestUtils.sha256Hex(file));

        Answer wet = CLIENT.postFile(IMPORTS + "?dryRun=false", "results.csv", file);

        assertThat(wet.json().get("status").asString()).isEqualTo("COMMITTED");
        assertThat(wet.json().get("impact")).isEqualTo(dry.json().get("impact"));
        assertThat(round.get("measurements.csv").rows()).hasSize(1);
    }

    @Test
    void aReportListsEveryFigureAndLevelBeforeAndAfter() {
        TestRound round = ApiServer.newRound().open();
        long before = round.commit("4301,T1,spending,80,100").json().get("id").asLong();

        JsonNode report = round.commit("4301,T1,spending,90,100").json();

        JsonNode change = report.get("changes").get(0);
        assertThat(change.get("kind").asString()).isEqualTo("CHANGED");
        assertThat(change.get("before").get("value").asString()).isEqualTo("80");
        assertThat(change.get("before").get("of").asString()).isEqualTo("100");
        assertThat(change.get("before").get("importId").asLong()).isEqualTo(before);
        assertThat(change.get("after").get("value").asString()).isEqualTo("90");
        assertThat(change.get("after").get("importId").isNull()).isTrue();
        JsonNode level = report.get("levels").get(0);
        assertThat(level.get("indicator").asString()).isEqualTo("T1");
        assertThat(level.get("levelAfter").asInt()).isGreaterThan(level.get("levelBefore").asInt());
    }

    @Test
    void aCommitWithABasisDoesWhatWasShownOrNothing() {
        TestRound round = ApiServer.newRound().open();
        String file = round.file("4301,T1,spending,90,100");
        String basis =
                CLIENT.postFile(IMPORTS + "?dryRun=true", "r.csv", file)
                        .json()
                        .get("basis")
                        .asString();
        round.commit("4301,T1,spending,80,100");

        Answer moved = CLIENT.postFile(IMPORTS + "?basis=" + basis, "r.csv", file);

        assertThat(moved.status()).isEqualTo(422);
        assertThat(moved.json().get("issues").get(0).get("code").asString())
                .isEqualTo("DATA_MOVED");
        assertThat(round.get("measurements.csv").rows().getFirst().get("value")).isEqualTo("80");
        String shown =
                CLIENT.postFile(IMPORTS + "?dryRun=true", "r.csv", file)
                        .json()
                        .get("basis")
                        .asString();
        assertThat(CLIENT.postFile(IMPORTS + "?basis=" + shown, "r.csv", file).status())
                .isEqualTo(200);
    }

    @Test
    void anImportIsUndoneAndStaysOnRecord() {
        TestRound round = ApiServer.newRound().open();
        round.commit("4301,T1,spending,80,100");
        String ranking = round.get("ranking.csv").text();
        long id = round.commit("4301,T1,spending,90,100").json().get("id").asLong();
        String undo = IMPORTS + "/" + id + "/undo";

        JsonNode dry = CLIENT.send("POST", undo + "?dryRun=true").json();
        assertThat(dry.get("status").asString()).isEqualTo("DRY_RUN");
        assertThat(dry.get("changed").asInt()).isEqualTo(1);
        assertThat(round.get("ranking.csv").text()).isNotEqualTo(ranking);
        Answer done =
                CLIENT.send(
                        "POST", undo + "?reason=wrong%20file&basis=" + dry.get("basis").asString());

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.json().get("changes")).isEqualTo(dry.get("changes"));
        assertThat(round.get("ranking.csv").text()).isEqualTo(ranking);
        assertThat(round.get("measurements.csv").rows().getFirst().get("value")).isEqualTo("80");
        JsonNode stored = CLIENT.get(IMPORTS + "/" + id + ".json").json();
        assertThat(stored.get("undo_reason").asString()).isEqualTo("wrong file");
        assertThat(stored.get("undone_at").isNull()).isFalse();
        assertProblem(CLIENT.send("POST", undo), 409, "already-undone");
        assertProblem(CLIENT.send("POST", IMPORTS + "/987654/undo"), 404, "unknown-import");
        assertProblem(CLIENT.send("POST", undo + "?dryrun=true"), 400, "unknown-parameter");
        for (String call : List.of(undo, ApiPaths.VERSION_1 + "/rounds/2565-1/publications")) {
            String tooLong = call + "?reason=" + "x".repeat(ReasonText.MAX_LENGTH + 1);
            assertProblem(CLIENT.send("POST", tooLong), 400, "wrong-parameter");
            assertThat(CLIENT.send("POST", tooLong).text())
                    .contains("it is longer than 500 characters");
        }
    }

    @Test
    void refusedRowsComeBackAsATableToBeMended() {
        TestRound round = ApiServer.newRound().open();

        Answer answer =
                CLIENT.postFile(
                        IMPORTS + "/errors.csv",
                        "results.csv",
                        round.file("4301,T1,spending,abc,100", "4302,T1,spending,70,100"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).contains("results_errors.csv");
        assertThat(answer.rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("value")).isEqualTo("abc");
                    assertThat(row.get("error_codes")).isEqualTo("NOT_A_NUMBER");
                });
    }

    @Test
    void everyRefusedRowComesBackHoweverManyThereAre() {
        TestRound round = ApiServer.newRound().open();
        String[] rows = new String[3_000];
        Arrays.fill(rows, "4301,T1,spending,abc,0");
        String file = round.file(rows);

        assertThat(CLIENT.postFile(IMPORTS, "results.csv", file).json().get("issues").size())
                .as("issues of the report")
                .isLessThan(rows.length);
        assertThat(CLIENT.postFile(IMPORTS + "/errors.csv", "results.csv", file).rows())
                .hasSize(rows.length)
                .allSatisfy(row ->
                        assertThat(row.get("error_codes"))
                                .isEqualTo("NOT_A_NUMBER OF_ZERO DUPLICATE_KEY"));
    }

    @Test
    void theSameFileAgainChangesNothingAndSaysSo() {
        TestRound round = ApiServer.newRound().open();
        String file = round.file("4301,T1,spending,90,100");
        CLIENT.postFile(IMPORTS, "results.csv", file);
        int imports = CLIENT.get(IMPORTS + ".json?limit=10000").json().size();

        Answer again = CLIENT.postFile(IMPORTS, "another name.csv", file);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("created").asInt()).isZero();
        assertThat(again.json().get("changed").asInt()).isZero();
        assertThat(again.json().get("unchanged").asInt()).isEqualTo(1);
        assertThat(again.json().get("issues"))
                .anySatisfy(issue -> {
                    assertThat(issue.get("severity").asString()).isEqualTo("INFORMATION");
                    assertThat(issue.get("code").asString()).isEqualTo("ALREADY_IMPORTED");
                });
        assertThat(CLIENT.get(IMPORTS + ".json?limit=10000").json()).hasSize(imports);
    }

    @Test
    void aRefusedFileNamesEveryFaultAndLeavesNothing() {
        TestRound round = ApiServer.newRound().open();

        Answer answer =
                CLIENT.postFile(
                        IMPORTS,
                        "results.csv",
                        round.file(
                                "4301,T1,spending,90,100",
                                "4301,T2,activities_achieved,abc,100",
                                "4399,T1,spending,90,100"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        JsonNode report = answer.json();
        assertThat(report.get("status").asString()).isEqualTo("REJECTED");
        assertThat(report.get("id").isNull()).isTrue();
        assertThat(report.get("rejected").asInt()).isEqualTo(2);
        assertThat(report.get("impact")).isEmpty();
        JsonNode fault = report.get("issues").get(0);
        assertThat(fault.propertyNames())
                .containsExactly(
                        "severity",
                        "code",
                        "sheet",
                        "line",
                        "column",
                        "value",
                        "message",
                        "messageTh");
        assertThat(fault.get("severity").asString()).isEqualTo("ERROR");
        assertThat(fault.get("code").asString()).isEqualTo("NOT_A_NUMBER");
        assertThat(fault.get("line").asInt()).isEqualTo(3);
        assertThat(fault.get("column").asString()).isEqualTo("value");
        assertThat(fault.get("value").asString()).isEqualTo("abc");
        assertThat(fault.get("message").asString())
                .contains("abc")
                .doesNotContainPattern("[ก-ฮ]{4}");
        assertThat(fault.get("messageTh").asString()).contains("abc").containsPattern("[ก-ฮ]{4}");
        assertThat(report.get("issues").get(1).get("code").asString())
                .isEqualTo("UNKNOWN_DISTRICT");
        assertThat(report.get("issues").get(1).get("line").asInt()).isEqualTo(4);
        assertThat(round.get("measurements.csv").rows()).isEmpty();
    }

    @Test
    void aFileWithoutARoundTakesTheOneOfTheRequest() {
        TestRound round = ApiServer.newRound().open();
        String wide =
                "district,as_of,T1.spending,T1.spending.of\n4301," + round.march(31) + ",90,100\n";

        assertThat(CLIENT.postFile(IMPORTS, "wide.csv", wide).status()).isEqualTo(422);
        Answer answer = CLIENT.postFile(IMPORTS + "?round=" + round, "wide.csv", wide);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(round.get("ranking.csv").row("district", "4301").get("team_100"))
                .isEqualTo("40.0");
    }

    @Test
    void aFileOfSeveralRoundsHasAnImpactOnEach() {
        TestRound one = ApiServer.newRound().open();
        TestRound other = ApiServer.newRound().open();
        String file =
                one.file("4301,T1,spending,90,100")
                        + other.file("4301,T1,spending,70,100")
                                .substring(TestRound.HEADER.length() + 1);

        JsonNode report = CLIENT.postFile(IMPORTS, "both.csv", file).json();

        assertThat(report.get("impact").valueStream().map(i -> i.get("round").asString()))
                .contains(one.toString(), other.toString());
    }

    @Test
    void pastImportsAreListedNewestFirstWithTheirBytes() {
        TestRound round = ApiServer.newRound().open();
        String file = round.file("4301,T1,spending,90,100,,,ไทย");
        long id = CLIENT.postFile(IMPORTS, "ผล รอบ ๑.csv", file).json().get("id").asLong();

        JsonNode newest = CLIENT.get(IMPORTS + ".json").json().get(0);
        assertThat(newest.get("id").asLong()).isEqualTo(id);
        assertThat(newest.get("file").asString()).isEqualTo("ผล รอบ ๑.csv");
        assertThat(newest.get("rounds").toString()).isEqualTo("[\"" + round + "\"]");
        assertThat(newest.get("created").asInt()).isEqualTo(1);
        assertThat(newest.get("demonstration").asBoolean()).isFalse();
        assertThat(CLIENT.get(IMPORTS + "/" + id + ".json").json()).isEqualTo(newest);
        assertThat(CLIENT.get(IMPORTS + ".csv").rows().getFirst().get("sha256"))
                .isEqualTo(DigestUtils.sha256Hex(file));
        Answer original = CLIENT.get(IMPORTS + "/" + id + "/file");
        assertThat(original.text()).isEqualTo(file);
        assertThat(original.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(original.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E0%B8%9C%E0%B8%A5");
        assertThat(original.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "0", "-1", "abc", "99999999999999999999"})
    void anUnknownImportIsNotFound(String id) {
        assertProblem(CLIENT.get(IMPORTS + "/" + id + ".json"), 404, "unknown-import");
        assertProblem(CLIENT.get(IMPORTS + "/" + id + "/file"), 404, "unknown-import");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dryRun=yes",
                "dryRun=TRUE",
                "dryRun=",
                "dryRun=true&dryRun=false",
                "round=2565",
                "round=2565-3",
                "round=",
                "round=%E0%B9%92%E0%B9%95%E0%B9%96%E0%B9%95-1"
            })
    void aParameterThatCannotBeReadIsRefusedBeforeAnythingIsWritten(String query) {
        TestRound round = TestRound.real();

        assertProblem(
                CLIENT.postFile(
                        IMPORTS + "?" + query,
                        "never-committed.csv",
                        round.file("4301,T1,spending,90,100")),
                400,
                "wrong-parameter");
        assertThat(CLIENT.get(IMPORTS + ".json?limit=10000").text())
                .doesNotContain("never-committed.csv");
    }

    @Test
    void aMisspeltDryRunDoesNotCommit() {
        TestRound round = ApiServer.newRound().open();

        Answer answer =
                CLIENT.postFile(
                        IMPORTS + "?dryrun=true",
                        "results.csv",
                        round.file("4301,T1,spending,90,100"));

        assertProblem(answer, 400, "unknown-parameter");
        assertThat(answer.json().get("detail").asString()).contains("dryrun").contains("dryRun");
        assertThat(round.get("measurements.csv").rows()).isEmpty();
    }

    @Test
    void exactlyOneFileIsTakenInThePartNamedFile() {
        byte[] content = "a,b".getBytes(UTF_8);

        for (byte[] form :
                List.of(
                        ApiClient.form(),
                        ApiClient.form(ApiClient.part("results", "results.csv", content)),
                        ApiClient.form(
                                ApiClient.part("file", "one.csv", content),
                                ApiClient.part("file", "two.csv", content)),
                        ApiClient.form(
                                ApiClient.part("file", "one.csv", content),
                                ApiClient.part("more", "two.csv", content)))) {
            assertProblem(CLIENT.post(IMPORTS, ApiClient.formType(), form), 400, "not-one-file");
        }
    }

    @Test
    void aBodyThatIsNoFormIsRefused() {
        byte[] csv = "round,district".getBytes(UTF_8);

        assertProblem(CLIENT.post(IMPORTS, "text/csv", csv), 415, "not-a-form");
        assertProblem(CLIENT.post(IMPORTS, "application/json", csv), 415, "not-a-form");
        assertProblem(CLIENT.send("POST", IMPORTS), 415, "not-a-form");
        assertProblem(CLIENT.post(IMPORTS, "multipart/form-data", csv), 400, "broken-form");
        byte[] form = ApiClient.form(ApiClient.part("file", "results.csv", csv));
        assertProblem(
                CLIENT.post(IMPORTS, ApiClient.formType(), Arrays.copyOf(form, form.length - 50)),
                400,
                "broken-form");
    }

    @Test
    void aFormThatIsTooMuchIsToldWhatOfItIs() {
        byte[] csv = "round,district".getBytes(UTF_8);

        Answer name = CLIENT.postFile(IMPORTS, "ผ".repeat(3_000) + ".csv", csv);
        assertProblem(name, 400, "name-too-long");
        assertThat(name.text()).contains("8 kB").doesNotContain("MB");

        byte[][] parts = new byte[100][];
        Arrays.fill(parts, ApiClient.part("file", "results.csv", csv));
        assertProblem(
                CLIENT.post(IMPORTS, ApiClient.formType(), ApiClient.form(parts)),
                400,
                "not-one-file");
    }

    @Test
    void whatIsNoTableIsUnsupported() {
        byte[] workbook = new byte[200];
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, workbook, 0, 4);

        Answer answer = CLIENT.postFile(IMPORTS, "results.xlsx", workbook);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().get("status").asString()).isEqualTo("REJECTED");
        assertThat(answer.json().get("issues").get(0).get("code").asString())
                .isEqualTo("NOT_A_TABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx?lang=th", "xlsx?lang=en", "csv?lang=th", "csv?lang=en", "xlsx"})
    void theFormOfARoundIsAFileOfResults(String form) {
        TestRound round = ApiServer.newRound().open();

        Answer template = CLIENT.get("/api/v1/rounds/" + round + "/template." + form);

        assertThat(template.status()).isEqualTo(200);
        assertThat(template.header("Content-Disposition"))
                .contains("template-" + round + "." + form.split("[?]", 2)[0]);
        Answer answer = CLIENT.postFile(IMPORTS + "?dryRun=true", "form", template.bytes());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("rows").asInt()).isEqualTo(9);
        assertThat(answer.json().get("issues").valueStream().map(issue -> issue.get("code")))
                .as("what is said of the sheet with the guide")
                .map(JsonNode::asString)
                .isSubsetOf("SHEET_READ", "SHEET_LEFT_OUT");
    }

    @Test
    void aFormInAnotherLanguageIsRefused() {
        assertProblem(
                CLIENT.get("/api/v1/rounds/2565-1/template.csv?lang=fr"), 400, "wrong-parameter");
        assertProblem(CLIENT.get("/api/v1/rounds/2599-1/template.xlsx"), 404, "unknown-round");
    }

    @Test
    void anOldWorkbookIsUnsupported() {
        byte[] workbook = new byte[4_096];
        System.arraycopy(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, workbook, 0, 4);

        Answer answer = CLIENT.postFile(IMPORTS, "results.xls", workbook);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().get("issues").get(0).get("code").asString())
                .isEqualTo("OLD_WORKBOOK");
    }

    @Test
    void anEmptyFileIsRejected() {
        Answer answer = CLIENT.postFile(IMPORTS, "", "");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("file").asString()).isEqualTo("file");
        assertThat(answer.json().get("issues").get(0).get("code").asString())
                .isEqualTo("EMPTY_FILE");
    }

    @Test
    void aFileThatTheImportFindsTooLargeIsReportedSo() {
        Answer answer = CLIENT.postFile(IMPORTS, "results.csv", bytes(11));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("status").asString()).isEqualTo("REJECTED");
        assertThat(answer.json().get("issues").get(0).get("code").asString())
                .isEqualTo("TOO_LARGE");
    }

    @Test
    void aFileThatTheServerDoesNotEvenReadIsAnsweredToo() {
        Answer answer = CLIENT.postFile(IMPORTS, "results.csv", bytes(40));

        assertProblem(answer, 413, "too-large");
        assertThat(answer.json().get("detail").asString()).contains("20 MB");
        assertThat(CLIENT.get(IMPORTS + ".json").status()).isEqualTo(200);
    }

    @Test
    void foldersInAFileNameAreLeftOut() {
        TestRound round = ApiServer.newRound().open();

        assertThat(
                        CLIENT.postFile(
                                        IMPORTS + "?dryRun=true",
                                        "C:\\\\results\\\\../ผล.csv",
                                        round.file("4301,T1,spending,90,100"))
                                .json()
                                .get("file")
                                .asString())
                .isEqualTo("ผล.csv");
    }

    @Test
    void theListIsAsLongAsAskedFor() {
        assertThat(CLIENT.get(IMPORTS + ".json?limit=1").json().size()).isLessThanOrEqualTo(1);
        assertProblem(CLIENT.get(IMPORTS + ".json?limit=0"), 400, "wrong-parameter");
        assertProblem(CLIENT.get(IMPORTS + ".json?limit=many"), 400, "wrong-parameter");
    }

    private static byte[] bytes(int megabytes) {
        return "a,b\n".repeat(megabytes * 1024 * 256).getBytes(UTF_8);
    }

    private static JsonNode impact(JsonNode report, String district) {
        return report.get("impact")
                .valueStream()
                .filter(impact -> impact.get("district").asString().equals(district))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void warningsStayWithTheirImport() {
        TestRound round = ApiServer.newRound().open();
        Answer report = round.commit("4301,T1,spending,103,100", "4302,T1,spending,80,100");

        Answer issues = ApiServer.client().get("/api/v1/issues.csv?round=" + round);

        assertThat(issues.rows())
                .extracting(
                        row -> row.get("import_id"),
                        row -> row.get("severity"),
                        row -> row.get("code"),
                        row -> row.get("line"),
                        row -> row.get("column"))
                .containsExactly(
                        tuple(
                                report.json().get("id").asString(),
                                "WARNING",
                                "ABOVE_ONE_HUNDRED_PERCENT",
                                "2",
                                "value"));
        assertThat(issues.rows().getFirst().get("message_th")).isNotBlank();
        assertThat(ApiServer.client().get("/api/v1/issues.json?round=" + round).json()).hasSize(1);
    }
}
