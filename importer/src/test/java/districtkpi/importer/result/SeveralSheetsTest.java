package districtkpi.importer.result;

import static districtkpi.importer.table.WorkbookBytes.row;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.result.NewMeasurement;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.table.WorkbookBytes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Workbooks whose results stand on more than one sheet: nothing is read twice or not at all. */
class SeveralSheetsTest {

    private static final String WIDE = row(1, "round", "district", "as_of", "P7.channels");
    private static final String LONG =
            row(1, "round", "district", "indicator", "measure", "value", "of", "as_of");

    private static Checked check(WorkbookBytes workbook) {
        return Checked.check(file(workbook), Optional.empty(), Checked.LIMITS);
    }

    private static ImportFile file(WorkbookBytes workbook) {
        return new ImportFile("results.xlsx", workbook.bytes());
    }

    private static String wide(int line, String district, String channels) {
        return row(line, "2565-1", district, "2022-03-01", channels);
    }

    private static List<String> places(Checked checked) {
        return checked.figures().stream()
                .map(figure -> figure.district() + " " + figure.sheet() + "!" + figure.line())
                .toList();
    }

    private static List<String> places(Checked checked, String code) {
        return checked.issues().stream()
                .filter(issue -> issue.code().equals(code))
                .map(issue -> issue.sheet() + "!" + issue.line())
                .toList();
    }

    @Test
    void readsOneSheetForEachDistrict() {
        Checked checked =
                check(
                        new WorkbookBytes()
                                .sheet("เมืองหนองคาย", WIDE + wide(2, "4301", "3"))
                                .sheet("ท่าบ่อ", WIDE + wide(2, "4302", "2"))
                                .sheet("โพนพิสัย", WIDE + wide(2, "4305", "1")));

        assertThat(places(checked))
                .containsExactly("4301 เมืองหนองคาย!2", "4302 ท่าบ่อ!2", "4305 โพนพิสัย!2");
        assertThat(checked.codes()).containsExactly("SHEET_READ 0", "SHEET_READ 0", "SHEET_READ 0");
        assertThat(checked.rows()).isEqualTo(3);
        assertThat(checked.rejected()).isZero();
    }

    @Test
    void readsOneSheetForEachIndicatorInEitherForm() {
        Checked checked =
                check(
                        new WorkbookBytes()
                                .sheet("P7", WIDE + wide(2, "4301", "3"))
                                .sheet(
                                        "T1",
                                        LONG
                                                + row(
                                                        2,
                                                        "2565-1",
                                                        "4301",
                                                        "T1",
                                                        "spending",
                                                        "5",
                                                        "10",
                                                        "2022-03-01")));

        assertThat(checked.shown())
                .containsExactly(
                        "2 2565-1 4301 P7.channels Count[count=3] 2022-03-01",
                        "2 2565-1 4301 T1.spending Ratio[value=5, of=10] 2022-03-01");
    }

    @Test
    void refusesASecondSheetThatSaysOtherwiseAndNamesBothRows() {
        Checked checked =
                check(
                        new WorkbookBytes()
                                .sheet("ม.ค.", WIDE + wide(2, "4301", "3") + wide(3, "4302", "1"))
                                .sheet("ก.พ.", WIDE + wide(2, "4302", "1") + wide(4, "4301", "5")));

        assertThat(places(checked, "DUPLICATE_KEY")).containsExactly("ม.ค.!2", "ก.พ.!4");
        assertThat(checked.messages()).contains("Lines ม.ค.!2 and ก.พ.!4 are about the same");
        assertThat(places(checked, "SAME_ON_OTHER_SHEET")).containsExactly("ก.พ.!2");
        assertThat(checked.refused()).isTrue();
        assertThat(checked.rejected()).isEqualTo(2);
    }

    @Test
    void takesOnceWhatASummaryRepeats() {
        Checked checked =
                check(
                        new WorkbookBytes()
                                .sheet("รายอำเภอ", WIDE + wide(2, "4301", "3"))
                                .sheet("สรุป", WIDE + wide(2, "4301", "3")));

        assertThat(places(checked)).containsExactly("4301 รายอำเภอ!2");
        assertThat(checked.codes())
                .containsExactly(
                        "SHEET_READ 0", "SHEET_READ 0", "SAME_ON_OTHER_SHEET 2 P7.channels 3");
        assertThat(checked.messages())
                .contains(
                        "รายอำเภอ!2 and สรุป!2 say the same of one figure: round 2565-1, district 4301");
        assertThat(checked.refused()).isFalse();
    }

