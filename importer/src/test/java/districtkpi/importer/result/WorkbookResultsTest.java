package districtkpi.importer.result;

import static districtkpi.importer.table.WorkbookBytes.row;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.result.NewMeasurement;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.table.WorkbookBytes;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results files that are workbooks. */
class WorkbookResultsTest {

    private static final String LONG_HEADER =
            row(3, "round", "district", "indicator", "measure", "value", "of", "note");

    private static Checked check(WorkbookBytes workbook) {
        return Checked.check(file(workbook), Optional.empty(), Checked.LIMITS);
    }

    private static ImportFile file(WorkbookBytes workbook) {
        return new ImportFile("results.xlsx", workbook.bytes());
    }

    @Test
    void readsTheLongFormWithTheRowsOfExcel() {
        Checked checked =
                check(
                        new WorkbookBytes()
                                .sheet("อ่านก่อน", row(1, "โปรดกรอกแผ่นถัดไป"))
                                .sheet(
                                        "ผล",
                                        LONG_HEADER
                                                + "<row r='5'><c t='inlineStr'><is><t>2565-1</t></is></c><c t='s'><v>0</v></c>"
                                                + "<c t='inlineStr'><is><t>T1</t></is></c><c t='inlineStr'><is><t>spending</t></is></c>"
                                                + "<c s='1'><v>0.82340000000000003</v></c></row>"
                                                + row(7, "2565-1", "4302", "P7", "channels", "๒")));

        assertThat(checked.codes()).containsExactly("SHEET_LEFT_OUT 0", "SHEET_READ 0");
        assertThat(checked.shown())
                .containsExactly(
                        "5 2565-1 4302 T1.spending Percentage[percent=82.34] 2022-03-20",
                        "7 2565-1 4302 P7.channels Count[count=2] 2022-03-20");
        assertThat(checked.figures())
                .extracting(NewMeasurement::rawText)
                .containsExactly(
                        "2565-1\tท่าบ่อ\tT1\tspending\t82.34%", "2565-1\t4302\tP7\tchannels\t๒");
    }

    @Test
    void readsTheWideFormWithCellsLeftOpen() {
        Checked checked =
                check(
                        new WorkbookBytes()
                                .sheet(
                                        "ผล",
                                        row(
                                                        1,
                                                        "รอบ",
                                                        "อำเภอ",
                                                        "ข้อมูลณวันที่",
                                                        "T1.spending (เบิกจ่าย, บาท)",
                                                        "T1.spending.of (จัดสรร (บาท))",
                                                        "P7.channels")
                                                + "<row r='2'><c t='inlineStr'><is><t>2565-1</t></is></c><c><v>4301</v></c><c s='4'><v>242960</v></c><c><v>80.5</v></c><c><v>100</v></c></row>"
                                                + row(3, "2565-1", "4302")));

        assertThat(checked.codes()).isEmpty();
        assertThat(checked.shown())
                .containsExactly("2 2565-1 4301 T1.spending Ratio[value=80.5, of=100] 2022-03-13");
    }

    @Test
    void readsTheHeaderBelowATitle() {
        Checked workbook =
                check(
                        new WorkbookBytes()
                                .sheet("อ่านก่อน", row(1, "โปรดกรอกแผ่นถัดไป"))
                                .sheet(
                                        "ผล",
                                        row(1, "ผลการดำเนินงานตามตัวชี้วัด")
                                                + row(
                                                        2,
                                                        "รอบ 2565-1",
                                                        "",
                                                        "",
                                                        "",
                                                        "",
                                                        "",
                                                        "ณ 31 มี.ค.")
                                                + row(4, "round", "district", "P7.channels")
                                                + row(5, "2565-1", "4302", "๒")));

        assertThat(workbook.codes())
                .containsExactly("SHEET_LEFT_OUT 0", "SHEET_READ 0", "TITLE_LEFT_OUT 1");
        assertThat(workbook.shown())
                .containsExactly("5 2565-1 4302 P7.channels Count[count=2] 2022-03-20");
    }

