package districtkpi.importer.result;

import static districtkpi.importer.table.WorkbookBytes.row;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.RefusedRow;
import districtkpi.importer.table.ImportLimits;
import districtkpi.importer.table.WorkbookBytes;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class RefusedRowsTest {

    private static String csv(String text) {
        return csv(
                new ImportFile("results.csv", text.getBytes(StandardCharsets.UTF_8)),
                Checked.LIMITS);
    }

    private static String csv(ImportFile file, ImportLimits limits) {
        Checked checked = Checked.check(file, Optional.empty(), limits);
        return RefusedRows.csv(
                file,
                ImportReport.rejected(
                        "results.csv",
                        "0".repeat(64),
                        ImportReport.Counts.rejected(checked.rows(), checked.rejected()),
                        checked.issues()));
    }

    @Test
    void givesTheRowsWithErrorsBackAsTheyWere() {
        assertThat(
                        csv(
                                "round;district;indicator;measure;value;note\n"
                                        + "2565-1;4301;P7;channels;2;good\n"
                                        + "2565-1;\"อ.ท่าบ่อ\";P7;channels;-2;\"a;\n\"\"b\"\"\"\n"))
                .isEqualTo(
                        "round,district,indicator,measure,value,note,error_line,error_codes,error_messages\r\n"
                                + "2565-1,อ.ท่าบ่อ,P7,channels,-2,\"a;\n\"\"b\"\"\",3,NEGATIVE,"
                                + "value: “-2” ติดลบ ค่านี้ต้องไม่ต่ำกว่า 0 โปรดตรวจสอบตัวเลข / “-2” is negative; it must be 0 or more. Check the number.\r\n");
    }

    @Test
    void makesFormulasHarmlessAndHidesPersonalNumbers() {
        assertThat(
                        csv(
                                """
                                round,district,indicator,measure,value,note
                                2565-1,4301,P7,channels,-2,=HYPERLINK(1)
                                2565-1,4302,P7,channels,2,1-2345-67890-12-3
                                """))
                .contains("\r\n2565-1,4301,P7,channels,-2,'=HYPERLINK(1),2,NEGATIVE,")
                .contains("\r\n2565-1,4302,P7,channels,2,•-••••-•••••-••-•,3,PERSONAL_NUMBER,")
                .doesNotContain("67890");
    }

    @Test
    void putsAllFaultsOfARowBesideIt() {
        assertThat(
                        csv(
                                """
                                round,district,indicator,measure,value
                                2565-1,4399,P7,channels,x
                                """))
                .contains(
                        "\r\n2565-1,4399,P7,channels,x,2,UNKNOWN_DISTRICT NOT_A_NUMBER,\"district: ")
                .contains(" | value: “x” ");
    }

    @Test
    void keepsTheCellsOfRowsThatAreLongerOrShorterThanTheHeader() {
        assertThat(csv("round,district,P7.channels\n2565-1,4301,2,3\n2565-1\n"))
                .startsWith("round,district,P7.channels,,error_line,error_codes,error_messages\r\n")
                .contains("\r\n2565-1,4301,2,3,2,RAGGED_ROW,")
                .contains("\r\n2565-1,,,,3,CELL_EMPTY,");
    }

    @Test
    void givesEveryRowOfAWorkbookBackUnderTheNumberThatExcelShows() throws IOException {
        int many = 3_000;
        StringBuilder rows = new StringBuilder(row(2, "round", "district", "P7.channels", "note"));
        for (int i = 0; i < many; i++) {
            // Every other row of the sheet is empty.
            rows.append(row(4 + 2 * i, "2565-1", "4301", "-" + (i + 1), i % 2 == 0 ? "" : "ก,ข"));
        }
        rows.append(row(4 + 2 * many, "2565-1", "4302", "2", "good"));
        ImportFile file =
                new ImportFile(
                        "results.xlsx",
                        new WorkbookBytes()
                                .sheet("คำชี้แจง", row(1, "กรอกผล"))
                                .sheet("ผล", rows.toString())
                                .bytes());

        List<CSVRecord> records =
                RefusedRow.FORMAT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(
                                new StringReader(
                                        csv(
                                                file,
                                                ImportLimits.ofBytes(ImportLimits.DEFAULT_BYTES)
                                                        .ofRefusedRows())))
                        .getRecords();

        assertThat(records).hasSize(many);
        for (int i = 0; i < many; i++) {
            CSVRecord record = records.get(i);
            assertThat(record.get("P7.channels")).isEqualTo("-" + (i + 1));
            assertThat(record.get("note")).isEqualTo(i % 2 == 0 ? "" : "ก,ข");
            assertThat(record.get("error_line")).isEqualTo(String.valueOf(4 + 2 * i));
            assertThat(record.get("error_codes")).startsWith("NEGATIVE");
        }
    }

    /** What is said about each makes it many times as long. */
    @Test
    void leavesOutWhatNobodyMendsByHandAndSaysHowMuch() {
        int bad = RefusedRow.MAX + 3;
        ImportFile file =
                new ImportFile(
                        "results.csv",
                        ("round,district,P7.channels\n" + "2565-1,4301,-2\n".repeat(bad))
                                .getBytes(StandardCharsets.UTF_8));
        ImportLimits limits = ImportLimits.ofBytes(ImportLimits.DEFAULT_BYTES);

        List<String> lines = csv(file, limits.ofRefusedRows()).lines().toList();

        assertThat(lines).hasSize(1 + RefusedRow.MAX + 1);
        assertThat(lines.get(RefusedRow.MAX)).contains("," + (RefusedRow.MAX + 1) + ",NEGATIVE");
        assertThat(lines.getLast()).contains(",0,MORE_ROWS,", " 3 แถว", "3 more refused rows");
        assertThat(Checked.check(file, Optional.empty(), limits).issues())
                .anySatisfy(issue -> {
                    assertThat(issue.code()).isEqualTo("MORE_ROWS");
                    assertThat(issue.message().en()).contains("10003 rows", "3 are left out");
                });
    }

    @Test
    void listsErrorsWithoutARow() {
        assertThat(csv("district,P7.channels\n4301,2\n"))
                .contains("\r\n\"\",,1,MISSING_COLUMN,\"round: ");
        assertThat(csv("")).startsWith("error_line,error_codes,error_messages\r\n0,EMPTY_FILE,");
    }
}
