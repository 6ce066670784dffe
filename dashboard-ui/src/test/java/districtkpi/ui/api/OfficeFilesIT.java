package districtkpi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.api.ApiClient.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Files as the programs of offices write them, over HTTP and with the demonstration rounds: each is
 * taken, asked about or refused with its cause, and none becomes another figure.
 */
class OfficeFilesIT {

    private static final String BUDGET = "&source=budget-spending&round=2565-1&asOf=2022-03-31";
    private static final ApiClient CLIENT = DemonstrationServer.client();

    @Test
    void cellsThatExcelLeavesOutAtTheEndOfRowsAreEmpty() {
        JsonNode report = taken(dryRun("04-excel-drops-trailing-commas.csv", ""));

        assertThat(figures(report))
                .hasSize(27)
                .contains(
                        "2565-1 4315 T2.activities_achieved 36 of 40",
                        "2565-1 4317 P1.households_developed 38 of 90");
        assertThat(codes(report)).containsExactly("SHORT_ROWS");
    }

    @Test
    void theLineThatNamesTheSeparatorForExcelIsNoHeader() {
        JsonNode report = taken(dryRun("05-sep-line.csv", ""));

        assertThat(figures(report)).containsExactly("2565-1 4301 T1.spending 1500000 of 2000000");
        assertThat(codes(report)).isEmpty();
    }

    @Test
    void aDayWithATimeIsThatDayInBangkok() {
        JsonNode report = taken(dryRun("07-datetimes.csv", ""));

        assertThat(figures(report))
                .containsExactly(
                        "2565-1 4301 T3.evidence_received 2022-03-04",
                        "2565-1 4302 T3.evidence_received 2022-03-04",
                        "2565-1 4305 T3.evidence_received 2022-03-04",
                        "2565-1 4307 T3.evidence_received 2022-03-04");
    }

    @Test
    void anExtractWithTimesOfDayIsTaken() {
        JsonNode report =
                taken(dryRun("16-bpm-timestamps.csv", "&source=bpm&round=2565-1&asOf=2022-03-31"));

        assertThat(figures(report))
                .containsExactly(
                        "2565-1 4301 P3.activities_recorded 1 of 1",
                        "2565-1 4302 P3.activities_recorded 2 of 2");
    }

    @Test
    void aRoundThatASpreadsheetMadeADateOfIsTakenWithAWarning() {
        JsonNode report = taken(dryRun("08-excel-turned-round-into-date.csv", ""));

        assertThat(figures(report))
                .containsExactly(
                        "2565-1 4301 T1.spending 1500000 of 2000000",
                        "2565-1 4302 T1.spending 1500000 of 2000000",
                        "2565-1 4305 T1.spending 1500000 of 2000000",
                        "2565-1 4307 T1.spending 1500000 of 2000000");
        assertThat(codes(report)).hasSize(4).containsOnly("ROUND_WAS_DATE");
    }

    @Test
    void aDayThatCanBeReadInTwoWaysIsAskedAboutWhereThatMakesADifference() {
        String asked =
                """
                round,district,indicator,measure,value,of,as_of
                2565-1,4302,T3,evidence_received,3/4/2022,,
                2565-1,4305,T3,evidence_received,3/5/2022,,
                """;
        String path = "/api/v1/imports?dryRun=true";

        JsonNode report = refused(CLIENT.postFile(path, "asked.csv", asked));
        assertThat(codes(report)).containsExactly("DAY_OR_MONTH");
        JsonNode issue = report.get("issues").get(0);
        assertThat(issue.get("column").asString()).isEqualTo("value");
        assertThat(issue.get("message").asString())
                .contains("2022-04-03", "2022-03-04", "dateOrder=dmy or mdy");
        assertThat(figures(taken(CLIENT.postFile(path + "&dateOrder=mdy", "asked.csv", asked))))
                .containsExactly(
                        "2565-1 4302 T3.evidence_received 2022-03-04",
                        "2565-1 4305 T3.evidence_received 2022-03-05");
        assertThat(figures(taken(CLIENT.postFile(path + "&dateOrder=dmy", "asked.csv", asked))))
                .contains("2565-1 4302 T3.evidence_received 2022-04-03");
        assertThat(
                        figures(
                                taken(
                                        CLIENT.postFile(
                                                path,
                                                "evidence.csv",
                                                asked.replace("3/5/2022", "3/25/2022")))))
                .contains("2565-1 4302 T3.evidence_received 2022-03-04");
        assertThat(
                        figures(
                                taken(
                                        CLIENT.postFile(
                                                path + "&dateOrder=value:mdy",
                                                "asked.csv",
                                                asked))))
                .contains("2565-1 4302 T3.evidence_received 2022-03-04");
        // The same day either way, and a year of the Buddhist era: nothing to ask.
        assertThat(
                        codes(
                                taken(
                                        CLIENT.postFile(
                                                path,
                                                "same.csv",
                                                """
                                                round,district,indicator,measure,value
                                                2565-1,4301,T3,evidence_received,2/2/2022
                                                2565-1,4302,T3,evidence_received,3/4/2565
                                                """))))
                .doesNotContain("DAY_OR_MONTH");
    }