    /** A title has a comma where the table has another separator. */
    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void readsTheHeaderOfATextBelowATitle(String separator) {
        Checked text =
                Checked.text(
                        """
                        ผลการดำเนินงาน, ณ 31 มีนาคม 2565

                        round|district|P7.channels|note
                        2565-1|4302|2|
                        2565-1|4305|3|x
                        """
                                .replace("|", separator));

        assertThat(text.codes()).containsExactly("TITLE_LEFT_OUT 1");
        assertThat(text.shown())
                .containsExactly(
                        "4 2565-1 4302 P7.channels Count[count=2] 2022-03-20",
                        "5 2565-1 4305 P7.channels Count[count=3] 2022-03-20");
    }

    /** 2565-1 typed into Excel: a number shown as a date, the first of January 2565. */
    @Test
    void readsARoundThatExcelMadeADateOf() {
        Checked checked =
                check(
                        new WorkbookBytes()
                                .sheet(
                                        "ผล",
                                        row(1, "round", "district", "P7.channels")
                                                + "<row r='2'><c s='4'><v>242889</v></c><c><v>4301</v></c><c><v>3</v></c></row>"));

        assertThat(checked.codes()).containsExactly("ROUND_WAS_DATE 2 round 2565-01-01");
        assertThat(checked.shown())
                .containsExactly("2 2565-1 4301 P7.channels Count[count=3] 2022-03-20");
    }

    @Test
    void namesColumnsAsTheFileDoes() {
        Checked checked =
                Checked.file(
                        "รอบ,อำเภอ,ตัวชี้วัด,ตัวแปร,ผลการดำเนินงาน,ค่าที่ใช้เทียบ,หมายเหตุ",
                        "2565-1,4301,T1,spending,abc,100,",
                        "2565-1,4302,P7,channels,,,",
                        "2565-1,โพนพิศัย,P7,channels,2,,");

        assertThat(checked.codes())
                .containsExactly(
                        "NOT_A_NUMBER 2 ผลการดำเนินงาน abc",
                        "CELL_EMPTY 3 ผลการดำเนินงาน",
                        "UNKNOWN_DISTRICT 4 อำเภอ โพนพิศัย");
    }

    @Test
    void namesColumnsOfTheWideFormWithTheirRemarks() {
        Checked checked =
                Checked.file(
                        "round,district,T1.spending (baht),T1.spending.of (allocated),P7.channels (ways)",
                        "2565-1,4301,abc,x,1.5");

        assertThat(checked.codes())
                .containsExactly(
                        "NOT_A_NUMBER 2 T1.spending (baht) abc",
                        "NOT_A_NUMBER 2 T1.spending.of (allocated) x",
                        "NOT_A_WHOLE_NUMBER 2 P7.channels (ways) 1.5");
    }

    @Test
    void refusesTheSameColumnInBothLanguages() {
        assertThat(Checked.file("round,อำเภอ,district,P7.channels", "2565-1,4301,4301,2").codes())
                .containsExactly("DUPLICATE_COLUMN 1 district district");
    }

    @Test
    void findsPersonalNumbersInEveryCellOfEverySheet() {
        Checked checked =
                check(
                        new WorkbookBytes()
                                .sheet(
                                        "ผล",
                                        LONG_HEADER
                                                + row(
                                                        4,
                                                        "2565-1",
                                                        "4302",
                                                        "P7",
                                                        "channels",
                                                        "2",
                                                        "",
                                                        "1-2345-67890-12-3"))
                                .sheet(
                                        "ลับ",
                                        "hidden",
                                        "<row r='9'><c r='C9'><v>1234567890123</v></c></row>"));

        assertThat(checked.codes())
                .containsExactly(
                        "SHEET_READ 0", "PERSONAL_NUMBER 4 note", "PERSONAL_NUMBER 9 ลับ!C");
        assertThat(checked.messages()).doesNotContain("1234567890123");
    }

