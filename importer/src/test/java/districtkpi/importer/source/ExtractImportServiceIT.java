package districtkpi.importer.source;

import static districtkpi.importer.table.WorkbookBytes.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.extract.ColumnKey;
import districtkpi.db.extract.ExtractRepository;
import districtkpi.db.extract.FigureQuery;
import districtkpi.db.extract.StoredExtract;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.testing.Publishing;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.testing.AgreementBuilder;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.importer.DateAnswer;
import districtkpi.importer.DateOrder;
import districtkpi.importer.ImportCancelledException;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.Issue;
import districtkpi.importer.RefusedRow;
import districtkpi.importer.table.WorkbookBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ExtractImportServiceIT {

    private static final String BPM = "อำเภอ,กิจกรรม,วันที่ดำเนินการ,วันที่บันทึก";

    @TempDir Path folder;

    private static ExtractContext context;

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

    private Path bpm(String name, String... rows) {
        return ExtractContext.write(
                folder,
                name,
                Stream.concat(Stream.of(BPM), Stream.of(rows)).toArray(String[]::new));
    }

    private Path bpm(String name, int activities, int recorded) {
        return bpm(
                name,
                IntStream.rangeClosed(1, activities)
                        .mapToObj(i ->
                                String.format(
                                        Locale.ROOT,
                                        "4301,กิจกรรม %d,9/2/2565,%s",
                                        i,
                                        i <= recorded ? "10/2/2565" : ""))
                        .toArray(String[]::new));
    }

    private List<String> figures() {
        return context.stored().stream().map(ExtractContext::shown).toList();
    }

    private static List<String> codes(ExtractReport report) {
        return report.report().issues().stream().map(Issue::code).toList();
    }

    @Test
    void dryRunSaysWhatACommitDoesAndLeavesNothing() {
        Path file = bpm("bpm.csv", 5, 3);
        String before = context.counts();

        ExtractReport dryRun = context.dryRun(file, "bpm");

        assertThat(context.counts()).isEqualTo(before);
        assertThat(dryRun.report().status()).isEqualTo(Status.DRY_RUN);
        assertThat(dryRun.report().id()).isEmpty();
        assertThat(dryRun.report().created()).isEqualTo(1);

        ExtractReport commit = context.commit(file, "bpm");

        assertThat(commit.report().id()).isPresent();
        assertThat(commit)
                .usingRecursiveComparison()
                .ignoringFields("report.id", "report.status")
                .isEqualTo(dryRun);
        assertThat(figures()).containsExactly("4301 P3.activities_recorded 3 / 5, line 2");
    }

    @Test
    void nothingComesIntoARoundThatWasSignedOff() {
        context.commit(bpm("bpm.csv", 5, 3), "bpm");
        Publishing.in(context::get).close(ExtractContext.ROUND);

        ExtractReport refused = context.commit(bpm("later.csv", 5, 4), "bpm");

        assertThat(codes(refused)).containsExactly("ROUND_SIGNED_OFF");
        assertThat(figures()).containsExactly("4301 P3.activities_recorded 3 / 5, line 2");
    }

    @Test
    void keepsTheFileByteByByte() throws Exception {
        // Larger than a piece, of what deflates and of what does not.
        byte[] noise = new byte[1 << 20];
        new Random(5).nextBytes(noise);
        String hex = HexFormat.of().formatHex(noise).replaceAll("[0-9]+", "x");
        Path file = bpm("bpm.csv", "4301," + hex.substring(0, 3000) + ",9/2/2565,10/2/2565");
        StringBuilder rows = new StringBuilder(Files.readString(file));
        while (rows.length() < 3_000_000) {
            rows.append("4301,กิจกรรม ").append(rows.length()).append(",9/2/2565,10/2/2565\r\n");
        }
        Files.writeString(file, rows);

        ExtractReport report = context.commit(file, "bpm");

        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DigestOutputStream target = new DigestOutputStream(bytes, digest)) {
            assertThat(
                            context.get(ImportRepository.class)
                                    .writeContent(report.report().id().orElseThrow(), target))
                    .isTrue();
        }
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(report.report().sha256());
        assertThat(bytes.toByteArray()).isEqualTo(Files.readAllBytes(file));
        assertThat(context.column("select count(*) > 2 from import_content")).containsExactly("t");
    }

    @Test
    void theSameFileAgainChangesNothingAndSaysSo() {
        Path file = bpm("bpm.csv", 5, 3);
        long id = context.commit(file, "bpm").report().id().orElseThrow();
        String before = context.counts();

        ExtractReport again = context.commit(file, "bpm");

        assertThat(again.report().status()).isEqualTo(Status.COMMITTED);
        assertThat(again.report().id()).hasValue(id);
        assertThat(again.report().unchanged()).isEqualTo(1);
        assertThat(codes(again)).containsExactly("ALREADY_IMPORTED");
        assertThat(again.workings()).hasSize(1);
        assertThat(context.counts()).isEqualTo(before);
    }

    private static ExtractRequest with(Path file, DateOrder order) {
        return ExtractContext.request(file, "bpm")
                .withWhatCounts(WhatCounts.NONE.with(DateAnswer.all(order)));
    }

    /** Which of two numbers is the month is asked once for the column, and only if it matters. */
    @Test
    void asksWhetherTheDayOrTheMonthStandsFirstWhereThatDecidesWhatCounts() {
        Path file =
                bpm(
                        "either.csv",
                        "4301,ประชุม,3/4/2022,3/5/2022",
                        "4301,อบรม,2/2/2022,2/2/2022",
                        "4301,เวที,3/5/2022,");
        String before = context.counts();

        ExtractReport asked = context.dryRun(file, "bpm");

        assertThat(asked.report().status()).isEqualTo(Status.REJECTED);
        assertThat(asked.report().issues())
                .extracting(issue -> issue.code() + " " + issue.line() + " " + issue.column())
                .containsExactly("DAY_OR_MONTH 2 วันที่ดำเนินการ");
        assertThat(asked.report().issues().getFirst().message().en())
                .contains("2022-04-03", "2022-03-04");
        assertThat(context.counts()).isEqualTo(before);

        ExtractReport monthFirst =
                context.service()
                        .commit(with(file, DateOrder.MDY), Optional.empty(), ImportProgress.NONE);
        assertThat(codes(monthFirst)).isEmpty();
        assertThat(figures()).containsExactly("4301 P3.activities_recorded 2 / 3, line 2");
        assertThat(
                        codes(
                                context.service()
                                        .commit(
                                                with(file, DateOrder.MDY),
                                                Optional.empty(),
                                                ImportProgress.NONE)))
                .containsExactly("ALREADY_IMPORTED");
        assertThat(
                        codes(
                                context.service()
                                        .commit(
                                                with(file, DateOrder.DMY),
                                                Optional.empty(),
                                                ImportProgress.NONE)))
                .as("another answer is another figure")
                .containsExactly("IMPORTED_AS_OTHER");
    }

    @Test
    void doesNotAskWhatStandsFirstWhereItMakesNoDifferenceOrADayDecides() {
        assertThat(codes(context.dryRun(bpm("same.csv", "4301,ก,1/2/2022,2/3/2022"), "bpm")))
                .isEmpty();
        assertThat(
                        codes(
                                context.dryRun(
                                        bpm("decided.csv", "4301,ก,3/4/2022,", "4301,ข,25/2/2022,"),
                                        "bpm")))
                .doesNotContain("DAY_OR_MONTH");
        assertThat(
                        codes(
                                context.dryRun(
                                        bpm("month.csv", "4301,ก,3/4/2022,", "4301,ข,2/25/2022,"),
                                        "bpm")))
                .as("a day that has the month first decides")
                .containsExactly("MONTH_FIRST");
        assertThat(
                        codes(
                                context.dryRun(
                                        bpm("buddhist.csv", "4301,ก,3/4/2565,", "4301,ข,2/2/2565,"),
                                        "bpm")))
                .doesNotContain("DAY_OR_MONTH");
    }

    /** Reading a large file once more takes its time. */
    @Test
    void nobodyWaitsForTheRoundWhileAFileIsReadWithTheMonthFirstToCompare() {
        List<List<String>> open = new ArrayList<>();
        ImportProgress asking =
                new ImportProgress() {
                    @Override
                    public void read(long bytes, long total, long rows) {
                        open.add(
                                context.column(
                                        "select round_id from round for no key update"
                                                + " skip locked"));
                    }

                    @Override
                    public boolean cancelled() {
                        return false;
                    }
                };

        ExtractReport report =
                context.service()
                        .dryRun(
                                ExtractContext.request(
                                        bpm("same.csv", "4301,ก,1/2/2022,2/3/2022"), "bpm"),
                                asking);

        assertThat(report.report().status()).isEqualTo(Status.DRY_RUN);
        assertThat(open).hasSizeGreaterThan(1).allSatisfy(rounds -> assertThat(rounds).hasSize(1));
    }

    /** What can mean one order only needs no answer: the file is read again by that. */
    @Test
    void aColumnWhoseDaysCanOnlyHaveTheMonthFirstIsReadSoAndThatIsSaid() throws IOException {
        Path file =
                bpm(
                        "month-first.csv",
                        "4301,ประชุม,3/25/2022,3/28/2022",
                        "4301,อบรม,3/4/2022,3/5/2022",
                        "4301,เวที,1/13/2022,");

        ExtractReport report = context.commit(file, "bpm");

        assertThat(report.report().issues())
                .extracting(issue -> issue.code() + " " + issue.line() + " " + issue.value())
                .containsExactly("MONTH_FIRST 2 3/25/2022", "MONTH_FIRST 2 3/28/2022");
        assertThat(figures()).containsExactly("4301 P3.activities_recorded 2 / 3, line 2");
        assertThat(context.column("select count(*) from extract_row")).containsExactly("3");

        assertThat(codes(committed(file, "mdy")))
                .as("the answer that the file gives itself")
                .containsExactly("ALREADY_IMPORTED");
        assertThat(codes(committed(file, "วันที่ดำเนินการ:mdy;วันที่บันทึก:mdy")))
                .containsExactly("ALREADY_IMPORTED");
        assertThat(codes(committed(file, "วันที่บันทึก:dmy")))
                .as("other days")
                .containsExactly("IMPORTED_AS_OTHER");

        Path both = bpm("both.csv", "4301,ก,25/3/2022,", "4301,ข,3/25/2022,");
        assertThat(codes(context.dryRun(both, "bpm"))).containsExactly("NOT_A_DATE");
        ByteArrayOutputStream refused = new ByteArrayOutputStream();
        context.service()
                .writeRefused(
                        ExtractContext.request(
                                bpm("one-bad.csv", "4301,ก,3/25/2022,", "4301,ข,x,"), "bpm"),
                        refused);
        assertThat(refused.toString(StandardCharsets.UTF_8)).contains("ข").doesNotContain("ก,3/25");
    }

    private static ExtractReport committed(Path file, String dateOrder) {
        return context.service()
                .commit(
                        ExtractContext.request(file, "bpm")
                                .withWhatCounts(WhatCounts.NONE.with(DateAnswer.parse(dateOrder))),
                        Optional.empty(),
                        ImportProgress.NONE);
    }

    @Test
    void anAnswerForAllDaysIsTheSameAsOneForEachColumn() {
        Path file = bpm("each.csv", "4301,ประชุม,3/4/2022,3/5/2022");

        assertThat(committed(file, "mdy").report().status()).isEqualTo(Status.COMMITTED);

        assertThat(codes(committed(file, "วันที่ดำเนินการ:mdy;วันที่บันทึก:mdy")))
                .containsExactly("ALREADY_IMPORTED");
        assertThat(codes(committed(file, "วันที่ดำเนินการ:mdy")))
                .as("the other column has the day first")
                .containsExactly("IMPORTED_AS_OTHER");
    }

    /** Each column has its answer, which is kept as it was given. */
    @Test
    void eachColumnOfAnExtractHasItsOwnOrderOfDayAndMonth() {
        Path file = bpm("columns.csv", "4301,ประชุม,3/4/2022,5/3/2022");
        WhatCounts said =
                WhatCounts.NONE.with(DateAnswer.parse("วันที่ดำเนินการ:mdy;วันที่บันทึก:dmy"));

        ExtractReport report =
                context.service()
                        .commit(
                                ExtractContext.request(file, "bpm").withWhatCounts(said),
                                Optional.empty(),
                                ImportProgress.NONE);

        assertThat(codes(report)).isEmpty();
        assertThat(figures()).containsExactly("4301 P3.activities_recorded 1 / 1, line 2");
        assertThat(context.column("select answer from extract_answer order by answer"))
                .containsExactly("วันที่ดำเนินการ:mdy", "วันที่บันทึก:dmy");
    }

    @Test
    void theSameFileAsSomethingElseIsRefused() {
        Path file = bpm("bpm.csv", 5, 3);
        context.commit(file, "bpm");

        ExtractReport other =
                context.service()
                        .commit(
                                ExtractContext.request(
                                        file, "bpm", LocalDate.of(2022, 3, 1), null, Map.of()),
                                Optional.empty(),
                                ImportProgress.NONE);

        assertThat(other.report().status()).isEqualTo(Status.REJECTED);
        assertThat(codes(other)).containsExactly("IMPORTED_AS_OTHER");
        assertThat(other.report().issues().getFirst().message().en())
                .contains("round 2565-1, as of 2022-03-31");
    }

    @Test
    void aFileWithAFaultLeavesNothing() {
        String before = context.counts();

        ExtractReport report =
                context.commit(
                        bpm("bpm.csv", "4301,ก,9/2/2565,9/2/2565", "4301,ข,#REF!,9/2/2565"), "bpm");

        assertThat(report.report().status()).isEqualTo(Status.REJECTED);
        assertThat(codes(report)).containsExactly("SPREADSHEET_ERROR");
        assertThat(report.report().rejected()).isEqualTo(1);
        assertThat(context.counts()).isEqualTo(before);
    }

    @Test
    void aFormulaThatNobodyWorkedOutIsNeitherNothingNorADayThatIsMissing() throws IOException {
        String before = context.counts();
        byte[] workbook =
                new WorkbookBytes()
                        .sheet(
                                "A",
                                row(
                                                1,
                                                "อำเภอ",
                                                "โครงการ",
                                                "ได้รับจัดสรร",
                                                "เบิกจ่าย",
                                                "วันที่เบิกจ่าย")
                                        + "<row r='2'><c><v>4301</v></c><c/><c><v>5</v></c><c><f>C2</f><v></v></c><c s='2'><f>TODAY()</f><v></v></c></row>"
                                        + "<row r='3'><c><v>4301</v></c><c><f>A1</f></c><c><v>5</v></c><c><f>C2</f><v>5</v></c><c t='str'><f>A1</f><v></v></c></row>")
                        .bytes();

        ExtractReport report =
                context.commit(
                        Files.write(folder.resolve("spending.xlsx"), workbook), "budget-spending");

        assertThat(report.report().status()).isEqualTo(Status.REJECTED);
        assertThat(
                        report.report().issues().stream()
                                .map(issue ->
                                        "%s %s %s %s"
                                                .formatted(
                                                        issue.code(),
                                                        issue.line(),
                                                        issue.column(),
                                                        issue.value())))
                .containsExactly(
                        "SPREADSHEET_ERROR 2 เบิกจ่าย #CALC!",
                        "SPREADSHEET_ERROR 2 วันที่เบิกจ่าย #CALC!",
                        "SPREADSHEET_ERROR 3 โครงการ #CALC!");
        assertThat(context.counts()).isEqualTo(before);
    }

    @Test
    void aPersonalNumberInANameOrAHiddenSheetOfAWorkbookLeavesNothing() throws IOException {
        String before = context.counts();
        byte[] workbook =
                new WorkbookBytes()
                        .sheet(
                                "A",
                                row(1, "อำเภอ", "ได้รับจัดสรร", "เบิกจ่าย")
                                        + row(2, "4301", "5", "3"))
                        .sheet("B", "hidden", row(9, "1-4301-00001-11-1"))
                        .part(
                                "docProps/custom.xml",
                                "<Properties><property name='1430100001111'/></Properties>")
                        .bytes();

        ExtractReport report =
                context.commit(
                        Files.write(folder.resolve("spending.xlsx"), workbook), "budget-spending");

        assertThat(report.report().status()).isEqualTo(Status.REJECTED);
        assertThat(
                        report.report().issues().stream()
                                .map(issue ->
                                        issue.code() + " " + issue.line() + " " + issue.column()))
                .containsExactly("PERSONAL_NUMBER 0 custom.xml", "PERSONAL_NUMBER 9 B!A");
        assertThat(context.counts()).isEqualTo(before);
    }

    /** The dry run of a sheet of spending. */
    private ExtractReport spending(List<String> merged, String... rows) throws IOException {
        byte[] workbook =
                new WorkbookBytes()
                        .sheet("A", String.join("", rows))
                        .merged(merged.toArray(String[]::new))
                        .bytes();
        return context.dryRun(
                Files.write(folder.resolve("spending.xlsx"), workbook), "budget-spending");
    }

    private static List<String> issues(ExtractReport report) {
        return report.report().issues().stream()
                .filter(issue -> issue.severity() != Issue.Severity.INFORMATION)
                .map(issue -> issue.code() + " " + issue.line() + " " + issue.column())
                .map(String::strip)
                .toList();
    }

    @Test
    void aHeadingAboveSeveralColumnsIsAskedAboutWithTheRowBelowItAndWithoutIt() throws IOException {
        String second = row(2, "", "", "", "ร้อยละ", "จำนวนเงิน");
        String data = row(3, "4301", "ก", "100", "80", "75");

        ExtractReport joined =
                spending(
                        List.of("A1:A2", "B1:B2", "C1:C2", "D1:E1"),
                        row(1, "อำเภอ", "โครงการ", "ได้รับจัดสรร", "เบิกจ่าย"),
                        second,
                        data);
        assertThat(issues(joined)).isEmpty();
        assertThat(joined.sheets().getFirst().columns().values())
                .contains("เบิกจ่าย › จำนวนเงิน")
                .doesNotContain("เบิกจ่าย › ร้อยละ");
        // Somebody deletes the row of headings that is in the way.
        assertThat(
                        issues(
                                spending(
                                        List.of("D1:E1"),
                                        row(1, "อำเภอ", "โครงการ", "ได้รับจัดสรร", "เบิกจ่าย"),
                                        data)))
                .containsExactly("HEADING_OF_SEVERAL 1 เบิกจ่าย");
        // The same where nothing is merged.
        assertThat(
                        issues(
                                spending(
                                        List.of("A9:B9"),
                                        row(1, "อำเภอ", "โครงการ", "ได้รับจัดสรร", "เบิกจ่าย"),
                                        second,
                                        data)))
                .containsExactly("HEADING_OF_SEVERAL 1 เบิกจ่าย", "SECOND_HEADER_ROW 2");
        assertThat(
                        issues(
                                spending(
                                        List.of("A9:B9"),
                                        row(1, "อำเภอ", "โครงการ", "ได้รับจัดสรร", "เบิกจ่าย"),
                                        data)))
                .containsExactly("HEADING_OF_SEVERAL 1 เบิกจ่าย");
    }

    @Test
    void aFigureForSeveralRowsIsNotEachRows() throws IOException {
        assertThat(
                        issues(
                                spending(
                                        List.of("A2:A3", "B2:B3", "D2:D3"),
                                        row(1, "อำเภอ", "โครงการ", "ได้รับจัดสรร", "เบิกจ่าย"),
                                        row(2, "4301", "ก", "100", "80"),
                                        row(3, "", "", "50"))))
                .containsExactly(
                        "MERGED_VALUE 2 เบิกจ่าย",
                        "MERGED_VALUE 3 เบิกจ่าย",
                        "MERGED_ROWS 3 อำเภอ",
                        "MERGED_ROWS 3 โครงการ",
                        "MERGED_ROWS 3 เบิกจ่าย");
    }

    @Test
    void aFigureThatNobodySeesUnderMergedCellsDoesNotCount() throws IOException {
        String header = row(1, "อำเภอ", "โครงการ", "ได้รับจัดสรร", "เบิกจ่าย");
        assertThat(
                        issues(
                                spending(
                                        List.of("D2:D3"),
                                        header,
                                        row(2, "4301", "ก", "100", "80"),
                                        row(3, "4301", "ข", "50", "40"))))
                .containsExactly(
                        "MERGED_VALUE 2 เบิกจ่าย",
                        "MERGED_VALUE 3 เบิกจ่าย",
                        "MERGED_ROWS 3 เบิกจ่าย");
        assertThat(
                        issues(
                                spending(
                                        List.of("D2:D3"),
                                        header,
                                        row(2, "4301", "ก", "100", ""),
                                        row(3, "4301", "ข", "50", "40"))))
                .as("the cell that is seen is empty")
                .contains("MERGED_VALUE 3 เบิกจ่าย");
        assertThat(issues(spending(List.of("C2:D2"), header, row(2, "4301", "ก", "100", "80"))))
                .doesNotContain("MERGED_VALUE 2 ได้รับจัดสรร");
    }

    @Test
    void aColumnWithoutAHeadingIsSaidToBeLeftOut() throws IOException {
        ExtractReport report =
                spending(
                        List.of("A9:B9"),
                        row(1, "อำเภอ", "ได้รับจัดสรร", "เบิกจ่าย", "หมายเหตุ"),
                        row(2, "4301", "100", "80", "", "ก", "7"));

        assertThat(issues(report)).containsExactly("UNNAMED_COLUMN 1", "UNNAMED_COLUMN 1");
        assertThat(report.report().status()).isEqualTo(Status.DRY_RUN);
    }

    @Test
    void aRefusedRowSaysWhatItWasMergedWithButNoFigureTwice() throws IOException {
        byte[] workbook =
                new WorkbookBytes()
                        .sheet(
                                "A",
                                row(1, "อำเภอ", "โครงการ", "ได้รับจัดสรร", "เบิกจ่าย")
                                        + row(2, "4301", "ก", "100", "80")
                                        + row(3, "", "ข", "x", ""))
                        .merged("A2:A3", "D2:D3")
                        .bytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        context.service()
                .writeRefused(
                        ExtractContext.request(
                                Files.write(folder.resolve("spending.xlsx"), workbook),
                                "budget-spending"),
                        out);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\n4301,ข,x,,3,");
    }

    @Test
    void personalDataAnywhereLeavesNothingAndIsNotRepeated() {
        String before = context.counts();

        ExtractReport report =
                context.commit(
                        bpm(
                                "bpm.csv",
                                "4301,ก,9/2/2565,9/2/2565",
                                "4301,นางสาวสมศรี ใจดี,9/2/2565,",
                                "4301,โทร 081-234-5678,9/2/2565,",
                                "4301,1-4301-00001-11-1,9/2/2565,",
                                "หมายเหตุ: ติดต่อ นายสมชาย รักดี,,,"),
                        "bpm");

        assertThat(report.report().status()).isEqualTo(Status.REJECTED);
        assertThat(
                        report.report().issues().stream()
                                .filter(issue -> issue.severity() == Issue.Severity.ERROR)
                                .map(issue ->
                                        issue.code() + " " + issue.line() + " " + issue.column()))
                .containsExactly(
                        "PERSON_NAME 3 กิจกรรม",
                        "TELEPHONE_NUMBER 4 กิจกรรม",
                        "PERSONAL_NUMBER 5 กิจกรรม",
                        "PERSON_NAME 6 อำเภอ");
        assertThat(context.counts()).isEqualTo(before);
    }

    @Test
    void whoCancelsLeavesNothing() {
        Path file = bpm("bpm.csv", 10_000, 5_000);
        String before = context.counts();
        List<Long> heard = new ArrayList<>();
        ImportProgress impatient =
                new ImportProgress() {
                    @Override
                    public void read(long bytes, long total, long rows) {
                        assertThat(bytes).isBetween(0L, total);
                        heard.add(rows);
                    }

                    @Override
                    public boolean cancelled() {
                        return !heard.isEmpty();
                    }
                };

        assertThatThrownBy(() ->
                        context.service()
                                .commit(
                                        ExtractContext.request(file, "bpm"),
                                        Optional.empty(),
                                        impatient))
                .isInstanceOf(ImportCancelledException.class);

        assertThat(heard).hasSize(1);
        assertThat(context.counts()).isEqualTo(before);
        assertThat(context.commit(file, "bpm").report().status()).isEqualTo(Status.COMMITTED);
    }

    @Test
    void aFailureHalfWayLeavesNothing() {
        Path file = bpm("bpm.csv", 10_000, 5_000);
        String before = context.counts();
        ImportProgress broken =
                new ImportProgress() {
                    @Override
                    public void read(long bytes, long total, long rows) {
                        throw new IllegalStateException("the disk is full");
                    }

                    @Override
                    public boolean cancelled() {
                        return false;
                    }
                };

        assertThatThrownBy(() ->
                        context.service()
                                .commit(
                                        ExtractContext.request(file, "bpm"),
                                        Optional.empty(),
                                        broken))
                .hasMessage("the disk is full");

        assertThat(context.counts()).isEqualTo(before);
    }

    @Test
    void headingsMappedByHandAreKeptForTheNextTime() {
        Path first =
                ExtractContext.write(
                        folder,
                        "first.csv",
                        "อำเภอ,งานที่ทำ,วันที่ดำเนินการ,วันที่บันทึก",
                        "4301,ก,9/2/2565,9/2/2565");
        ExtractReport unknown = context.commit(first, "bpm");
        assertThat(codes(unknown)).contains("COLUMN_NOT_FOUND");
        assertThat(unknown.report().issues().getFirst().message().en()).contains("งานที่ทำ");

        ExtractReport mapped =
                context.service()
                        .commit(
                                ExtractContext.request(
                                        first,
                                        "bpm",
                                        ExtractContext.AS_OF,
                                        null,
                                        Map.of(new ColumnKey("activity"), "งานที่ทำ")),
                                Optional.empty(),
                                ImportProgress.NONE);

        assertThat(mapped.report().status()).isEqualTo(Status.COMMITTED);
        Path second =
                ExtractContext.write(
                        folder,
                        "second.csv",
                        "อำเภอ,งานที่ทำ,วันที่ดำเนินการ,วันที่บันทึก",
                        "4302,ก,9/2/2565,9/2/2565");
        ExtractReport next = context.commit(second, "bpm");
        assertThat(next.report().status()).isEqualTo(Status.COMMITTED);
        assertThat(next.sheets().getFirst().columns())
                .containsEntry(new ColumnKey("activity"), "งานที่ทำ");
    }

    @Test
    void aFileOfWhichNoHeadingIsKnownCanBeMappedByHand() {
        Path file =
                ExtractContext.write(
                        folder,
                        "unknown.csv",
                        "รายงานกิจกรรม,,,",
                        "ที่ไหน,งานที่ทำ,ทำเมื่อ,ลงระบบ",
                        "4301,ก,9/2/2565,");

        ExtractReport unknown = context.dryRun(file, "bpm");

        assertThat(codes(unknown)).containsExactly("NO_KNOWN_HEADER");
        assertThat(unknown.sheets())
                .singleElement()
                .satisfies(sheet -> {
                    assertThat(sheet.headerLine()).isEqualTo(2);
                    assertThat(sheet.columns()).isEmpty();
                    assertThat(sheet.others())
                            .containsExactly("ที่ไหน", "งานที่ทำ", "ทำเมื่อ", "ลงระบบ");
                });
        assertThat(codes(mapped(file, Map.of(new ColumnKey("activity"), "งานที่ทำ"))))
                .contains("COLUMN_NOT_FOUND")
                .doesNotContain("NO_KNOWN_HEADER", "MAPPED_HEADING_MISSING");
        ExtractReport mapped =
                mapped(
                        file,
                        Map.of(
                                new ColumnKey("district"), "ที่ไหน",
                                new ColumnKey("activity"), "งานที่ทำ",
                                new ColumnKey("carried_out_on"), "ทำเมื่อ",
                                new ColumnKey("recorded_on"), "ลงระบบ"));
        assertThat(mapped.report().status()).as("%s", codes(mapped)).isEqualTo(Status.COMMITTED);
        assertThat(figures()).containsExactly("4301 P3.activities_recorded 0 / 1, line 3");
    }

    private ExtractReport mapped(Path file, Map<ColumnKey, String> mapping) {
        return context.service()
                .commit(
                        ExtractContext.request(file, "bpm", ExtractContext.AS_OF, null, mapping),
                        Optional.empty(),
                        ImportProgress.NONE);
    }

    @Test
    void aWorkbookOfSeveralSheetsAsOfficesMakeThemBecomesMeasures() throws IOException {
        Path file =
                Files.write(
                        folder.resolve("bpm.xlsx"),
                        new WorkbookBytes()
                                .sheet(
                                        "คำชี้แจง",
                                        row(1, "กรอกทุกกิจกรรม") + row(2, "ส่งภายในวันที่ 5"))
                                .sheet(
                                        "ไตรมาส 1",
                                        row(1, "รายงานกิจกรรม ไตรมาส 1")
                                                + row(3, BPM.split(","))
                                                + row(4, "ท่าบ่อ", "ก", "9/11/2564", "10/11/2564")
                                                + row(5, "อ.ท่าบ่อ", "ข", "9/11/2564", "")
                                                + row(6, "รวม", "2", "", "1")
                                                + row(8, "หมายเหตุ ข้อมูล ณ สิ้นไตรมาส"))
                                .sheet(
                                        "ไตรมาส 2",
                                        row(1, "รายงานกิจกรรม ไตรมาส 2")
                                                + row(
                                                        2,
                                                        "วันที่บันทึก",
                                                        "อำเภอ",
                                                        "วันที่ดำเนินการ",
                                                        "กิจกรรม")
                                                + row(3, "1/2/2565", "4301", "1/2/2565", "ค")
                                                + row(4, "", "รวม", "", "1"))
                                .bytes());

        ExtractReport report = context.commit(file, "bpm");

        assertThat(report.report().status()).as("%s", codes(report)).isEqualTo(Status.COMMITTED);
        assertThat(codes(report))
                .containsExactlyInAnyOrder(
                        "SHEET_LEFT_OUT",
                        "SHEET_READ",
                        "SHEET_READ",
                        "TOTAL_LEFT_OUT",
                        "NOTE_LEFT_OUT",
                        "TOTAL_LEFT_OUT");
        assertThat(report.leftOut()).isEqualTo(3);
        assertThat(report.report().rows()).isEqualTo(3);
        assertThat(report.sheets())
                .extracting(ExtractReport.Sheet::name, ExtractReport.Sheet::headerLine)
                .containsExactly(tuple("ไตรมาส 1", 3), tuple("ไตรมาส 2", 2));
        List<String> figures = figures();
        assertThat(figures).hasSize(2);
        assertThat(figures.getFirst()).contains("P3.activities_recorded 1 / 1, line 3");
        assertThat(figures.getLast()).contains("P3.activities_recorded 1 / 2, line 4");
    }

    @Test
    void sheetsThatDifferGiveTheirRefusedRowsBackAsOneTableThatComesInOnceItIsMended()
            throws IOException {
        Path file =
                Files.write(
                        folder.resolve("two-sheets.xlsx"),
                        new WorkbookBytes()
                                .sheet(
                                        "ไตรมาส 1",
                                        row(1, "รายงานกิจกรรม ไตรมาส 1")
                                                + row(3, BPM.split(","))
                                                + row(4, "ท่าบ่อ", "ก", "9/11/2564", "10/11/2564")
                                                + row(6, "ท่าบ่อ", "ข", "x", "", "", "เกิน"))
                                .sheet(
                                        "ไตรมาส 2",
                                        row(
                                                        2,
                                                        "วันที่บันทึก",
                                                        "อำเภอ",
                                                        "หมายเหตุ",
                                                        "วันที่ดำเนินการ",
                                                        "กิจกรรม")
                                                + row(3, "x", "4301", "สำคัญ", "1/2/2565", "ค"))
                                .bytes());

        String refused = refused(file);

        assertThat(refused.lines().map(line -> line.replaceFirst(",\"?วันที่.*: .*", "")))
                .containsExactly(
                        BPM + ",หมายเหตุ,,,error_sheet,error_line,error_codes,error_messages",
                        "ท่าบ่อ,ข,x,,,,เกิน,ไตรมาส 1,6,NOT_A_DATE",
                        "4301,ค,1/2/2565,x,สำคัญ,,,ไตรมาส 2,3,NOT_A_DATE");

        Path mended =
                Files.writeString(
                        folder.resolve("mended.csv"),
                        refused.replace(",x,", ",10/2/2565,").replace("เกิน", ""));
        ExtractReport report = context.commit(mended, "bpm");

        assertThat(report.report().status()).as("%s", codes(report)).isEqualTo(Status.COMMITTED);
        assertThat(report.report().rows()).isEqualTo(2);
    }

    @Test
    void ofAMillionRefusedRowsThoseAreGivenBackThatSomebodyMends() throws IOException {
        int bad = RefusedRow.MAX + 2;
        Path file =
                Files.writeString(
                        folder.resolve("bad.csv"), BPM + "\n" + "ท่าบ่อ,ก,x,x\n".repeat(bad));

        List<String> lines = refused(file).lines().toList();

        assertThat(lines).hasSize(1 + RefusedRow.MAX + 1);
        assertThat(lines.getLast()).contains(",0,MORE_ROWS,", "2 more refused rows are left out");
    }

    private String refused(Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        context.service().writeRefused(ExtractContext.request(file, "bpm"), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theNewestMappingOfAHeadingWins() {
        ExtractRepository extracts = context.get(ExtractRepository.class);
        var transaction = new TransactionTemplate(context.get(PlatformTransactionManager.class));
        for (String column : List.of("activity", "village")) {
            transaction.executeWithoutResult(
                    _ -> extracts.addHeadings("bpm", Map.of("งานที่ทำ", new ColumnKey(column))));
        }

        assertThat(extracts.headings("bpm")).containsEntry("งานที่ทำ", new ColumnKey("village"));
        assertThat(extracts.headings("gvh")).isEmpty();
    }

    @Test
    void aFileCanBeOfTheOneDistrictThatTheRequestNames() {
        Path file =
                ExtractContext.write(
                        folder,
                        "one.csv",
                        "กิจกรรม,วันที่ดำเนินการ,วันที่บันทึก",
                        "ก,9/2/2565,9/2/2565");

        assertThat(codes(context.commit(file, "bpm"))).contains("NO_DISTRICT");

        context.service()
                .commit(
                        ExtractContext.request(
                                file,
                                "bpm",
                                ExtractContext.AS_OF,
                                DistrictCode.of("4305"),
                                Map.of()),
                        Optional.empty(),
                        ImportProgress.NONE);

        assertThat(figures()).containsExactly("4305 P3.activities_recorded 1 / 1, line 2");
    }

    @Test
    void saysOfEachRowWhatItCountedFor() {
        long id =
                context.commit(
                                bpm(
                                        "bpm.csv",
                                        "4301,ก,9/2/2565,9/2/2565",
                                        "4301,ข,9/2/2565,",
                                        "4302,ค,,"),
                                "bpm")
                        .report()
                        .id()
                        .orElseThrow();
        ExtractRepository extracts = context.get(ExtractRepository.class);
        StoredExtract extract = extracts.findByImport(id).orElseThrow();
        SourceDescription source = Sources.read(extract.description());
        assertThat(source.sha256()).isEqualTo(extract.descriptionSha256());
        RoundSpan span = new RoundSpan(extract.round(), LocalDate.of(2021, 10, 1), extract.asOf());
        List<FigureQuery> queries =
                source.measures().stream().map(measure -> span.query(source, measure)).toList();

        assertThat(rows(extract, queries, Optional.empty()))
                .containsExactly(
                        "2 4301 ก value [activities_recorded] of [activities_recorded]",
                        "3 4301 ข value [] of [activities_recorded]",
                        "4 4302 ค value [] of []");
        assertThat(rows(extract, queries, Optional.of(MeasureId.of("activities_recorded"))))
                .hasSize(2);
    }

    private List<String> rows(
            StoredExtract extract, List<FigureQuery> queries, Optional<MeasureId> measure) {
        List<String> rows = new ArrayList<>();
        context.get(ExtractRepository.class)
                .readRows(
                        extract.id(),
                        List.of(new ColumnKey("activity")),
                        queries,
                        Optional.empty(),
                        measure,
                        row ->
                                rows.add(
                                        String.format(
                                                Locale.ROOT,
                                                "%d %s %s value %s of %s",
                                                row.line(),
                                                row.district(),
                                                row.cell(0).orElse("–"),
                                                row.counted().values(),
                                                row.counted().ofs())));
        return rows;
    }

    @Test
    void writesTheRowsOfAnExtractAsTheyWereButHarmless() {
        ExtractReport report =
                context.commit(
                        ExtractContext.write(
                                folder,
                                "harmless.csv",
                                "อำเภอ,กิจกรรม,วันที่ดำเนินการ,วันที่บันทึก",
                                "4301,\"=1+1, \"\"ก\"\"\",1/3/2565,5/3/2565",
                                "4301,\"a\\b\u0001\nข\",1/3/2565,",
                                "4302,－5,1/3/2565,"),
                        "bpm");
        ExtractRows rows = context.get(ExtractRows.class);
        StoredExtract extract = rows.find(report.report().id().orElseThrow()).orElseThrow();
        ByteArrayOutputStream csv = new ByteArrayOutputStream();

        rows.write(extract, Optional.empty(), Optional.empty(), csv);

        assertThat(csv.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        String.join(
                                "\r\n",
                                "sheet,line,district,village_code,village,fiscal_year,activity,quarter,"
                                        + "carried_out_on,recorded_on,counted,counted_for,mended",
                                ",2,4301,,,,\"'=1+1, \"\"ก\"\"\",,2022-03-01,2022-03-05,true,"
                                        + "activities_recorded activities_recorded.of,",
                                ",3,4301,,,,\"a\\b\u0001\nข\",,2022-03-01,,true,activities_recorded.of,",
                                ",5,4302,,,,'－5,,2022-03-01,,true,activities_recorded.of,",
                                ""));
    }

    @Test
    void namesAtMostTwentyLinesAndSaysHowManyMore() {
        ExtractReport report = context.commit(bpm("bpm.csv", 40, 10), "bpm");

        assertThat(report.workings().getFirst().text().en())
                .isEqualTo(
                        "10 of 40 activities carried out were recorded; not recorded in 30 rows:"
                                + " lines "
                                + IntStream.rangeClosed(12, 31)
                                        .mapToObj(Integer::toString)
                                        .collect(Collectors.joining(", "))
                                + " and 10 more");
    }

    @Test
    void ofSeveralAtOnceTheLaterImportCountsAndEachReportsWhatItDid() throws Exception {
        int sessions = 4;
        CyclicBarrier together = new CyclicBarrier(sessions);
        List<Callable<ExtractReport>> tasks = new ArrayList<>();
        for (int i = 1; i <= sessions; i++) {
            // The first one has the most rows: it takes its number first and its lock last.
            Path file = bpm("bpm-" + i + ".csv", 4_000 / i, 1_000 / i + i);
            tasks.add(() -> {
                together.await();
                return context.commit(file, "bpm");
            });
        }
        List<ExtractReport> reports = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(sessions)) {
            for (Future<ExtractReport> report : threads.invokeAll(tasks)) {
                reports.add(report.get());
            }
        }

        assertThat(reports.stream().mapToInt(report -> report.report().created()).sum())
                .isEqualTo(1);
        assertThat(reports.stream().mapToInt(report -> report.report().changed()).sum())
                .isEqualTo(sessions - 1);
        ExtractReport last =
                reports.stream()
                        .max(Comparator.comparingLong(report -> report.report().id().orElseThrow()))
                        .orElseThrow();
        assertThat(
                        context.get(MeasurementRepository.class)
                                .findCounting(ExtractContext.ROUND, ExtractContext.AS_OF)
                                .getFirst()
                                .origin()
                                .rawText())
                .isEqualTo(last.workings().getFirst().text().th());
    }

    @Test
    void ofTheSameFileTwiceAtOnceOneIsStored() throws Exception {
        Path file = bpm("bpm.csv", 3_000, 1_000);
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<ExtractReport> task =
                () -> {
                    together.await();
                    return context.commit(file, "bpm");
                };
        List<ExtractReport> reports = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<ExtractReport> report : threads.invokeAll(List.of(task, task))) {
                reports.add(report.get());
            }
        }

        assertThat(reports.stream().flatMap(report -> codes(report).stream()))
                .containsExactly("ALREADY_IMPORTED");
        assertThat(context.column("select count(*) from import")).containsExactly("1");
        assertThat(context.column("select count(*) from extract_row")).containsExactly("3000");
    }

    private ExtractReport commit(Path file, SourceDescription source) {
        return context.service()
                .commit(
                        new ExtractRequest(
                                file,
                                "x.csv",
                                source,
                                ExtractContext.ROUND,
                                ExtractContext.AS_OF,
                                null,
                                Map.of(),
                                WhatCounts.NONE),
                        Optional.empty(),
                        ImportProgress.NONE);
    }

    @Test
    void aFigureOfADistrictThatTheIndicatorDoesNotApplyToIsKeptAndSaid() {
        Agreement agreed =
                context.get(AgreementRepository.class)
                        .findInForce(ExtractContext.ROUND)
                        .orElseThrow()
                        .agreement();
        context.open(withoutP7In("4302", agreed));
        String document =
                """
                id: odd
                name: {th: แปลก, en: odd}
                columns:
                  - {key: district, type: district, name: {th: อำเภอ, en: district}}
                  - {key: amount, type: number, name: {th: จำนวน, en: amount}, required: true}
                measures:
                  - id: channels
                    value: {count: rows}
                    working: {th: "{value} แถว", en: "{value} rows"}
                """;
        Path file = ExtractContext.write(folder, "x.csv", "อำเภอ,จำนวน", "4301,5", "4302,6");

        ExtractReport report = commit(file, Sources.read(document));

        assertThat(report.report().issues())
                .extracting(Issue::code, issue -> issue.message().en())
                .containsExactly(
                        tuple(
                                "FIGURE_NOT_FOR_DISTRICT",
                                "By the agreement P7 does not apply to district 4302. The figure of channels is kept, and changes no score."));
        assertThat(figures())
                .containsExactly("4301 P7.channels 1, line 2", "4302 P7.channels 1, line 3");
    }

    private static Agreement withoutP7In(String district, Agreement agreed) {
        return AgreementBuilder.like(agreed)
                .sections(
                        agreed.sections().stream()
                                .map(terms ->
                                        new SectionTerms(
                                                terms.section(),
                                                terms.name(),
                                                terms.share(),
                                                terms.indicators().stream()
                                                        .map(one ->
                                                                one.id().value().equals("P7")
                                                                        ? withoutDistrict(
                                                                                one, district)
                                                                        : one)
                                                        .toList()))
                                .toList())
                .build();
    }

    private static Indicator withoutDistrict(Indicator indicator, String district) {
        return IndicatorBuilder.like(indicator)
                .districts(
                        new DistrictTerms(
                                DistrictCode.of(district),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                false))
                .build();
    }

    /** Measures that are none of the agreement, of another kind there, and below nothing. */
    @Test
    void aMeasureComesInOnlyAsTheAgreementHasIt() {
        String document =
                """
                id: odd
                name: {th: แปลก, en: odd}
                columns:
                  - {key: district, type: district, name: {th: อำเภอ, en: district}}
                  - {key: amount, type: number, name: {th: จำนวน, en: amount}, required: true}
                measures:
                  - id: moonlight
                    value: {sum: amount}
                    working: {th: "{value}", en: "{value}"}
                  - id: spending
                    value: {count: rows}
                    working: {th: "{value}", en: "{value}"}
                  - id: channels
                    value: {count: rows}
                    working: {th: "{value} แถว", en: "{value} rows"}
                """;
        Path file = ExtractContext.write(folder, "x.csv", "อำเภอ,จำนวน", "4301,-5", "4301,2");

        ExtractReport report = commit(file, Sources.read(document));

        assertThat(codes(report)).containsExactly("MEASURE_NOT_AGREED", "MEASURE_OF_OTHER_KIND");
        assertThat(figures()).containsExactly("4301 P7.channels 2, line 2");

        String negative =
                document.replace(
                        "value: {count: rows}\n    working: {th: \"{value}\", en: \"{value}\"}",
                        "value: {sum: amount}\n    of: {count: rows}\n    working: {th: \"{value}\", en: \"{value}\"}");
        assertThat(negative).isNotEqualTo(document);
        Path other = ExtractContext.write(folder, "y.csv", "อำเภอ,จำนวน", "4301,-5", "4301,3");

        ExtractReport refused = commit(other, Sources.read(negative));

        assertThat(refused.report().status()).isEqualTo(Status.REJECTED);
        assertThat(codes(refused)).contains("NEGATIVE_FIGURE");
    }

    @Test
    void aMappingThatFitsNothingIsRefused() {
        Path file = bpm("bpm.csv", 2, 1);

        ExtractReport report =
                context.service()
                        .commit(
                                ExtractContext.request(
                                        file,
                                        "bpm",
                                        ExtractContext.AS_OF,
                                        null,
                                        Map.of(
                                                new ColumnKey("village"), "ที่ไหน",
                                                new ColumnKey("weather"), "กิจกรรม")),
                                Optional.empty(),
                                ImportProgress.NONE);

        assertThat(codes(report))
                .containsExactlyInAnyOrder("MAPPED_HEADING_MISSING", "UNKNOWN_SOURCE_COLUMN");
    }

    @Test
    void whatTheRowsNeedNotIsNotStored() throws IOException {
        Path file =
                ExtractContext.write(
                        folder, "more.csv", BPM + ",งบประมาณ", "4301,ก,9/2/2565,9/2/2565,123456");

        ExtractReport report = context.commit(file, "bpm");

        assertThat(codes(report)).containsExactly("COLUMN_LEFT_OUT");
        assertThat(report.sheets().getFirst().others()).containsExactly("งบประมาณ");
        assertThat(context.column("select cells from extract_row"))
                .containsExactly(
                        "{\"activity\": \"ก\", \"recorded_on\": \"2022-02-09\", \"carried_out_on\": \"2022-02-09\"}");
    }
}