    @Test
    void takesTheDaysOfMonthlySheetsAsTheyAre() {
        Checked checked =
                check(
                        new WorkbookBytes()
                                .sheet("ม.ค.", WIDE + row(2, "2565-1", "4301", "2022-01-31", "1"))
                                .sheet("ก.พ.", WIDE + row(2, "2565-1", "4301", "2022-02-28", "2")));

        assertThat(checked.figures()).extracting(NewMeasurement::asOf).hasSize(2);
        assertThat(checked.refused()).isFalse();
    }

    @Test
    void refusesATotalOnAnySheet() {
        Checked checked =
                check(
                        new WorkbookBytes()
                                .sheet("A", WIDE + wide(2, "4301", "3"))
                                .sheet("B", WIDE + wide(2, "4302", "2") + wide(3, "รวม", "5")));

        assertThat(places(checked, "TOTAL_ROW")).containsExactly("B!3");
    }

    @Test
    void saysWhatASheetOfResultsLacksInsteadOfLeavingItOut() {
        Checked checked =
                check(
                        new WorkbookBytes()
                                .sheet("A", WIDE + wide(2, "4301", "3"))
                                .sheet(
                                        "B",
                                        row(1, "round", "district", "indicator", "measure")
                                                + row(2, "2565-1", "4302", "P7", "channels")));

        assertThat(places(checked, "MISSING_COLUMN")).containsExactly("B!1");
    }

    @Test
    void saysWhichSheetsWereNotRead() {
        Checked checked =
                check(
                        new WorkbookBytes()
                                .sheet("ผล", WIDE + wide(2, "4301", "3"))
                                .sheet(
                                        "ชื่ออำเภอ",
                                        row(1, "รหัส", "อำเภอ") + row(2, "4302", "ท่าบ่อ"))
                                .sheet("คำชี้แจง", row(1, "โปรดกรอก"))
                                .sheet("เดิม", "hidden", WIDE + wide(2, "4302", "9")));

        assertThat(checked.codes())
                .containsExactly(
                        "SHEET_READ 0",
                        "SHEET_NOT_RESULTS 0",
                        "SHEET_LEFT_OUT 0",
                        "SHEET_HIDDEN 0");
        assertThat(checked.figures()).hasSize(1);
    }

    @Test
    void aWorkbookOfOneSheetHasLinesAlone() {
        Checked checked = check(new WorkbookBytes().sheet("ผล", WIDE + wide(2, "4301", "x")));

        assertThat(checked.issues()).extracting(issue -> issue.sheet()).containsExactly("");
    }

    @Test
    void givesTheRefusedRowsOfAllSheetsBackAsOneTable() {
        WorkbookBytes workbook =
                new WorkbookBytes()
                        .sheet("A", WIDE + wide(2, "4301", "x") + wide(3, "4305", "1"))
                        .sheet(
                                "B",
                                row(1, "P7.channels", "district", "note", "round")
                                        + row(2, "y", "4302", "ก", "2565-1"));
        Checked checked = check(workbook);

        String csv =
                RefusedRows.csv(
                        file(workbook),
                        ImportReport.rejected(
                                "results.xlsx",
                                "",
                                ImportReport.Counts.rejected(3, 2),
                                checked.issues()));

        List<String> lines = csv.lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo(
                        "round,district,as_of,P7.channels,note,error_sheet,error_line,error_codes,"
                                + "error_messages");
        assertThat(lines.get(1)).startsWith("2565-1,4301,2022-03-01,x,,A,2,NOT_A_NUMBER,");
        assertThat(lines.get(2)).startsWith("2565-1,4302,,y,ก,B,2,WRONG_KIND,");
        assertThat(Checked.text(lines.getFirst() + "\n2565-1,4301,2022-03-01,1,,A,2,,\n").codes())
                .isEmpty();
    }
}