    @Test
    void findsPersonalNumbersThatNoCellShows() {
        WorkbookBytes workbook =
                new WorkbookBytes()
                        .sheet("ผล", LONG_HEADER + row(4, "2565-1", "4302", "P7", "channels", "2"));

        assertThat(check(workbook).codes()).isEmpty();
        assertThat(
                        check(
                                        workbook.part(
                                                "xl/comments1.xml",
                                                "<comments><r><t>1234567</t></r><r><t>890123</t></r></comments>"))
                                .codes())
                .containsExactly("PERSONAL_NUMBER 0 comments1.xml");
        assertThat(
                        check(
                                        workbook.without("xl/comments1.xml")
                                                .part(
                                                        "xl/pivotCache/pivotCacheRecords1.xml",
                                                        "<pivotCacheRecords><r><n v='1234567890123'/></r></pivotCacheRecords>"))
                                .codes())
                .containsExactly("PERSONAL_NUMBER 0 pivotCacheRecords1.xml");
        assertThat(
                        check(
                                        workbook.without("xl/pivotCache/pivotCacheRecords1.xml")
                                                .texts("<si><t>1234567890123</t></si>"))
                                .codes())
                .containsExactly("PERSONAL_NUMBER 0 sharedStrings.xml");
    }

    @Test
    void readsHiddenSheetsOnlyWhereAllAre() {
        String figures = LONG_HEADER + row(4, "2565-1", "4302", "P7", "channels", "2");

        assertThat(
                        check(
                                        new WorkbookBytes()
                                                .sheet("A", "hidden", figures)
                                                .sheet("B", row(1, "อื่น")))
                                .codes())
                .containsExactly("SHEET_LEFT_OUT 0", "SHEET_HIDDEN 0", "NO_HEADER 1");
        assertThat(check(new WorkbookBytes().sheet("A", "hidden", figures)).figures()).hasSize(1);
    }

    @Test
    void refusesErrorsOfFormulasAndFormulasWithoutAValue() {
        assertThat(
                        check(
                                        new WorkbookBytes()
                                                .sheet(
                                                        "A",
                                                        row(1, "round", "district", "P7.channels")
                                                                + "<row r='2'><c t='inlineStr'><is><t>2565-1</t></is></c><c><v>4301</v></c><c t='e'><f>x</f><v>#REF!</v></c></row>"
                                                                + "<row r='3'><c t='inlineStr'><is><t>2565-1</t></is></c><c><v>4302</v></c><c><f>1+1</f></c></row>"))
                                .codes())
                .containsExactly(
                        "SPREADSHEET_ERROR 2 P7.channels #REF!",
                        "SPREADSHEET_ERROR 3 P7.channels #CALC!");
    }

    @Test
    void refusesAColumnWhoseNameNobodyWorkedOutAndNotesToo() {
        assertThat(
                        check(
                                        new WorkbookBytes()
                                                .sheet(
                                                        "A",
                                                        "<row r='1'><c t='inlineStr'><is><t>round</t></is></c><c t='inlineStr'><is><t>district</t></is></c>"
                                                                + "<c><f>x</f></c><c t='inlineStr'><is><t>P7.channels</t></is></c><c t='inlineStr'><is><t>note</t></is></c></row>"
                                                                + "<row r='2'><c t='inlineStr'><is><t>2565-1</t></is></c><c><v>4301</v></c><c/><c><v>2</v></c><c><f>x</f></c></row>"))
                                .codes())
                .containsExactly(
                        "SPREADSHEET_ERROR 1 #CALC! #CALC!", "SPREADSHEET_ERROR 2 note #CALC!");
    }

    @Test
    void warnsOfResultsThatMayBeOfOtherFigures() {
        Checked checked =
                check(
                        new WorkbookBytes()
                                .calculation("fullCalcOnLoad='1'")
                                .sheet(
                                        "A",
                                        row(1, "round", "district", "P7.channels")
                                                + "<row r='2'><c t='inlineStr'><is><t>2565-1</t></is></c><c><v>4301</v></c><c><f>1+1</f><v>2</v></c></row>"));

        assertThat(checked.codes()).containsExactly("NOT_RECALCULATED 0");
        assertThat(checked.figures()).hasSize(1);
        assertThat(checked.messages())
                .contains(
                        "สมุดงานระบุว่าต้องคำนวณสูตรใหม่เมื่อเปิด ค่าข้างสูตรจึงอาจไม่ใช่ค่าล่าสุด นำเข้าตามที่บันทึกไว้ โปรดตรวจตัวเลข หรือเปิดใน Excel บันทึก แล้วนำเข้าใหม่",
                        "The workbook says that its formulas have to be worked out again once it is opened, so what stands beside them may be out of date. It was taken as it is; check the figures, or open the workbook in Excel, save it and import that.");
    }

