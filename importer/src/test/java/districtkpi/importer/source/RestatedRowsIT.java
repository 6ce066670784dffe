package districtkpi.importer.source;

import static districtkpi.importer.table.WorkbookBytes.row;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.importer.DateAnswer;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.Issue;
import districtkpi.importer.issue.ExtractIssueCode;
import districtkpi.importer.source.ExtractReport.Question;
import districtkpi.importer.source.WhatCounts.DoubtfulRows;
import districtkpi.importer.table.WorkbookBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Extracts with rows and sheets that say again what others say: nothing is added to its parts. */
class RestatedRowsIT {

    private static final String BUDGET = "อำเภอ,ไตรมาส,โครงการ,ได้รับจัดสรร,เบิกจ่าย";

    @TempDir Path folder;

    private static ExtractContext context;
    private int files;

    @BeforeAll
    static void start() {
        context = new ExtractContext();
    }

    @BeforeEach
    void openRound() {
        context.clear();
    }

    @AfterAll
    static void close() {
        context.close();
    }

    private Path budget(String... rows) {
        return file("budget", BUDGET, rows);
    }

    private Path file(String name, String header, String... rows) {
        return ExtractContext.write(
                folder,
                name + files++ + ".csv",
                Stream.concat(Stream.of(header), Stream.of(rows)).toArray(String[]::new));
    }

    private Path workbook(WorkbookBytes workbook) throws IOException {
        return Files.write(folder.resolve("workbook" + files++ + ".xlsx"), workbook.bytes());
    }

    private static ExtractReport dryRun(Path file) {
        return context.dryRun(file, "budget-spending");
    }

    private static ExtractReport dryRun(Path file, WhatCounts said) {
        return context.service().dryRun(request(file, said), ImportProgress.NONE);
    }

    private static ExtractRequest request(Path file, WhatCounts said) {
        return ExtractContext.request(file, "budget-spending").withWhatCounts(said);
    }

    private static WhatCounts totals(DoubtfulRows said) {
        return new WhatCounts(Set.of(), said, null, DateAnswer.NONE);
    }

    private static WhatCounts sheets(String... names) {
        return new WhatCounts(Set.of(names), null, null, DateAnswer.NONE);
    }

    private static List<String> codes(ExtractReport report) {
        return report.report().issues().stream().map(Issue::code).distinct().toList();
    }

    /** Where something is said, such as {@code สรุป!5}. */
    private static List<String> places(ExtractReport report, ExtractIssueCode code) {
        return report.report().issues().stream()
                .filter(issue -> issue.code().equals(code.name()))
                .map(issue -> (issue.sheet().isEmpty() ? "" : issue.sheet() + "!") + issue.line())
                .toList();
    }

    private static List<String> workings(ExtractReport report) {
        assertThat(report.report().status()).as("%s", codes(report)).isEqualTo(Status.DRY_RUN);
        return report.workings().stream()
                .map(working ->
                        working.district()
                                + " "
                                + working.text()
                                        .en()
                                        .replaceFirst(" baht allocated were disbursed.*", ""))
                .toList();
    }