    /** What {@code pandas.read_csv} makes of n/a unless it is told not to. */
    @Test
    void aNoteWhoseResultWasLostOnTheWayThroughAnotherProgramIsPointedOut() {
        JsonNode report = taken(dryRun("30-wide-through-pandas.csv", ""));

        assertThat(report.get("issues").valueStream())
                .filteredOn(issue -> issue.get("code").asString().equals("NOTE_WITHOUT_VALUE"))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.get("line").asInt()).isEqualTo(37);
                    assertThat(issue.get("message").asString()).contains("keep_default_na=False");
                });
    }

    /** More than the 512 bytes that the name, in UTF-8, usually may have with the other headers. */
    @Test
    void aFileMayHaveALongThaiName() {
        String name = "ผลการดำเนินงานตามตัวชี้วัด".repeat(8).substring(0, 177) + ".csv";

        JsonNode report = taken(dryRun("25-long-thai-file-name.csv", name, ""));

        assertThat(report.get("file").asString()).isEqualTo(name);
        assertThat(figures(report)).containsExactly("2565-1 4301 P7.channels 3");
    }

    @Test
    void whatWasBookedBackIsTakenFromTheSum() {
        JsonNode report = taken(dryRun("31-reversals.csv", BUDGET));

        assertThat(figures(report)).containsExactly("2565-1 4301 T1.spending 242500 of 280000");
        assertThat(codes(report)).isEmpty();
    }

    @Test
    void twoRowsOfHeadingsAreJoinedByTheirMergedCells() {
        JsonNode report = taken(dryRun("13-two-header-rows.xlsx", BUDGET));

        assertThat(figures(report))
                .containsExactly(
                        "2565-1 4301 T1.spending 800000 of 1000000",
                        "2565-1 4302 T1.spending 600000 of 700000");
    }

    @Test
    void aDistrictThatIsMergedOverItsRowsIsTheDistrictOfAll() {
        JsonNode report = taken(dryRun("14-merged-district-cells.xlsx", BUDGET));

        assertThat(figures(report))
                .containsExactly(
                        "2565-1 4301 T1.spending 800000 of 1000000",
                        "2565-1 4302 T1.spending 600000 of 700000");
        assertThat(codes(report)).isEmpty();
    }

    @Test
    void aFormulaThatNobodyWorkedOutIsNeitherEmptyNorToday() {
        JsonNode report = refused(dryRun("02b-openpyxl-formulas-long.xlsx", ""));

        assertThat(errors(report))
                .containsExactly(
                        "SPREADSHEET_ERROR 2 value #CALC!", "SPREADSHEET_ERROR 3 as_of #CALC!");
    }

    @Test
    void theZeroThatAProgramWritesBesideEveryFormulaIsNoFigure() {
        JsonNode report = refused(dryRun("03-xlsxwriter-formulas.xlsx", ""));

        assertThat(errors(report))
                .containsExactlyInAnyOrder(
                        "SPREADSHEET_ERROR 2 T1.spending #CALC!",
                        "SPREADSHEET_ERROR 2 P7.channels #CALC!",
                        "SPREADSHEET_ERROR 3 T1.spending #CALC!",
                        "SPREADSHEET_ERROR 3 P7.channels #CALC!");
    }

    @Test
    void everySheetOfAWorkbookWithOneForEachDistrictIsRead() {
        JsonNode report = taken(dryRun("28-one-sheet-per-district.xlsx", ""));

        assertThat(figures(report))
                .containsExactlyInAnyOrder(
                        "2565-1 4301 T1.spending 1500000 of 2000000",
                        "2565-1 4301 P7.channels 3",
                        "2565-1 4302 T1.spending 1500000 of 2000000",
                        "2565-1 4302 P7.channels 3",
                        "2565-1 4305 T1.spending 1500000 of 2000000",
                        "2565-1 4305 P7.channels 3");
        assertThat(codes(report)).containsExactly("SHEET_READ", "SHEET_READ", "SHEET_READ");
        assertThat(report.get("changes").get(0).get("sheet").asString()).isEqualTo("ท่าบ่อ");
    }

    @Test
    void aTotalWithItsDistrictFilledInIsLeftOutAndSaid() {
        JsonNode report = taken(dryRun("15-subtotal-with-district.xlsx", BUDGET));

        assertThat(figures(report))
                .containsExactly(
                        "2565-1 4301 T1.spending 650000 of 800000",
                        "2565-1 4302 T1.spending 300000 of 300000");
        assertThat(codes(report)).containsExactly("TOTAL_LEFT_OUT", "TOTAL_LEFT_OUT");
        assertThat(report.get("leftOutRows").get(0).get("firstLine").asInt()).isEqualTo(4);
        assertThat(report.get("parts").get(0).get("rows").asInt()).isEqualTo(2);
    }

    @Test
    void aTotalWithoutItsQuarterIsNoPartOfTheRound() {
        JsonNode report = taken(dryRun("15c-subtotal-blank-quarter.csv", BUDGET));

        assertThat(figures(report)).containsExactly("2565-1 4301 T1.spending 700000 of 800000");
        assertThat(report.get("parts").get(0).get("rows").asInt()).isEqualTo(2);
        assertThat(report.get("parts").get(0).get("others").asInt()).isEqualTo(2);
    }

    @Test
    void detailsBesideTheirSummaryAreAskedAbout() {
        JsonNode asked = refused(dryRun("15e-detail-and-summary-sheets.xlsx", BUDGET));

        assertThat(codes(asked)).contains("DISTRICT_ON_SEVERAL_SHEETS");
        JsonNode question = asked.get("questions").get(0);
        assertThat(question.get("parameter").asString()).isEqualTo("sheets");
        assertThat(question.get("choices").valueStream().map(JsonNode::asString))
                .containsExactly("*", "รายละเอียด", "สรุป");

        JsonNode answered =
                taken(
                        dryRun(
                                "15e-detail-and-summary-sheets.xlsx",
                                BUDGET
                                        + "&sheets="
                                        + URLEncoder.encode("รายละเอียด", StandardCharsets.UTF_8)));
        assertThat(figures(answered)).containsExactly("2565-1 4301 T1.spending 700000 of 800000");
    }

    /**
     * A dry run of a file.
     *
     * @param more of the query
     */
    private static Answer dryRun(String file, String more) {
        return dryRun(file, file, more);
    }

    /**
     * A dry run of a file under another name.
     *
     * @param more of the query
     */
    private static Answer dryRun(String file, String name, String more) {
        return CLIENT.postFile("/api/v1/imports?dryRun=true" + more, name, content(file));
    }

    private static byte[] content(String file) {
        try (InputStream in =
                OfficeFilesIT.class.getResourceAsStream("/districtkpi/cases/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode taken(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode report = answer.json();
        assertThat(report.get("status").asString()).isEqualTo("DRY_RUN");
        return report;
    }

    private static JsonNode refused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        JsonNode report = answer.json();
        assertThat(report.get("status").asString()).isEqualTo("REJECTED");
        return report;
    }

    /** Each with its line, column and value. */
    private static List<String> errors(JsonNode report) {
        return report.get("issues")
                .valueStream()
                .filter(issue -> issue.get("severity").asString().equals("ERROR"))
                .map(issue ->
                        "%s %s %s %s"
                                .formatted(
                                        issue.get("code").asString(),
                                        issue.get("line").asInt(),
                                        issue.get("column").asString(""),
                                        issue.get("value").asString(""))
                                .strip())
                .toList();
    }

    private static List<String> codes(JsonNode report) {
        return report.get("issues")
                .valueStream()
                .map(issue -> issue.get("code").asString())
                .toList();
    }

    /** What would count afterwards, such as {@code 2565-1 4301 T1.spending 5 of 8}. */
    private static List<String> figures(JsonNode report) {
        return report.get("changes")
                .valueStream()
                .map(change -> {
                    JsonNode after = change.get("after");
                    String of = after.path("of").asString("");
                    return "%s %s %s.%s %s%s"
                            .formatted(
                                    change.get("round").asString(),
                                    change.get("district").asString(),
                                    change.get("indicator").asString(),
                                    change.get("measure").asString(),
                                    after.get("value").asString(),
                                    of.isEmpty() ? "" : " of " + of);
                })
                .toList();
    }
}