    @Test
    void refusesRowsThatWereSortedWithoutTheirNames() {
        assertThat(
                        Checked.file(
                                        "round,district,district_name,P7.channels",
                                        "2565-1,4301,เมืองหนองคาย,2",
                                        "2565-1,4302,โพนพิสัย,3")
                                .codes())
                .containsExactly("DISTRICT_MISMATCH 3 district_name โพนพิสัย");
    }

    @Test
    void givesTheRefusedRowsOfAWorkbookBack() {
        WorkbookBytes workbook =
                new WorkbookBytes()
                        .sheet("A", LONG_HEADER + row(5, "2565-1", "4302", "P7", "channels", "=x"));
        Checked checked = check(workbook);

        String csv =
                RefusedRows.csv(
                        file(workbook),
                        ImportReport.rejected(
                                "results.xlsx",
                                "",
                                ImportReport.Counts.rejected(1, 1),
                                checked.issues()));

        assertThat(csv.lines().toList().get(0))
                .isEqualTo(
                        "round,district,indicator,measure,value,of,note,error_line,error_codes,error_messages");
        assertThat(csv.lines().toList().get(1))
                .startsWith("2565-1,4302,P7,channels,'=x,,,5,NOT_A_NUMBER,");
    }

    @Test
    void joinsTwoRowsOfHeadings() {
        Checked checked =
                check(
                        new WorkbookBytes()
                                .sheet(
                                        "A",
                                        row(1, "round", "อำเภอ", "T1.spending", "", "P7", "P1", "")
                                                + row(
                                                        2,
                                                        "",
                                                        "",
                                                        "ผลการดำเนินงาน",
                                                        "ค่าที่ใช้เทียบ",
                                                        "channels",
                                                        "households_developed",
                                                        "households_developed.of")
                                                + row(
                                                        3, "2565-1", "4301", "80", "100", "2", "3",
                                                        "4"))
                                .merged("A1:A2", "B1:B2", "C1:D1", "F1:G1"));

        assertThat(checked.codes()).isEmpty();
        assertThat(checked.shown())
                .containsExactly(
                        "3 2565-1 4301 T1.spending Ratio[value=80, of=100] 2022-03-20",
                        "3 2565-1 4301 P7.channels Count[count=2] 2022-03-20",
                        "3 2565-1 4301 P1.households_developed Ratio[value=3, of=4] 2022-03-20");
    }

    @Test
    void joinsTwoRowsOfHeadingsBelowATitle() {
        Checked checked =
                check(
                        new WorkbookBytes()
                                .sheet(
                                        "A",
                                        row(1, "ผลการดำเนินงาน รอบที่ 1")
                                                + row(3, "round", "อำเภอ", "T1", "", "P7")
                                                + row(
                                                        4,
                                                        "",
                                                        "",
                                                        "spending",
                                                        "spending.of",
                                                        "channels")
                                                + row(5, "2565-1", "4301", "80", "100", "2"))
                                .merged("A1:E1", "A3:A4", "B3:B4", "C3:D3"));

        assertThat(checked.shown())
                .containsExactly(
                        "5 2565-1 4301 T1.spending Ratio[value=80, of=100] 2022-03-20",
                        "5 2565-1 4301 P7.channels Count[count=2] 2022-03-20");
    }