    private static List<Integer> asked(ExtractReport report) {
        assertThat(report.report().status()).isEqualTo(Status.REJECTED);
        return report.questions().stream()
                .flatMap(question ->
                        question instanceof Question.TotalRows(var rows)
                                ? rows.stream().map(ExtractReport.DoubtfulRow::line)
                                : Stream.of())
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "เมืองหนองคาย,,รวม,1000,700",
                "เมืองหนองคาย,,รวมทั้งสิ้น,1000,700",
                "เมืองหนองคาย,รวม,,1000,700",
                "เมืองหนองคาย,รวมไตรมาส 1-2,,1000,700",
                "เมืองหนองคาย,,ยอดรวม,1000,700",
                "เมืองหนองคาย,,รวม 2 โครงการ,1000,700",
                "เมืองหนองคาย,,Total,1000,700",
                "เมืองหนองคาย,,Grand Total,1000,700",
                "เมืองหนองคาย,,Subtotal,1000,",
                "เมืองหนองคาย,,ผลรวม,=SUM,700",
                "เมืองหนองคาย Total,,,1000,700",
                "รวมเมืองหนองคาย,,,1000,700",
                "เมืองหนองคาย,,รวมโครงการ,1000,0",
                ",,รวม,1000,700",
                "รวม,,,1000,700"
            })
    void aTotalInAnyColumnOfTextIsLeftOutAndSaid(String total) {
        ExtractReport report =
                dryRun(budget("เมืองหนองคาย,1,ก,400,300", "เมืองหนองคาย,2,ข,600,400", total));

        assertThat(workings(report)).containsExactly("4301 700 of 1,000");
        assertThat(places(report, ExtractIssueCode.TOTAL_LEFT_OUT)).containsExactly("4");
        assertThat(report.leftOut()).isEqualTo(1);
        assertThat(report.questions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"รวมพลังสตรี", "โครงการรวมใจภักดิ์", "บ้านรวมไทย", "รวมกลุ่มอาชีพ"})
    void aNameThatBeginsLikeATotalIsARow(String name) {
        ExtractReport report =
                dryRun(
                        budget(
                                "4301,1,ก,400,300",
                                "4301,2," + name + ",600,400",
                                "4301,1,ค,100,50"));

        assertThat(workings(report)).containsExactly("4301 750 of 1,100");
        assertThat(report.leftOut()).isZero();
    }

    @Test
    void aNameThatBeginsLikeATotalAndIsWorthAllOthersIsAskedAbout() {
        Path file = budget("4301,1,ก,400,300", "4301,2,ข,600,400", "4301,1,รวมพลังสตรี,1000,700");

        assertThat(asked(dryRun(file))).containsExactly(4);
        assertThat(workings(dryRun(file, totals(DoubtfulRows.COUNT))))
                .containsExactly("4301 1,400 of 2,000");
        assertThat(workings(dryRun(file, totals(DoubtfulRows.LEAVE_OUT))))
                .containsExactly("4301 700 of 1,000");
    }

    @Test
    void aWordThatMayBeEitherIsATotalWhereTheAmountsSaySo() {
        ExtractReport report =
                dryRun(
                        budget(
                                "4301,1,ก,400,300",
                                "4301,2,ก,600,400",
                                "4301,,รวม โครงการ ก,1000,700",
                                "4301,1,ข,50.25,50",
                                "4301,2,ข,50.75,50",
                                "4301,,รวม โครงการ ข,101,100"));

        assertThat(workings(report)).containsExactly("4301 800 of 1,101.00");
        assertThat(places(report, ExtractIssueCode.TOTAL_LEFT_OUT)).containsExactly("4", "7");
    }

    @Test
    void aWordThatMayBeEitherIsAskedAboutWhereTheAmountsDoNot() {
        Path file = budget("4301,1,ก,400,300", "4301,2,ข,600,400", "4301,1,รวม โครงการ ค,70,10");

        ExtractReport report = dryRun(file);

        assertThat(codes(report)).containsExactly("TOTAL_OR_NAME");
        assertThat(asked(report)).containsExactly(4);
        assertThat(workings(dryRun(file, totals(DoubtfulRows.COUNT))))
                .containsExactly("4301 710 of 1,070");
        assertThat(codes(dryRun(file, totals(DoubtfulRows.COUNT))))
                .containsExactly("COUNTED_AS_SAID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4301,,,1000,700",
                "4301,2,ทุกงาน,1000,700",
                "4301,,,1000,0",
                "4301,,,\"1,000.00\",700.00"
            })
    void aRowThatIsTheSumOfThoseAboveItIsAskedAbout(String sum) {
        Path file =
                budget(
                        "4301,1,ก,400,300",
                        "4301,2,ข,600,400",
                        sum,
                        "4302,1,ก,400,300",
                        "4302,2,ข,100,100");

        ExtractReport report = dryRun(file);

        assertThat(codes(report)).containsExactly("SUM_OF_OTHER_ROWS");
        assertThat(asked(report)).containsExactly(4);
        assertThat(report.workings()).isEmpty();
        assertThat(workings(dryRun(file, totals(DoubtfulRows.LEAVE_OUT))))
                .containsExactly("4301 700 of 1,000", "4302 400 of 500");
    }

    @Test
    void aTotalOfOneRowSaysLessThanIt() {
        assertThat(asked(dryRun(budget("4301,1,ก,400,300", "4301,,,400,300")))).containsExactly(3);
        assertThat(workings(dryRun(budget("4301,1,ก,400,300", "4301,1,ข,400,300"))))
                .as("two projects worth the same")
                .containsExactly("4301 600 of 800");
    }

    @Test
    void totalsByQuarterAndOfAllAreFoundWithoutAWord() {
        Path file =
                budget(
                        "4301,1,ก,100,10",
                        "4301,1,ข,200,20",
                        "4301,1,,300,30",
                        "4301,2,ก,150,15",
                        "4301,2,ข,250,25",
                        "4301,2,,400,40",
                        "4301,,,700,70");

        assertThat(asked(dryRun(file))).containsExactly(4, 7, 8);
        assertThat(workings(dryRun(file, totals(DoubtfulRows.LEAVE_OUT))))
                .containsExactly("4301 70 of 700");
    }

    @Test
    void totalsByProjectWithinQuartersAreFoundWithoutAWord() {
        Path file =
                budget(
                        "4301,1,ก,100,10",
                        "4301,1,ก,200,20",
                        "4301,1,,300,30",
                        "4301,1,ข,50,5",
                        "4301,1,ข,70,7",
                        "4301,1,,120,12",
                        "4301,1,,420,42",
                        "4301,2,ก,11,1",
                        "4301,2,ก,22,2",
                        "4301,2,,33,3",
                        "4301,2,,453,45");

        assertThat(asked(dryRun(file))).containsExactly(4, 7, 8, 11, 12);
        assertThat(workings(dryRun(file, totals(DoubtfulRows.LEAVE_OUT))))
                .containsExactly("4301 45 of 453");
    }

    @Test
    void totalsThatStandFirstAreFound() {
        Path pivot =
                budget(
                        "เมืองหนองคาย,,,1000,700",
                        "เมืองหนองคาย,1,ก,400,300",
                        "เมืองหนองคาย,2,ข,600,400",
                        "ท่าบ่อ,,,50,20",
                        "ท่าบ่อ,1,ก,20,10",
                        "ท่าบ่อ,2,ข,30,10");

        assertThat(asked(dryRun(pivot))).containsExactly(2, 5);
        assertThat(workings(dryRun(pivot, totals(DoubtfulRows.LEAVE_OUT))))
                .containsExactly("4301 700 of 1,000", "4302 20 of 50");

        Path named = budget("4301,1,ทุกงาน,1000,700", "4301,1,ก,400,300", "4301,2,ข,600,400");
        assertThat(asked(dryRun(named))).containsExactly(2);
    }

    @Test
    void totalsOfQuartersThatStandFirstAreFound() {
        Path file =
                budget(
                        "4301,,,1000,100",
                        "4301,1,,300,30",
                        "4301,1,ก,100,10",
                        "4301,1,ข,200,20",
                        "4301,2,,700,70",
                        "4301,2,ก,300,30",
                        "4301,2,ข,400,40");

        assertThat(asked(dryRun(file))).containsExactly(2, 3, 6);
    }

    @Test
    void aPivotWithItsGrandTotalAtTheTopIsReadWithoutIt() {
        ExtractReport report =
                dryRun(
                        budget(
                                "Grand Total,,,1550,1070",
                                "เมืองหนองคาย Total,,,1000,700",
                                "เมืองหนองคาย,1,ก,400,300",
                                "เมืองหนองคาย,2,ข,600,400",
                                "ท่าบ่อ Total,,,550,370",
                                "ท่าบ่อ,1,ก,550,370"));

        assertThat(workings(report)).containsExactly("4301 700 of 1,000", "4302 370 of 550");
        assertThat(codes(report)).containsExactly("TOTAL_LEFT_OUT");
        assertThat(report.leftOut()).isEqualTo(3);
    }

    @Test
    void twoDistrictsWithATotalEachAndOneOfAll() {
        ExtractReport report =
                dryRun(
                        budget(
                                "4301,1,ก,400,300",
                                "4301,2,ข,600,400",
                                "4301,,รวม,1000,700",
                                "4302,1,ก,50,20",
                                "4302,,รวม,50,20",
                                "รวม,,,1050,720"));

        assertThat(workings(report)).containsExactly("4301 700 of 1,000", "4302 20 of 50");
        assertThat(report.leftOutRows())
                .extracting(some -> some.district().map(code -> code.value()).orElse("-"))
                .containsExactly("4301", "4302", "-");
        assertThat(report.parts())
                .extracting(part -> part.district() + " " + part.rows() + "+" + part.others())
                .containsExactly("4301 2+0", "4302 1+0");
    }

    @Test
    void aTotalThatIsNotWhatItsRowsAddUpToIsSaid() {
        ExtractReport report =
                dryRun(budget("4301,1,ก,400,300", "4301,2,ข,600,400", "4301,,รวม,1200,700"));

        assertThat(workings(report)).containsExactly("4301 700 of 1,000");
        assertThat(codes(report)).containsExactly("TOTAL_LEFT_OUT", "TOTAL_DIFFERS");
        assertThat(places(report, ExtractIssueCode.TOTAL_DIFFERS)).containsExactly("4");
    }

    @Test
    void aDistrictThatHasNothingButATotalIsAskedAbout() {
        Path file = budget("4301,1,ก,400,300", "4302,,รวมทุกโครงการ,500,200");

        ExtractReport report = dryRun(file);

        assertThat(codes(report)).containsExactly("TOTAL_WITHOUT_ROWS", "TOTAL_LEFT_OUT");
        assertThat(asked(report)).containsExactly(3);
        assertThat(workings(dryRun(file, totals(DoubtfulRows.COUNT))))
                .containsExactly("4301 300 of 400", "4302 200 of 500");
        assertThat(workings(dryRun(file, totals(DoubtfulRows.LEAVE_OUT))))
                .containsExactly("4301 300 of 400");
    }

    @Test
    void reversalsAndDecimalsAddUpExactly() {
        Path file =
                budget(
                        "4301,1,ก,0.10,0.10",
                        "4301,1,ข,0.20,0.20",
                        "4301,1,ค,0.30,0.30",
                        "4301,,,0.60,0.60");

        assertThat(asked(dryRun(file))).as("0.1 + 0.2 = 0.3 is a sum too").containsExactly(4, 5);
    }

    @Test
    void rowsWithoutAmountsAreNoSums() {
        assertThat(
                        workings(
                                dryRun(
                                        budget(
                                                "4301,1,ก,0,0",
                                                "4301,1,ข,0,0",
                                                "4301,1,ค,0,0",
                                                "4301,1,ง,100,0",
                                                "4301,2,จ,100,50"))))
                .containsExactly("4301 50 of 200");
    }

    @Test
    void aVillageHasARowOfItsOwn() {
        Path file =
                file(
                        "households",
                        "รหัสหมู่บ้าน,ครัวเรือนเป้าหมาย,ครัวเรือนที่ได้รับการพัฒนา",
                        "43010101,1,1",
                        "43010102,2,1",
                        "43010103,3,2");

        assertThat(context.dryRun(file, "target-households").report().status())
                .isEqualTo(Status.DRY_RUN);
    }

    @Test
    void aTotalOfRowsThatAreCountedIsNoRow() {
        ExtractReport report =
                context.dryRun(
                        file(
                                "bpm",
                                "อำเภอ,กิจกรรม,วันที่ดำเนินการ,วันที่บันทึก",
                                "ท่าบ่อ,ก,9/2/2565,10/2/2565",
                                "ท่าบ่อ,รวม 1 กิจกรรม,,",
                                "ท่าบ่อ,รวม,1,1"),
                        "bpm");

        assertThat(report.workings()).hasSize(1);
        assertThat(report.parts()).extracting(ExtractReport.Part::rows).contains(1);
        assertThat(report.leftOut()).isEqualTo(2);
    }

    @Test
    void theLastRowOfAWorkPlanThatIsTheSumOfAllOthersIsAskedAbout() {
        Path file =
                file(
                        "plan",
                        "อำเภอ,กิจกรรม,เป้าหมาย,ผลการดำเนินงาน",
                        "4301,ก,1,1",
                        "4301,ข,1,1",
                        "4301,ค,2,2",
                        "4301,ง,3,1",
                        "4301,ทุกงาน,7,5");

        ExtractReport report = context.dryRun(file, "work-plan");

        assertThat(codes(report)).containsExactly("SUM_OF_OTHER_ROWS");
        assertThat(asked(report)).containsExactly(6);
    }

    @Test
    void aRemarkAboutATotalIsNone() throws IOException {
        Path file =
                file(
                        "remarks",
                        BUDGET + ",หมายเหตุ",
                        "4301,1,ก,400,300,รวม 2 กิจกรรม",
                        "4301,2,ข,600,400,ทั้งหมด");

        assertThat(workings(dryRun(file))).containsExactly("4301 700 of 1,000");
    }

    private static String budgetSheet(String... rows) {
        StringBuilder sheet = new StringBuilder(row(1, BUDGET.split(",")));
        for (int i = 0; i < rows.length; i++) {
            sheet.append(row(i + 2, rows[i].split(",", -1)));
        }
        return sheet.toString();
    }

    @Test
    void detailsAndASummaryAreAskedAboutAndOneOfThemCounts() throws IOException {
        Path file =
                workbook(
                        new WorkbookBytes()
                                .sheet(
                                        "รายละเอียด",
                                        budgetSheet("4301,1,ก,400,300", "4301,2,ข,600,400"))
                                .sheet(
                                        "สรุป",
                                        budgetSheet("4301,,ทุกงาน,1000,700", "รวม,,,1000,700")));

        ExtractReport report = dryRun(file);

        assertThat(codes(report)).containsExactly("DISTRICT_ON_SEVERAL_SHEETS", "TOTAL_LEFT_OUT");
        Question.Sheets question = (Question.Sheets) report.questions().getFirst();
        assertThat(question.sheets())
                .extracting(sheet -> sheet.sheet() + " " + sheet.rows())
                .containsExactly("รายละเอียด 2", "สรุป 1");
        assertThat(question.hint().orElseThrow().en()).contains("the same for each district");

        ExtractReport said = dryRun(file, sheets("รายละเอียด"));
        assertThat(workings(said)).containsExactly("4301 700 of 1,000");
        assertThat(codes(said)).containsExactly("SHEET_NOT_CHOSEN", "SHEET_READ");
        assertThat(said.leftOutRows())
                .extracting(some -> some.sheet() + " " + some.reason() + " " + some.rows())
                .containsExactly("สรุป SHEET_NOT_CHOSEN 1", "สรุป SHEET_NOT_CHOSEN 1");

        assertThat(workings(dryRun(file, sheets("*")))).containsExactly("4301 1,400 of 2,000");
        assertThat(codes(dryRun(file, sheets("*")))).contains("SHEETS_COUNT_TOGETHER");
        assertThat(codes(dryRun(file, sheets("ไม่มี")))).contains("UNKNOWN_SHEET");
    }

    @Test
    void cumulativeMonthsAreAskedAbout() throws IOException {
        Path file =
                workbook(
                        new WorkbookBytes()
                                .sheet("ม.ค.", budgetSheet("4301,1,ก,1000,100", "4302,1,ก,500,50"))
                                .sheet("ม.ค.-ก.พ.", budgetSheet("4301,1,ก,1000,300"))
                                .sheet("คำชี้แจง", row(1, "อ่านก่อน")));

        ExtractReport report = dryRun(file);

        Question.Sheets question = (Question.Sheets) report.questions().getFirst();
        assertThat(question.districts()).extracting(code -> code.value()).containsExactly("4301");
        assertThat(question.hint().orElseThrow().en()).contains("may be cumulative");
        assertThat(workings(dryRun(file, sheets("ม.ค.-ก.พ."))))
                .containsExactly("4301 300 of 1,000");
    }

    @Test
    void aSheetForEachDistrictIsNoQuestion() throws IOException {
        ExtractReport report =
                dryRun(
                        workbook(
                                new WorkbookBytes()
                                        .sheet("เมือง", budgetSheet("4301,1,ก,1000,100"))
                                        .sheet("ท่าบ่อ", budgetSheet("4302,1,ก,500,50"))
                                        .sheet("เดิม", "hidden", budgetSheet("4305,1,ก,9,9"))));

        assertThat(workings(report)).containsExactly("4301 100 of 1,000", "4302 50 of 500");
        assertThat(codes(report)).containsExactly("SHEET_HIDDEN", "SHEET_READ");
        assertThat(report.parts())
                .extracting(part -> part.district() + " " + part.sheet() + " " + part.rows())
                .containsExactly("4301 เมือง 1", "4302 ท่าบ่อ 1");
    }

    @Test
    void whatASheetLacksThatDoesNotCountIsNoFault() throws IOException {
        Path file =
                workbook(
                        new WorkbookBytes()
                                .sheet("ผล", budgetSheet("4301,1,ก,1000,100"))
                                .sheet(
                                        "อื่น",
                                        row(1, "อำเภอ", "เบิกจ่าย") + row(2, "4301", "เสีย")));

        assertThat(codes(dryRun(file))).contains("COLUMN_NOT_FOUND");
        assertThat(workings(dryRun(file, sheets("ผล")))).containsExactly("4301 100 of 1,000");
    }

    @Test
    void whatWasAnsweredStaysWithTheImport() throws IOException {
        Path file =
                workbook(
                        new WorkbookBytes()
                                .sheet(
                                        "รายละเอียด",
                                        budgetSheet(
                                                "4301,1,ก,400,300",
                                                "4301,2,ข,600,400",
                                                "4301,3,ค,5,5",
                                                "4301,,,1005,705"))
                                .sheet("สรุป", budgetSheet("4301,,ทุกงาน,1005,705")));
        WhatCounts said =
                new WhatCounts(Set.of("รายละเอียด"), DoubtfulRows.LEAVE_OUT, null, DateAnswer.NONE);
        ExtractReport shown = dryRun(file, said);

        ExtractReport committed = commit(file, said, shown.report().basis());

        assertThat(committed.report().status()).isEqualTo(Status.COMMITTED);
        assertThat(context.column("select question || '=' || answer from extract_answer"))
                .containsExactlyInAnyOrder("sheets=รายละเอียด", "totalRows=leaveOut");
        assertThat(context.column("select sheet || '!' || line from measurement"))
                .containsExactly("รายละเอียด!2");
        assertThat(
                        context.column(
                                "select sheet || ' ' || reason || ' ' || row_count || ' '"
                                        + " || first_line from extract_left_out order by number"))
                .containsExactly("รายละเอียด TOTAL_LEFT_OUT 1 5", "สรุป SHEET_NOT_CHOSEN 1 2");
        assertThat(context.column("select row_count || '+' || other_count from extract_part"))
                .containsExactly("2+1");
        ExtractReport again = commit(file, said, null);
        assertThat(again.report().unchanged()).isEqualTo(1);
        assertThat(again.parts()).isEqualTo(committed.parts());
        assertThat(again.leftOutRows()).isEqualTo(committed.leftOutRows());
        assertThat(codes(commit(file, WhatCounts.NONE, null))).containsExactly("ALREADY_IMPORTED");
        assertThat(codes(commit(file, sheets("*"), null)))
                .as("another answer is another figure")
                .containsExactly("IMPORTED_AS_OTHER");
    }

    private static ExtractReport commit(Path file, WhatCounts said, @Nullable String basis) {
        return context.service()
                .commit(request(file, said), Optional.ofNullable(basis), ImportProgress.NONE);
    }

    @Test
    void questionsComeWithEverythingElseThatIsWrong() {
        ExtractReport report =
                dryRun(
                        budget(
                                "4301,1,ก,400,300",
                                "4301,2,ข,600,400",
                                "4301,,,1000,700",
                                "4301,1,ค,x,1"));

        assertThat(codes(report)).containsExactly("SUM_OF_OTHER_ROWS", "NOT_A_NUMBER");
        assertThat(Arrays.asList(report.report().rejected())).containsExactly(2);
    }

    private static WhatCounts repeats(DoubtfulRows said) {
        return new WhatCounts(Set.of(), null, said, DateAnswer.NONE);
    }

    private static List<String> repeated(ExtractReport report) {
        assertThat(report.report().status()).as("%s", codes(report)).isEqualTo(Status.REJECTED);
        return report.questions().stream()
                .flatMap(question ->
                        question instanceof Question.RepeatedRows(var rows)
                                ? rows.stream()
                                        .map(row -> row.line() + " of " + row.other().orElseThrow())
                                : Stream.of())
                .toList();
    }

    private static ExtractReport dryRun(Path file, String source, WhatCounts said) {
        return context.service()
                .dryRun(
                        ExtractContext.request(file, source).withWhatCounts(said),
                        ImportProgress.NONE);
    }

    /** A running number and a percentage do not make another row of it. */
    @Test
    void aRowThatIsThereTwiceIsAskedAbout() {
        Path file =
                file(
                        "twice",
                        "ลำดับ," + BUDGET + ",ร้อยละ",
                        "1,เมืองหนองคาย,1,ก,1000,500,50%",
                        "2,เมืองหนองคาย,1,ข,3000,900,30%",
                        "3,เมืองหนองคาย,1,ก,\"1,000\",500,50.00%",
                        "4,ท่าบ่อ,1,ก,1000,500,50%");

        ExtractReport asked = dryRun(file);
        assertThat(repeated(asked)).containsExactly("4 of 2");
        assertThat(places(asked, ExtractIssueCode.SAME_ROW)).containsExactly("4");

        ExtractReport once = dryRun(file, repeats(DoubtfulRows.LEAVE_OUT));
        assertThat(workings(once)).containsExactly("4301 1,400 of 4,000", "4302 500 of 1,000");
        assertThat(places(once, ExtractIssueCode.REPEATED_ROW_LEFT_OUT)).containsExactly("4");
        assertThat(once.leftOut()).isEqualTo(1);

        ExtractReport all = dryRun(file, repeats(DoubtfulRows.COUNT));
        assertThat(workings(all)).containsExactly("4301 1,900 of 5,000", "4302 500 of 1,000");
        assertThat(places(all, ExtractIssueCode.REPEATED_ROW_COUNTED)).containsExactly("4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ต.ค. 64,พ.ย. 64,ธ.ค. 64",
                "ตุลาคม,พฤศจิกายน,ธันวาคม",
                "31/10/2564,30/11/2564,31/12/2564",
                "ครั้งที่ 1,ครั้งที่ 2,ครั้งที่ 3",
                "2021-10,2021-11,2021-12"
            })
    void aStateForEachMonthOnOneSheetIsAskedAbout(String months) {
        String[] month = months.split(",", -1);
        Path file =
                file(
                        "months",
                        "อำเภอ,ข้อมูลเดือน,ได้รับจัดสรร,เบิกจ่าย",
                        "เมืองหนองคาย," + month[0] + ",1000,100",
                        "ท่าบ่อ," + month[0] + ",2000,50",
                        "เมืองหนองคาย," + month[1] + ",1000,450",
                        "ท่าบ่อ," + month[1] + ",2000,50",
                        "เมืองหนองคาย," + month[2] + ",1000,875",
                        "ท่าบ่อ," + month[2] + ",2000,1000");

        assertThat(repeated(dryRun(file))).containsExactly("2 of 6", "3 of 7", "4 of 6", "5 of 7");
        ExtractReport newest = dryRun(file, repeats(DoubtfulRows.LEAVE_OUT));
        assertThat(workings(newest)).containsExactly("4301 875 of 1,000", "4302 1,000 of 2,000");
        assertThat(newest.parts()).extracting(ExtractReport.Part::rows).containsExactly(1, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12/2564,11/2564,10/2564",
                "2021-12,2021-11,2021-10",
                "เดือน 12/2564,เดือน 11/2564,เดือน 10/2564",
                "2/2565,1/2565,12/2564",
                "ครั้งที่ 10,ครั้งที่ 9,ครั้งที่ 2",
                "งวดที่ 3,งวดที่ 2,งวดที่ 1",
                "งวด ๓,งวด ๒,งวด ๑",
                "รอบ 2/2565,รอบ 1/2565,รอบ 4/2564",
                "สัปดาห์ที่ 3,สัปดาห์ที่ 2,สัปดาห์ที่ 1",
                "เดือนที่ 3,เดือนที่ 2,เดือนที่ 1",
                "รอบ 12 เดือน,รอบ 9 เดือน,รอบ 6 เดือน",
                "ณ สิ้นเดือน ธ.ค. 64,ณ สิ้นเดือน พ.ย. 64,ณ สิ้นเดือน ต.ค. 64",
                "มกราคม,ธันวาคม,ตุลาคม"
            })
    void ofMonthsAndReportsThatStandNewestFirstTheNewestCounts(String times) {
        Path file = statesOf(times);

        assertThat(repeated(dryRun(file))).containsExactly("3 of 2", "4 of 2");
        assertThat(workings(dryRun(file, repeats(DoubtfulRows.LEAVE_OUT))))
                .containsExactly("4301 875 of 1,000");
    }

    private Path statesOf(String times) {
        String[] time = times.split(",", -1);
        return file(
                "newest-first",
                "อำเภอ,ข้อมูลเดือน,ได้รับจัดสรร,เบิกจ่าย",
                "เมืองหนองคาย," + time[0] + ",1000,875",
                "เมืองหนองคาย," + time[1] + ",1000,450",
                "เมืองหนองคาย," + time[2] + ",1000,100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "รอบปลายปี,รอบกลางปี,รอบต้นปี",
                "ครั้งที่ 3,ครั้งที่ 2,31/10/2564",
                "ครั้งที่ 2,ครั้งที่สอง,ครั้งที่ 1",
                "เดือน 1,เดือน 12,เดือน 11",
                "13/2564,12/2564,11/2564"
            })
    void ofStatesOfWhichNothingTellsTheNewestNoneIsLeftOut(String times) {
        Path file = statesOf(times);

        ExtractReport asked = dryRun(file);
        assertThat(repeated(asked)).containsExactly("3 of 2", "4 of 2");
        assertThat(places(asked, ExtractIssueCode.NEWEST_STATE_UNKNOWN)).containsExactly("3", "4");
        ExtractReport stillAsked = dryRun(file, repeats(DoubtfulRows.LEAVE_OUT));
        assertThat(places(stillAsked, ExtractIssueCode.NEWEST_STATE_UNKNOWN))
                .containsExactly("3", "4");
        assertThat(repeated(stillAsked)).containsExactly("3 of 2", "4 of 2");
        assertThat(workings(dryRun(file, repeats(DoubtfulRows.COUNT))))
                .containsExactly("4301 1,425 of 3,000");
    }

    /** The day of the report is the same in all rows; its number is not. */
    @Test
    void whereAllDaysAreTheSameTheNumberOfTheReportTellsTheNewest() {
        Path file =
                file(
                        "numbered",
                        "อำเภอ,หมู่บ้าน,ครัวเรือนเป้าหมาย,ครัวเรือนที่ได้รับการพัฒนา,ข้อมูล ณ วันที่,รายงาน",
                        "เมืองหนองคาย,ก,20,15,28/2/2565,ครั้งที่ 2",
                        "เมืองหนองคาย,ก,20,5,28/2/2565,ครั้งที่ 1");

        assertThat(repeated(dryRun(file, "target-households", WhatCounts.NONE)))
                .containsExactly("3 of 2");
    }

    @Test
    void amountsThatFallFromRowToRowAreAskedAboutWhereNothingTellsTheNewest() {
        Path file =
                file(
                        "falling",
                        "อำเภอ,ข้อมูลเดือน,ได้รับจัดสรร,เบิกจ่าย",
                        "เมืองหนองคาย,รอบปลายปี,1200,875",
                        "เมืองหนองคาย,รอบกลางปี,1100,450",
                        "เมืองหนองคาย,รอบต้นปี,1000,100");

        assertThat(repeated(dryRun(file))).containsExactly("3 of 2", "4 of 2");
    }

    /** The newest counts, wherever it stands. */
    @Test
    void ofStatesThatStandNewestFirstTheNewestCounts() {
        Path file =
                file(
                        "states",
                        "อำเภอ,หมู่บ้าน,ครัวเรือนเป้าหมาย,ครัวเรือนที่ได้รับการพัฒนา,ข้อมูล ณ วันที่",
                        "เมืองหนองคาย,ก,20,15,28/2/2565",
                        "เมืองหนองคาย,ข,10,10,28/2/2565",
                        "เมืองหนองคาย,ก,20,5,31/1/2565",
                        "เมืองหนองคาย,ข,10,12,31/1/2565");

        ExtractReport asked = dryRun(file, "target-households", WhatCounts.NONE);
        assertThat(repeated(asked)).containsExactly("4 of 2", "5 of 3");
        assertThat(workings(dryRun(file, "target-households", repeats(DoubtfulRows.LEAVE_OUT))))
                .singleElement()
                .asString()
                .startsWith("4301 25 of 30");
    }

    @Test
    void salesThatAddUpFromMonthToMonthAreAskedAbout() {
        String header = "อำเภอ,กลุ่ม,เดือน,ช่องทาง,ยอดจำหน่าย";
        Path growing =
                file(
                        "growing",
                        header,
                        "เมืองหนองคาย,ก,ต.ค. 63,ออนไลน์,100",
                        "เมืองหนองคาย,ก,พ.ย. 63,ออนไลน์,200",
                        "เมืองหนองคาย,ก,ธ.ค. 63,ออนไลน์,350",
                        "เมืองหนองคาย,ก,ต.ค. 64,ออนไลน์,150",
                        "เมืองหนองคาย,ก,พ.ย. 64,ออนไลน์,250",
                        "เมืองหนองคาย,ก,ธ.ค. 64,ออนไลน์,450");
        Path monthly =
                file(
                        "monthly",
                        header,
                        "เมืองหนองคาย,ก,ต.ค. 63,ออนไลน์,100",
                        "เมืองหนองคาย,ก,พ.ย. 63,ออนไลน์,100",
                        "เมืองหนองคาย,ก,ธ.ค. 63,ออนไลน์,90",
                        "เมืองหนองคาย,ก,ต.ค. 64,ออนไลน์,150",
                        "เมืองหนองคาย,ก,พ.ย. 64,ออนไลน์,150");

        assertThat(repeated(dryRun(growing, "otop-sales", WhatCounts.NONE)))
                .containsExactly("2 of 4", "3 of 4", "5 of 7", "6 of 7");
        assertThat(dryRun(monthly, "otop-sales", WhatCounts.NONE).report().status())
                .isEqualTo(Status.DRY_RUN);
    }

    private static WhatCounts both(DoubtfulRows ofTotals, DoubtfulRows ofRepeats) {
        return new WhatCounts(Set.of(), ofTotals, ofRepeats, DateAnswer.NONE);
    }

    private static String figure(ExtractReport report) {
        assertThat(report.report().status()).as("%s", codes(report)).isEqualTo(Status.DRY_RUN);
        return report.workings().getFirst().text().en();
    }

    /** 300 is what 100 and 200 add up to, or the state of December. */
    @Test
    void aStateThatIsTheSumOfEarlierOnesCountsAsBothQuestionsAreAnswered() {
        Path file =
                file(
                        "states",
                        "อำเภอ,กลุ่ม,เดือน,ช่องทาง,ยอดจำหน่าย",
                        "เมืองหนองคาย,ก,ต.ค. 64,ออนไลน์,100",
                        "เมืองหนองคาย,ก,พ.ย. 64,ออนไลน์,200",
                        "เมืองหนองคาย,ก,ธ.ค. 64,ออนไลน์,300",
                        "เมืองหนองคาย,ก,ม.ค. 65,ออนไลน์,450",
                        "เมืองหนองคาย,ก,ม.ค. 64,ออนไลน์,7");

        assertThat(asked(dryRun(file, "otop-sales", WhatCounts.NONE))).containsExactly(4);
        ExtractReport states =
                dryRun(file, "otop-sales", both(DoubtfulRows.COUNT, DoubtfulRows.LEAVE_OUT));
        assertThat(figure(states)).contains("450").doesNotContain("750");
        assertThat(places(states, ExtractIssueCode.REPEATED_ROW_LEFT_OUT))
                .containsExactly("2", "3", "4");
        assertThat(asked(dryRun(file, "otop-sales", repeats(DoubtfulRows.LEAVE_OUT))))
                .as("one answer is none to the other question")
                .containsExactly(4);
        assertThat(figure(dryRun(file, "otop-sales", both(DoubtfulRows.COUNT, DoubtfulRows.COUNT))))
                .contains("1,050");
    }

    @Test
    void aTotalThatStandsFirstIsNoNewestState() {
        Path file =
                file(
                        "newest",
                        "อำเภอ,กลุ่ม,เดือน,ช่องทาง,ยอดจำหน่าย",
                        "เมืองหนองคาย,ก,ธ.ค. 64,ออนไลน์,300",
                        "เมืองหนองคาย,ก,พ.ย. 64,ออนไลน์,200",
                        "เมืองหนองคาย,ก,ต.ค. 64,ออนไลน์,100");

        ExtractReport parts =
                dryRun(file, "otop-sales", both(DoubtfulRows.LEAVE_OUT, DoubtfulRows.LEAVE_OUT));
        assertThat(parts.report().status()).isEqualTo(Status.DRY_RUN);
        assertThat(places(parts, ExtractIssueCode.TOTAL_LEFT_OUT)).containsExactly("2");
        assertThat(places(parts, ExtractIssueCode.REPEATED_ROW_LEFT_OUT)).isEmpty();
        ExtractReport states =
                dryRun(file, "otop-sales", both(DoubtfulRows.COUNT, DoubtfulRows.LEAVE_OUT));
        assertThat(states.report().status()).isEqualTo(Status.DRY_RUN);
        assertThat(places(states, ExtractIssueCode.REPEATED_ROW_LEFT_OUT))
                .containsExactly("3", "4");
    }

    @Test
    void aTotalOfRowsOfWhichOneIsThereTwiceIsFoundOnceThatOneIsLeftOut() {
        Path file =
                budget(
                        "4301,1,ก,100,10",
                        "4301,1,ข,200,20",
                        "4301,1,ข,200,20",
                        "4301,1,ทุกงาน,300,30");

        assertThat(asked(dryRun(file, repeats(DoubtfulRows.LEAVE_OUT)))).containsExactly(5);
        assertThat(workings(dryRun(file, both(DoubtfulRows.LEAVE_OUT, DoubtfulRows.LEAVE_OUT))))
                .containsExactly("4301 30 of 300");
    }

    @Test
    void rowsThatAreAboutOtherThingsAreNoRepeats() {
        Path files =
                file(
                        "things",
                        "อำเภอ,กลุ่มงาน,ได้รับจัดสรร,เบิกจ่าย",
                        "เมืองหนองคาย,อำนวยการ,1000,100",
                        "เมืองหนองคาย,ยุทธศาสตร์,1000,200",
                        "เมืองหนองคาย,สารสนเทศ,1000,300");
        Path parts =
                file(
                        "parts",
                        "อำเภอ,โครงการ,ได้รับจัดสรร,เบิกจ่าย,วันที่เบิกจ่าย",
                        "เมืองหนองคาย,ก,600,500,5/1/2565",
                        "เมืองหนองคาย,ก,0,100,7/2/2565");
        Path villages =
                file(
                        "villages",
                        "อำเภอ,รหัสหมู่บ้าน,ครั้งที่,วันที่ประเมิน,คะแนนรวม",
                        "เมืองหนองคาย,43010101,1,1/12/2564,80",
                        "เมืองหนองคาย,43010101,1,1/12/2564,80");

        assertThat(dryRun(files).report().status()).isEqualTo(Status.DRY_RUN);
        assertThat(dryRun(parts).report().status()).isEqualTo(Status.DRY_RUN);
        assertThat(dryRun(villages, "gvh", WhatCounts.NONE).report().status())
                .as("a village counts once anyway")
                .isEqualTo(Status.DRY_RUN);
    }

    @Test
    void ofMoreRowsThanAreComparedItIsSaidThatTheyWereNot() {
        String[] rows =
                Stream.iterate(0, i -> i + 1)
                        .limit(Repeats.MAX_COMPARED + 1L)
                        .map(i -> "เมืองหนองคาย,1,โครงการ" + i + ",10,1")
                        .toArray(String[]::new);
        Path file = budget(rows);

        assertThat(codes(dryRun(file))).containsExactly("REPEATS_NOT_SOUGHT");
        assertThat(codes(dryRun(file, repeats(DoubtfulRows.COUNT))))
                .as("an answer compares no more rows")
                .containsExactly("REPEATS_NOT_SOUGHT");
    }

    @Test
    void theAnswerStaysWithTheImport() {
        Path file = budget("เมืองหนองคาย,1,ก,1000,500", "เมืองหนองคาย,1,ก,1000,500");

        commit(file, repeats(DoubtfulRows.LEAVE_OUT), null);

        assertThat(context.column("select question || '=' || answer from extract_answer"))
                .containsExactly("repeatedRows=leaveOut");
        assertThat(context.column("select count(*) from extract_row")).containsExactly("1");
        assertThat(codes(dryRun(file, repeats(DoubtfulRows.COUNT))))
                .containsExactly("IMPORTED_AS_OTHER");
    }
}
