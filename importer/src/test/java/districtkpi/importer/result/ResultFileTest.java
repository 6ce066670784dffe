package districtkpi.importer.result;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.importer.ImportFile;
import districtkpi.importer.Issue;
import districtkpi.importer.table.ImportLimits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFileTest {

    private static final String HEADER =
            "round,district,indicator,measure,value,of,as_of,source,note";

    private static Checked requested(String round, String... lines) {
        return Checked.check(
                new ImportFile(
                        "results.csv", String.join("\n", lines).getBytes(StandardCharsets.UTF_8)),
                Optional.of(RoundId.parse(round)),
                Checked.LIMITS);
    }

    @Test
    void readsEveryKindOfMeasure() {
        Checked checked =
                Checked.file(
                        HEADER,
                        "2565-1,4301,T1,spending,\"1,234.50\",2000,2022-03-01,GFMIS,งวดแรก",
                        "2565-1,ท่าบ่อ,P1,households_developed,82.5%,,,,",
                        "2565-1,4305,P4,overdue_debt,90,100,,,",
                        "2565-1,4307,P8,otop_sales,90,100,,,",
                        "2565-1,4308,P7,channels,๒,,,,",
                        "2565-1,4314,T3,officer_assigned,ดำเนินการแล้ว,,,,",
                        "2565-1,4315,T3,officer_assigned,1 ธ.ค. 64,,,,",
                        "2565-1,4316,T3,officer_assigned,ยัง,,,,",
                        "2565-1,4317,T3,evidence_received,๔ มีนาคม ๒๕๖๕,,,,",
                        "2565-1,4302,P4,overdue_debt,n/a,0,,,ไม่มีหนี้เกินกำหนด ณ 1 ต.ค. 2564");

        assertThat(checked.codes()).isEmpty();
        assertThat(checked.shown())
                .containsExactly(
                        "2 2565-1 4301 T1.spending Ratio[value=1234.50, of=2000] 2022-03-01",
                        "3 2565-1 4302 P1.households_developed Percentage[percent=82.5] 2022-03-20",
                        "4 2565-1 4305 P4.overdue_debt Ratio[value=90, of=100] 2022-03-20",
                        "5 2565-1 4307 P8.otop_sales Ratio[value=90, of=100] 2022-03-20",
                        "6 2565-1 4308 P7.channels Count[count=2] 2022-03-20",
                        "7 2565-1 4314 T3.officer_assigned Done[on=null] 2022-03-20",
                        "8 2565-1 4315 T3.officer_assigned Done[on=2021-12-01] 2022-03-20",
                        "9 2565-1 4316 T3.officer_assigned NotDone[] 2022-03-20",
                        "10 2565-1 4317 T3.evidence_received Day[day=2022-03-04] 2022-03-20",
                        "11 2565-1 4302 P4.overdue_debt NotApplicable[note=ไม่มีหนี้เกินกำหนด ณ 1 ต.ค. 2564] 2022-03-20");
        assertThat(checked.rows()).isEqualTo(10);
        assertThat(checked.figures().getFirst().source()).isEqualTo("GFMIS");
        assertThat(checked.figures().getFirst().note()).isEqualTo("งวดแรก");
        assertThat(checked.figures().getFirst().rawText())
                .isEqualTo("2565-1,4301,T1,spending,\"1,234.50\",2000,2022-03-01,GFMIS,งวดแรก");
    }

    @Test
    void readsTheSameFromBothForms() {
        Checked longForm =
                Checked.file(
                        "round,district,indicator,measure,value,of,as_of,note",
                        "2565-1,4301,T1,spending,80,100,1/3/2565,x",
                        "2565-1,4301,P7,channels,2,,1/3/2565,x",
                        "2565-1,4301,P4,overdue_debt,n/a,,1/3/2565,x",
                        "2565-1,4302,T1,spending,75%,,,",
                        "2565-1,4302,T3,evidence_received,4/3/2565,,,");
        Checked wideForm =
                Checked.file(
                        "round,district,as_of,note,T1.spending,T1.spending.of,P7.channels,P4.overdue_debt,P4.overdue_debt.of,T3.evidence_received",
                        "2565-1,4301,1/3/2565,x,80,100,2,n/a,0,",
                        "2565-1,4302,,,75%,,,,,4/3/2565");

        assertThat(longForm.codes()).isEmpty();
        assertThat(wideForm.codes()).isEmpty();
        assertThat(withoutLines(wideForm))
                .containsExactlyInAnyOrderElementsOf(withoutLines(longForm));
        assertThat(wideForm.rows()).isEqualTo(2);
    }

    private static List<String> withoutLines(Checked checked) {
        return checked.shown().stream().map(line -> line.substring(line.indexOf(' '))).toList();
    }

    /** As Excel writes rows from the 17th on, and as some programs end each. */
    @Test
    void takesCellsThatAreMissingAtTheEndOfRowsForEmpty() {
        Checked checked =
                Checked.file(
                        HEADER,
                        "2565-1,4301,T1,spending,80,100,1/3/2565",
                        "2565-1,4302,P7,channels,2",
                        "2565-1,4305,P7,channels,2,,,,,,");

        assertThat(checked.codes()).containsExactly("SHORT_ROWS 2");
        assertThat(checked.shown())
                .containsExactly(
                        "2 2565-1 4301 T1.spending Ratio[value=80, of=100] 2022-03-01",
                        "3 2565-1 4302 P7.channels Count[count=2] 2022-03-20",
                        "4 2565-1 4305 P7.channels Count[count=2] 2022-03-20");
    }

    @Test
    void refusesAFileThatEndsWithinARow() {
        String start = HEADER + "\n2565-1,4301,T1,spending,80,100,1/3/2565,,\n";

        assertThat(Checked.text(start + "2565-1,4302,P7,channels,1").codes())
                .containsExactly("CUT_OFF 3");
        // Whole rows of the same length: a habit of the program.
        assertThat(
                        Checked.text(
                                        start
                                                + "2565-1,4302,P7,channels,1\n"
                                                + "2565-1,4305,P7,channels,1")
                                .codes())
                .containsExactly("SHORT_ROWS 3");
        assertThat(Checked.text(start + "2565-1,4302,P7,channels,1,,,,").codes()).isEmpty();
    }

    @Test
    void readsWhatProgramsMakeOfCodesAndNumbers() {
        Checked checked =
                Checked.file(
                        HEADER,
                        "\"=\"\"2565-1\"\"\",4301.0,T1,spending,\"850,000.-\",\"฿1,000,000\",4-Mar-22,,",
                        "=\"2565-1\",=\"4302\",T1,spending,850000 บาท,1000000.00 บาท,2022-03-03T17:00:00Z,,",
                        "2565-1,4305 โพนพิสัย,P7,channels,3.0,,4/3/2565 0:00,,",
                        "2565-1,'4307,P7,channels,=\"3\",,2022/03/04,,");

        assertThat(checked.codes()).isEmpty();
        assertThat(checked.shown())
                .containsExactly(
                        "2 2565-1 4301 T1.spending Ratio[value=850000, of=1000000] 2022-03-04",
                        "3 2565-1 4302 T1.spending Ratio[value=850000, of=1000000.00] 2022-03-04",
                        "4 2565-1 4305 P7.channels Count[count=3.0] 2022-03-04",
                        "5 2565-1 4307 P7.channels Count[count=3] 2022-03-04");
    }

    @Test
    void refusesBahtWhereSomethingElseIsCountedAndNegativeAmounts() {
        assertThat(
                        Checked.file(
                                        HEADER,
                                        "2565-1,4301,P7,channels,3 บาท,,,,",
                                        "2565-1,4302,P1,households_developed,3 บาท,5,,,",
                                        "2565-1,4305,T1,spending,\"(2,500.00)\",5,,,",
                                        "2565-1,4307,T1,spending,5-,5,,,")
                                .codes())
                .containsExactly(
                        "WRONG_KIND 2 value 3 บาท",
                        "WRONG_KIND 3 value 3 บาท",
                        "NEGATIVE 4 value (2,500.00)",
                        "NEGATIVE 5 value 5-");
    }

    @Test
    void overlooksCaseSpacesAndInvisibleCharactersInNamesOfColumns() {
        Checked checked =
                Checked.file(
                        " Round ,DISTRICT,\u200BIndicator,measure\u00A0,VALUE,Of",
                        "2565-1,4301,t1,Spending,80,100");

        assertThat(checked.codes()).isEmpty();
        assertThat(checked.shown())
                .containsExactly("2 2565-1 4301 T1.spending Ratio[value=80, of=100] 2022-03-20");
    }

    @Test
    void overlooksCaseInNamesOfWideColumns() {
        Checked checked =
                Checked.file(
                        "Round,District,p7.Channels,t1.SPENDING,T1.spending.OF",
                        "2565-1,4301,2,8,9");

        assertThat(checked.codes()).isEmpty();
        assertThat(checked.shown())
                .containsExactly(
                        "2 2565-1 4301 P7.channels Count[count=2] 2022-03-20",
                        "2 2565-1 4301 T1.spending Ratio[value=8, of=9] 2022-03-20");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void readsEverySeparator(String separator) {
        Checked checked =
                Checked.text(
                        "round,district,indicator,measure,value,of\r\n2565-1,4301,T1,spending,\"1|234.5\",2000\r\n"
                                .replace(",", separator)
                                .replace("|", ","));

        assertThat(checked.codes()).isEmpty();
        assertThat(checked.shown())
                .containsExactly(
                        "2 2565-1 4301 T1.spending Ratio[value=1234.5, of=2000] 2022-03-20");
    }

    @Test
    void refusesDecimalCommasOfSemicolonFiles() {
        Checked checked =
                Checked.file(
                        "round;district;indicator;measure;value;of",
                        "2565-1;4301;T1;spending;82,5;100",
                        "2565-1;4302;T1;spending;1.234,56;2000");

        assertThat(checked.codes())
                .containsExactly("NOT_A_NUMBER 2 value 82,5", "NOT_A_NUMBER 3 value 1.234,56");
    }

    @Test
    void takesTheRoundOfTheRequestWhereTheFileHasNone() {
        Checked withoutColumn =
                requested("2565-2", "district,indicator,measure,value", "4301,P7,channels,2");
        Checked withEmptyCell =
                requested(
                        "2565-2", "round,district,indicator,measure,value", ",4301,P7,channels,2");
        Checked withTheSame = requested("2565-2", "round,district,P7.channels", "๒๕๖๕-๒,4301,2");

        for (Checked checked : List.of(withoutColumn, withEmptyCell, withTheSame)) {
            assertThat(checked.codes()).isEmpty();
            assertThat(checked.shown())
                    .containsExactly("2 2565-2 4301 P7.channels Count[count=2] 2022-03-20");
        }
    }

    @Test
    void asksForTheRoundOfAWideFile() {
        assertThat(Checked.file("district,P7.channels", "4301,2").codes())
                .containsExactly("MISSING_COLUMN 1 round");
    }

    @Test
    void readsRowsOfSeveralRounds() {
        Checked checked =
                Checked.file(
                        "round,district,T3.officer_assigned,P7.channels",
                        "2565-1,4301,yes,1",
                        "2565-2,4301,,2",
                        "2565-2,4302,yes,3");

        // The second round has no T3, which matters only where somebody reports it.
        assertThat(checked.codes()).containsExactly("UNKNOWN_INDICATOR 4 T3.officer_assigned T3");
        assertThat(checked.figures()).hasSize(4);
    }

    @Test
    void reportsAWideColumnThatNoRoundKnowsOnce() {
        Checked checked =
                Checked.file(
                        "round,district,P7.chanels,T3.evidence",
                        "2565-1,4301,1,",
                        "2565-1,4302,2,");

        assertThat(checked.codes())
                .containsExactly(
                        "UNKNOWN_MEASURE 1 P7.chanels chanels",
                        "UNKNOWN_MEASURE 1 T3.evidence evidence");
    }

    @Test
    void reportsEveryFaultOfEveryRow() {
        Checked checked =
                Checked.file(
                        HEADER,
                        "2565-1,4399,T1,spending,abc,0,31/2/2565,,",
                        "2565-1,4301,T1,spending,80,100,,,",
                        "2564-9,4301,X1,spending,80,100,,,",
                        "2565-1,4301,P7,channels,-1,1,1/9/2564,,");

        assertThat(checked.codes())
                .containsExactly(
                        "UNKNOWN_DISTRICT 2 district 4399",
                        "NOT_A_DATE 2 as_of 31/2/2565",
                        "NOT_A_NUMBER 2 value abc",
                        "OF_ZERO 2 of 0",
                        "UNKNOWN_ROUND 4 round 2564-9",
                        "DATE_OUTSIDE_ROUND 5 as_of 1/9/2564",
                        "NEGATIVE 5 value -1",
                        "OF_NOT_ALLOWED 5 of 1");
        assertThat(checked.rows()).isEqualTo(4);
        assertThat(checked.rejected()).isEqualTo(3);
    }

    @Test
    void namesTheFirstLineOfARowWithSeveral() {
        Checked checked =
                Checked.file(
                        HEADER,
                        "2565-1,4301,T1,spending,80,100,,,\"two",
                        "lines\"",
                        "2565-1,4302,T1,spending,x,100,,,",
                        "",
                        "2565-1,4305,T1,spending,z,100,,,");

        assertThat(checked.codes())
                .containsExactly("NOT_A_NUMBER 4 value x", "NOT_A_NUMBER 6 value z");
        assertThat(checked.figures().getFirst().line()).isEqualTo(2);
        assertThat(checked.figures().getFirst().note()).isEqualTo("two\nlines");
    }

    @Test
    void leavesOutRowsWithoutAnything() {
        Checked checked =
                Checked.file(
                        "round,district,indicator,measure,value",
                        ",,,,",
                        "",
                        "2565-1,4301,P7,channels,2",
                        " , ,,\u00A0,",
                        ",,,,,,,");

        assertThat(checked.codes()).isEmpty();
        assertThat(checked.rows()).isEqualTo(1);
    }

    @Test
    void overlooksColumnsWithoutANameAndThoseOfRefusedRows() {
        Checked checked =
                Checked.file(
                        "round,district,indicator,measure,value,,error_line,error_codes,error_messages",
                        "2565-1,4301,P7,channels,2,,2,NEGATIVE,x");

        assertThat(checked.codes()).isEmpty();
    }

    @Test
    void readsLongFormEvenIfAColumnLooksLikeWideForm() {
        Checked checked =
                Checked.file(
                        "round,district,indicator,measure,value,P7.channels",
                        "2565-1,4301,P7,channels,2,3");

        assertThat(checked.codes()).containsExactly("UNKNOWN_COLUMN 1 P7.channels P7.channels");
        assertThat(checked.figures()).hasSize(1);
    }

    @Test
    void missesTheValuesOfAWideColumnOfComparisons() {
        assertThat(Checked.file("round,district,T1.spending.of", "2565-1,4301,100").codes())
                .containsExactly("MISSING_COLUMN 1 t1.spending");
    }

    @Test
    void refusesTwoWideColumnsOfOneMeasure() {
        assertThat(
                        Checked.file("round,district,P7.channels,p7 . Channels", "2565-1,4301,1,2")
                                .codes())
                .containsExactly("DUPLICATE_COLUMN 1 p7 . Channels p7 . Channels");
    }

    @Test
    void findsTheSameFigureTwiceInWideRowsToo() {
        Checked checked =
                Checked.file(
                        "round,district,as_of,P7.channels,T3.officer_assigned",
                        "2565-1,4301,,1,yes",
                        "2565-1,เมือง,20/3/2565,2,",
                        "2565-1,4301,19/3/2565,2,yes");

        assertThat(checked.codes())
                .containsExactly("DUPLICATE_KEY 2 P7.channels 1", "DUPLICATE_KEY 3 P7.channels 2");
    }

    @Test
    void namesAtMostTenLinesOfOneFigure() {
        Checked checked =
                Checked.text("round,district,P7.channels\n" + "2565-1,4301,1\n".repeat(12));

        assertThat(checked.issues()).hasSize(12);
        assertThat(checked.issues().getFirst().message().en())
                .startsWith("Lines 2, 3, 4, 5, 6, 7, 8, 9, 10 and … are about");
    }

    @ParameterizedTest
    @CsvSource({
        "yes, true",
        "YES, true",
        "Yes, true",
        "y, true",
        "TRUE, true",
        "ใช่, true",
        "ใช่่, true",
        "ดำเนินการแล้ว, true",
        "ด\u0E4D\u0E32เนินการเเล้ว, true",
        "no, false",
        "NO, false",
        "ไม่, false",
        "ไม่ใช่, false",
        "ยัง, false",
        "ยังไม่ได้ดำเนินการ, false",
        "False, false"
    })
    void readsTheWordsForDone(String word, boolean done) {
        Checked checked =
                Checked.file(
                        "round,district,indicator,measure,value",
                        "2565-1,4301,P7,working_group," + word);

        assertThat(checked.codes()).isEmpty();
        assertThat(checked.figures().getFirst().value())
                .isEqualTo(done ? new MeasuredValue.Done(null) : new MeasuredValue.NotDone());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T1|spending|2022-03-04|WRONG_KIND",
                "T1|spending|ใช่|WRONG_KIND",
                "T1|spending|1e3|NOT_A_NUMBER",
                "T1|spending|#N/A|SPREADSHEET_ERROR",
                "P7|channels|4/3/2565|WRONG_KIND",
                "P7|channels|yes|WRONG_KIND",
                "P7|channels|2.0|",
                "P7|channels|2.5|NOT_A_WHOLE_NUMBER",
                "P7|channels|0|",
                "N1|income_change|4.21|",
                "N1|income_change|๔.๒๑|",
                "N1|income_change|-3|",
                "N1|income_change|(1250.50)|",
                "N1|income_change|-25000.50 บาท|",
                "N1|income_change|0|",
                "N1|income_change|4.215|UNUSUAL_DECIMALS",
                "N1|income_change|5%|WRONG_KIND",
                "N1|income_change|yes|WRONG_KIND",
                "N1|income_change|4/3/2565|WRONG_KIND",
                "N1|income_change|1e3|NOT_A_NUMBER",
                "P7|working_group|1|WRONG_KIND",
                "P7|working_group|80%|WRONG_KIND",
                "P7|working_group|31/2/2565|NOT_A_DATE",
                "P7|working_group|30/9/2564|DATE_OUTSIDE_ROUND",
                "P7|working_group|1/10/2564|",
                "T3|evidence_received|2|WRONG_KIND",
                "T3|evidence_received|no|WRONG_KIND",
                "T3|evidence_received|tomorrow|NOT_A_DATE",
                "T3|evidence_received|1/4/2565|DATE_OUTSIDE_ROUND",
                "T3|evidence_received|31/3/2565|DATE_IN_FUTURE",
                "T3|evidence_received|4/3/2565|",
                "T1|spending|-3%|NEGATIVE",
                "T1|spending|100%|",
                "T1|spending|100.0001%|ABOVE_ONE_HUNDRED_PERCENT",
                "P4|overdue_debt|-0.01%|",
                "P4|overdue_debt|100%|",
                "P6|online_sales|-100%|",
                "P6|online_sales|250%|",
                "P6|online_sales|x%|NOT_A_NUMBER",
            })
    void checksValuesByTheKindOfTheirMeasure(
            String indicator, String measure, String value, String code) {
        boolean ratio = value.indexOf('%') < 0 && "T1 P4 P6".contains(indicator);
        Checked checked =
                Checked.file(
                        "round,district,indicator,measure,value,of",
                        "2565-1,4301,"
                                + indicator
                                + ","
                                + measure
                                + ","
                                + value
                                + ","
                                + (ratio ? "100" : ""));

        assertThat(checked.issues())
                .extracting(Issue::code)
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n/a||ไม่มีหนี้|",
                "N/A|0|ไม่มีหนี้|",
                "n/a|n/a|ไม่มีหนี้|",
                "n/a|0||NOTE_MISSING",
                "n/a|5|ไม่มีหนี้|OF_NOT_ALLOWED",
                "n/a|x|ไม่มีหนี้|NOT_A_NUMBER",
                "0|0|ไม่มีหนี้|OF_ZERO",
                "5|0|ไม่มีหนี้|OF_ZERO",
                "5|||OF_MISSING",
                "5|5%||WRONG_KIND",
                "5%|5||OF_NOT_ALLOWED",
                "5%|||",
            })
    void takesAComparisonWithNothingOnlyAsNotApplicable(
            String value, String of, String note, String code) {
        Checked checked =
                Checked.file(
                        "round,district,indicator,measure,value,of,note",
                        "2565-1,4301,P4,overdue_debt,"
                                + value
                                + ","
                                + (of == null ? "" : of)
                                + ","
                                + (note == null ? "" : note));

        assertThat(checked.issues())
                .extracting(Issue::code)
                .isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(checked.figures()).hasSize(code == null ? 1 : 0);
    }

    @Test
    void neverRepeatsAPersonalNumber() {
        String number = "1-2345-67890-12-3";
        Checked checked =
                Checked.check(
                        new ImportFile(
                                number + ".csv",
                                String.join(
                                                "\n",
                                                "round,district,indicator,measure,value,of,source,note,"
                                                        + number,
                                                "2565-1," + number + ",P7,channels,2,,,,",
                                                "2565-1,4301,P7," + number + ",2,,,,",
                                                "2565-1,4302,T1,spending,1234567890123,x,๑๒๓๔๕๖๗๘๙๐๑๒๓,,",
                                                "2565-1,4305,P7,channels,2,,,\"first",
                                                "second 1234567890123\",",
                                                "\"2565-1,4307,P7,channels,1234567890123")
                                        .getBytes(StandardCharsets.UTF_8)),
                        Optional.empty(),
                        Checked.LIMITS);

        assertThat(checked.codes())
                .containsExactlyInAnyOrder(
                        "PERSONAL_NUMBER 0",
                        "PERSONAL_NUMBER 1 •-••••-•••••-••-•",
                        "PERSONAL_NUMBER 2 district",
                        "PERSONAL_NUMBER 3 measure",
                        "PERSONAL_NUMBER 4 value",
                        "PERSONAL_NUMBER 4 source",
                        "NOT_A_NUMBER 4 of x",
                        "PERSONAL_NUMBER 5 note",
                        "UNCLOSED_QUOTE 7",
                        "PERSONAL_NUMBER 7");
        assertThat(checked.messages())
                .doesNotContain("1234567890123")
                .doesNotContain("๑๒๓๔๕๖๗๘๙๐๑๒๓")
                .doesNotContain("67890");
    }

    @Test
    void showsWhatCannotBeSeenAndShortensWhatIsLong() {
        Checked checked =
                Checked.file(
                        "round,district,indicator,measure,value",
                        "2565-1,4301,P7,channels,\"a\tb\nc\u0007\"",
                        "2565-1,4302,P7,channels," + "x".repeat(100));

        assertThat(checked.issues())
                .extracting(Issue::value)
                .containsExactly("a␉b␊c␇", "x".repeat(60) + "…");
    }

    @Test
    void cutsTheListOfIssuesAndSaysHowManyMore() {
        Checked checked =
                Checked.check(
                        new ImportFile(
                                "results.csv",
                                ("round,district,x,y,P7.channels\n"
                                                + "2565-1,4301,,,z\n".repeat(12))
                                        .getBytes(StandardCharsets.UTF_8)),
                        Optional.empty(),
                        new ImportLimits(20_000, 20, 60, 200, 10));

        // 2 warnings, 12 cells that are no numbers, 12 lines about the same figure
        assertThat(checked.issues()).hasSize(11);
        assertThat(checked.issues().subList(0, 10))
                .allSatisfy(issue -> assertThat(issue.severity()).isEqualTo(Issue.Severity.ERROR));
        Issue last = checked.issues().getLast();
        assertThat(last.code()).isEqualTo("MORE_ISSUES");
        assertThat(last.severity()).isEqualTo(Issue.Severity.INFORMATION);
        assertThat(last.message().en())
                .isEqualTo(
                        "There are 16 more, not shown here. Correct those above and check the file again.");
        assertThat(last.message().th())
                .isEqualTo("ยังมีอีก 16 รายการที่ไม่ได้แสดง โปรดแก้ไขรายการข้างต้นแล้วตรวจสอบใหม่");
        assertThat(checked.rejected()).isEqualTo(12);
    }
}