    @Test
    void takesWhatIsMergedForAllItsRowsButNoFigure() {
        String header = row(1, "round", "district", "indicator", "measure", "value", "of", "as_of");
        Checked checked =
                check(
                        new WorkbookBytes()
                                .sheet(
                                        "A",
                                        header
                                                + row(
                                                        2,
                                                        "2565-1",
                                                        "ท่าบ่อ",
                                                        "P7",
                                                        "channels",
                                                        "2",
                                                        "",
                                                        "1/3/2565")
                                                + row(3, "", "", "T1", "spending", "80", "100", ""))
                                .merged("A2:A3", "B2:B3", "G2:G3"));
        assertThat(checked.codes()).isEmpty();
        assertThat(checked.shown())
                .containsExactly(
                        "2 2565-1 4302 P7.channels Count[count=2] 2022-03-01",
                        "3 2565-1 4302 T1.spending Ratio[value=80, of=100] 2022-03-01");

        assertThat(
                        check(
                                        new WorkbookBytes()
                                                .sheet(
                                                        "A",
                                                        header
                                                                + row(
                                                                        2,
                                                                        "2565-1",
                                                                        "4301",
                                                                        "T1",
                                                                        "spending",
                                                                        "80",
                                                                        "100")
                                                                + row(
                                                                        3,
                                                                        "2565-1",
                                                                        "4302",
                                                                        "T1",
                                                                        "spending",
                                                                        "",
                                                                        "100"))
                                                .merged("E2:E3"))
                                .codes())
                .contains("MERGED_VALUE 2 value", "MERGED_VALUE 3 value", "MERGED_ROWS 2 value");
        assertThat(
                        check(
                                        new WorkbookBytes()
                                                .sheet(
                                                        "A",
                                                        row(1, "round", "district", "P7.channels")
                                                                + row(2, "2565-1", "4301", "2")
                                                                + row(3, "2565-1", "4302"))
                                                .merged("C2:C3"))
                                .codes())
                .containsExactly(
                        "MERGED_VALUE 2 P7.channels",
                        "MERGED_ROWS 2 P7.channels",
                        "MERGED_VALUE 3 P7.channels");
        assertThat(
                        check(
                                        new WorkbookBytes()
                                                .sheet(
                                                        "A",
                                                        row(1, "round", "district", "P7.channels")
                                                                + row(2, "2565-1", "4301", "2"))
                                                .merged("C2:C3"))
                                .codes())
                .as("nobody shares it")
                .isEmpty();
    }

    /** Its first row has the district of all; without that row the others would have none. */
    @Test
    void saysOfARowWithAnErrorThatOthersShareItsCells() {
        assertThat(
                        check(
                                        new WorkbookBytes()
                                                .sheet(
                                                        "A",
                                                        row(
                                                                        1,
                                                                        "round",
                                                                        "district",
                                                                        "as_of",
                                                                        "P7.channels")
                                                                + row(
                                                                        2,
                                                                        "2565-1",
                                                                        "4301",
                                                                        "2022-03-01",
                                                                        "x")
                                                                + row(3, "2565-1", "4302", "", "1"))
                                                .merged("C2:C3"))
                                .codes())
                .containsExactly("NOT_A_NUMBER 2 P7.channels x", "MERGED_ROWS 2 as_of");
    }

    @Test
    void asksWhichColumnAHeadingMeansWithTheRowBelowItAndWithoutIt() {
        String header = row(1, "round", "district", "T1.spending", "", "T1.spending.of");
        String second = row(2, "", "", "ไตรมาส 1", "ไตรมาส 2");
        String data = row(3, "2565-1", "4301", "80", "90", "100");

        assertThat(check(new WorkbookBytes().sheet("A", header + second + data)).codes())
                .containsExactly("HEADING_OF_SEVERAL 1 T1.spending", "SECOND_HEADER_ROW 2");
        assertThat(check(new WorkbookBytes().sheet("A", header + data)).codes())
                .containsExactly("HEADING_OF_SEVERAL 1 T1.spending");
        assertThat(check(new WorkbookBytes().sheet("A", header + data).merged("C1:D1")).codes())
                .containsExactly("HEADING_OF_SEVERAL 1 T1.spending");
        assertThat(
                        check(
                                        new WorkbookBytes()
                                                .sheet("A", header + second + data)
                                                .merged("A1:A2", "B1:B2", "C1:D1", "E1:E2"))
                                .figures())
                .isEmpty();
    }

    @Test
    void takesTheRoundOfTheRequest() {
        Checked checked =
                Checked.check(
                        file(
                                new WorkbookBytes()
                                        .sheet(
                                                "A",
                                                row(1, "อำเภอ", "P7.channels")
                                                        + row(2, "4301", "2"))),
                        Optional.of(RoundId.parse("2565-2")),
                        Checked.LIMITS);

        assertThat(checked.codes()).isEmpty();
        assertThat(checked.figures()).hasSize(1);
    }
}
