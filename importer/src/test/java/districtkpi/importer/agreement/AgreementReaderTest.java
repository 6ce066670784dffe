package districtkpi.importer.agreement;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.Note;
import districtkpi.domain.agreement.Rating;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.agreement.Stage;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.Issue;
import districtkpi.importer.Issue.Severity;
import districtkpi.importer.issue.AgreementIssueCode;
import districtkpi.importer.yaml.YamlDocument;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementReaderTest {

    private static final String S2_LEVEL_2 =
            "- {level: 2, text: {th: สื่อสารแผน, en: Told}, conditions: [{done: plan_told}], basis: stated}";
    private static final String S2_LEVEL_3 = "- {level: 3, text: {th: หนึ่งช่องทาง";
    private static final String S2_LEVEL_4 =
            "          - {level: 4, text: {th: สามช่องทาง, en: Three channels}, conditions: [{measure: channels, atLeast: 3}], basis: stated}\n";
    private static final String S2_LEVEL_5 =
            """
                      - level: 5
                        text: {th: ส่งภายใน ๓ มีนาคม ๒๕๖๖, en: Sent by 3 March 2023}
                        conditions:
                          - {doneBy: 2023-03-03, measure: sent}
                        basis: stated
                        notes:
                          - {kind: oddity, th: ข้อสังเกต, en: An oddity}
            """;

    private static final String LINEAR = "        interpolation: {value: linear, basis: stated}";

    private final AgreementText small = AgreementText.small();

    @Test
    void readsEverythingThatAnAgreementSays() {
        Agreement agreement = small.agreement();

        assertThat(small.issues()).isEmpty();
        assertThat(agreement.round()).isEqualTo(new RoundId(2566, 1));
        assertThat(agreement.provinceCode()).isEqualTo("43");
        assertThat(agreement.title().en()).isEqualTo("Agreement for tests");
        assertThat(agreement.firstDay()).isEqualTo(LocalDate.of(2022, 10, 1));
        assertThat(agreement.lastDay()).isEqualTo(LocalDate.of(2023, 3, 31));
        assertThat(agreement.submission()).contains(LocalDate.of(2023, 3, 3));
        assertThat(agreement.demonstration()).isFalse();
        assertThat(agreement.parties())
                .extracting(p -> p.en())
                .containsExactly("Province", "District");
        assertThat(agreement.units())
                .extracting(u -> u.shortName().th())
                .containsExactly("หนึ่ง", "สอง");
        assertThat(agreement.belowLevelOne().value()).isEqualTo(BelowLevelOne.ZERO);
        assertThat(agreement.belowLevelOne().basis()).isEqualTo(Basis.ASSUMED);
        assertThat(agreement.sections())
                .extracting(s -> s.section())
                .containsExactly(SectionId.TEAM, SectionId.INDIVIDUAL);
        assertThat(agreement.sections())
                .extracting(s -> s.share().value())
                .containsExactly(new BigDecimal("40"), new BigDecimal("60"));

        Indicator share = agreement.indicator(IndicatorId.of("S1")).orElseThrow();
        assertThat(share.weight()).isEqualTo(new BigDecimal("60.5"));
        assertThat(share.ladder().value()).isEqualTo(Ladder.HIGHEST);
        assertThat(share.interpolation().value()).isEqualTo(Interpolation.LINEAR);
        assertThat(share.interpolation().basis()).isEqualTo(Basis.STATED);
        assertThat(share.measures().getFirst().baseline()).contains(LocalDate.of(2022, 10, 1));
        assertThat(share.measures().getFirst().countedIn().orElseThrow().decimals()).isEqualTo(2);
        assertThat(share.level(4).conditions())
                .containsExactly(
                        new Condition.Comparison(
                                MeasureId.of("spent"),
                                Condition.Operator.MORE_THAN,
                                new BigDecimal("85")));
        assertThat(share.level(5).conditions())
                .containsExactly(
                        new Condition.Comparison(
                                MeasureId.of("spent"),
                                Condition.Operator.AT_LEAST,
                                new BigDecimal("90.25")));
        assertThat(share.level(5).basis()).isEqualTo(Basis.ASSUMED);

        Indicator steps = agreement.indicator(IndicatorId.of("S2")).orElseThrow();
        assertThat(steps.ladder().value()).isEqualTo(Ladder.CUMULATIVE);
        assertThat(steps.level(1).conditions())
                .containsExactly(new Condition.Done(MeasureId.of("plan_made")));
        assertThat(steps.level(5).conditions())
                .containsExactly(
                        new Condition.DoneBy(MeasureId.of("sent"), LocalDate.of(2023, 3, 3)));
        assertThat(steps.level(5).notes()).extracting(Note::kind).containsExactly(Note.Kind.ODDITY);

        Indicator growth = agreement.indicator(IndicatorId.of("G1")).orElseThrow();
        assertThat(growth.notes())
                .extracting(Note::kind)
                .containsExactly(Note.Kind.ASSUMPTION, Note.Kind.EXPLANATION);
    }

    @Test
    void readsAStoredDocumentWithoutRepeatingTheChecksOfItsLevels() {
        AgreementText shadowed =
                small.with("{measure: spent, atLeast: 75}", "{measure: spent, atLeast: 80}")
                        .with("value: linear", "value: none");

        assertThat(shadowed.read().agreement()).isEmpty();
        assertThat(new AgreementReader().read(shadowed.text()).round())
                .isEqualTo(new RoundId(2566, 1));
        assertThatThrownBy(() -> new AgreementReader().read("format: 1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listsTheTeamSectionFirstWhateverTheOrderOfTheFile() {
        int individual = small.text().indexOf("  - section: individual");
        int team = small.text().indexOf("  - section: team");
        AgreementText turned =
                new AgreementText(
                        small.text().substring(0, team)
                                + small.text().substring(individual)
                                + small.text().substring(team, individual));

        assertThat(turned.agreement()).isEqualTo(small.agreement());
    }

    @Test
    void acceptsAByteOrderMarkAndWindowsLineEnds() {
        assertThat(new AgreementText("\uFEFF" + small.text().replace("\n", "\r\n")).agreement())
                .isEqualTo(small.agreement());
    }

    @Test
    void readsNumbersExactlyAsTheyAreWritten() {
        AgreementText text = small.with("atLeast: 90.25", "atLeast: 90.100000");

        assertThat(
                        text.agreement()
                                .indicator(IndicatorId.of("S1"))
                                .orElseThrow()
                                .level(5)
                                .conditions())
                .containsExactly(
                        new Condition.Comparison(
                                MeasureId.of("spent"),
                                Condition.Operator.AT_LEAST,
                                new BigDecimal("90.100000")));
    }

    @Test
    void reportsAllFaultsOfAFileAtOnceInTheOrderOfItsLines() {
        AgreementText text =
                small.with("lastDay: 2023-03-31", "lastDay: 2022-03-31")
                        .with("weight: 60.5", "weight: 60.4")
                        .with("kind: date", "kind: day")
                        .with("{measure: sales, atLeast: 9}", "{measure: sale, atLeast: 9}");

        List<Issue> issues = text.issues();

        assertThat(issues)
                .filteredOn(i -> i.severity() == Severity.ERROR)
                .extracting(Issue::code)
                .containsExactly(
                        "ROUND_ENDS_BEFORE_START",
                        "WEIGHTS_NOT_100",
                        "NOT_A_CHOICE",
                        "UNKNOWN_MEASURE");
        assertThat(issues).extracting(Issue::line).isSorted();
    }

    @Test
    void countsIndicatorsAndThoseWithAFaultOfTheirOwn() {
        AgreementReading reading = small.with("kind: date", "kind: day").read();

        assertThat(reading.indicators()).isEqualTo(3);
        assertThat(reading.faulty()).isEqualTo(1);
    }

    // The file as a whole.

    @Test
    void refusesAFileThatIsTooLarge() {
        byte[] large = new byte[YamlDocument.MAX_LENGTH + 1];
        Arrays.fill(large, (byte) ' ');

        assertThat(new AgreementReader().read(large).issues())
                .extracting(Issue::code)
                .containsExactly("TOO_LARGE");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertThat(new AgreementReader().read(small.text().getBytes(UTF_16)).issues())
                .extracting(Issue::code)
                .containsExactly("NOT_UTF8");
        assertThat(
                        new AgreementReader()
                                .read(small.text().getBytes(Charset.forName("x-windows-874")))
                                .issues())
                .extracting(Issue::code)
                .containsExactly("NOT_UTF8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n\n", "# only a remark\n"})
    void refusesAnEmptyFile(String text) {
        assertOnly(new AgreementText(text).issues(), "EMPTY_FILE", 0);
    }

    @Test
    void saysOnWhichLineTheYamlIsBroken() {
        AgreementText text = small.with("province: \"43\"", "province: \"43\" Nong Khai");

        assertOnly(text.issues(), "NOT_YAML", text.lineOf("province:"));
    }

    @Test
    void refusesCharactersThatYamlDoesNotAllow() {
        AgreementText text = small.with("Group two", "Group \u0007 two");

        assertOnly(text.issues(), "NOT_YAML", text.lineOf("Group \u0007"));
    }

    @Test
    void refusesASecondDocument() {
        assertThat(
                        small.with(
                                        "notes:\n          - {kind: assumption",
                                        "notes: []\n---\nx: {kind: assumption")
                                .issues())
                .extracting(Issue::code)
                .containsExactly("NOT_YAML");
    }

    /** The parser takes the square of the depth: seconds for what fits into a mail. */
    @ParameterizedTest
    @ValueSource(strings = {"[", "{", "[\n", "{a: ", "- ", "? ", "[[{"})
    void refusesNestingWithoutEndAtOnce(String opening) {
        AgreementText text = new AgreementText(opening.repeat(100_000 / opening.length()));

        assertThat(text.issues()).extracting(Issue::code).containsExactly("TOO_DEEP");
        assertThat(processorTime(text::issues)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void countsTheLinesOfManyPersonalNumbersOnce() {
        AgreementText text = new AgreementText("- 1-1037-02071-81-2\n".repeat(50_000));

        assertThat(text.issues()).last().extracting(Issue::code).isEqualTo("MORE_ISSUES");
        assertThat(text.issues().get(999).line()).isEqualTo(1000);
        // Each from the start of the file took ten times as long.
        assertThat(processorTime(text::issues)).isLessThan(Duration.ofSeconds(5));
    }

    private static Duration processorTime(Runnable work) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(thread.getCurrentThreadCpuTime() - before);
    }

    @Test
    void refusesAliasesSoThatAFileCannotGrowWhenItIsRead() {
        AgreementText text =
                small.with(
                                "name: {th: กลุ่มหนึ่ง, en: Group one}",
                                "name: &name {th: กลุ่มหนึ่ง, en: Group one}")
                        .with("name: {th: กลุ่มสอง, en: Group two}", "name: *name");

        assertOnly(text.issues(), "ALIAS_NOT_ALLOWED", text.lineOf("name: *name"));
    }

    @Test
    void refusesAnAliasToItself() {
        assertOnly(new AgreementText("notes: &a\n  - *a\n").issues(), "ALIAS_NOT_ALLOWED", 2);
    }

    @Test
    void refusesTypeTagsAndConstructsNothing() {
        AgreementText text = small.with("title: {", "title: !!java.net.URL {");

        assertOnly(text.issues(), "TAG_NOT_ALLOWED", text.lineOf("title:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1234567890123", "๑๒๓๔๕๖๗๘๙๐๑๒๓", "1-2345-67890-12-3", "๑ ๒๓๔๕ ๖๗๘๙๐ ๑๒ ๓"})
    void refusesPersonalNumbersAndDoesNotRepeatThem(String number) {
        AgreementText text = small.with("en: An oddity", "en: An oddity of " + number);

        assertOnly(text.issues(), "PERSONAL_NUMBER", text.lineOf("en: An oddity"));
        assertThat(text.issues().toString()).doesNotContain(number);
    }

    // Fields.

    @Test
    void namesAnUnknownField() {
        AgreementText text =
                small.with("        unit: one\n", "        unit: one\n        wieght: 3\n");

        Issue issue = assertOnly(text.issues(), "UNKNOWN_FIELD", text.lineOf("wieght"));
        assertThat(issue.column()).isEqualTo("sections[team].indicators[S1].wieght");
        assertThat(issue.message().en()).contains("wieght").contains("weight");
        assertThat(issue.message().th()).contains("wieght");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "format: 1",
                "round: 2566-1",
                "province: \"43\"",
                "firstDay: 2022-10-01",
                "lastDay: 2023-03-31",
                "demonstration: false"
            })
    void namesAMissingField(String line) {
        String field = line.substring(0, line.indexOf(':'));
        AgreementText text = small.with(line + "\n", "");

        Issue issue = assertOnly(text.issues(), "MISSING_FIELD", 1);
        assertThat(issue.message().en()).contains("“" + field + "”");
    }

    @Test
    void takesAnEmptyFieldForAMissingOne() {
        AgreementText text = small.with("round: 2566-1", "round:");

        assertOnly(text.issues(), "MISSING_FIELD", text.lineOf("round:"));
        assertThat(
                        small.with("submissionDay: 2023-03-03", "submissionDay:")
                                .agreement()
                                .submission())
                .isEmpty();
    }

    @Test
    void namesTheFieldThatAnIndicatorLacks() {
        AgreementText text = small.with("        concept: sales\n", "");

        Issue issue = assertOnly(text.issues(), "MISSING_FIELD", text.lineOf("- id: G1"));
        assertThat(issue.column()).isEqualTo("sections[individual].indicators[G1]");
        assertThat(issue.message().en()).contains("concept");
    }

    @Test
    void namesADoubledFieldWithBothLines() {
        AgreementText text =
                small.with("        unit: one\n", "        unit: one\n        unit: two\n");

        Issue issue =
                assertOnly(text.issues(), "DUPLICATE_FIELD", text.lineOf("        unit: two"));
        assertThat(issue.message().en()).contains("line " + text.lineOf("        unit: one"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: {th: ข้อตกลงสำหรับทดสอบ, en: Agreement for tests} | title: Agreement for tests",
                "round: 2566-1 | round: [2566, 1]",
                "en: An oddity | en: \"\"",
                "decimals: 0 | decimals: 0.5",
                "conditions: [{done: plan_made}] | conditions: []",
                "conditions: [{done: plan_made}] | conditions: {done: plan_made}",
            })
    void saysWhatTypeIsExpected(String part, String replacement) {
        AgreementText text = small.with(part, replacement);

        assertOnly(text.issues(), "WRONG_TYPE", text.lineOf(replacement));
    }

    @Test
    void wantsFieldsToHaveANameThatIsAText() {
        AgreementText text = small.with("parties:\n", "? [a, b]\n: c\nparties:\n");

        assertOnly(text.issues(), "WRONG_TYPE", text.lineOf("? [a, b]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"forty", "๔๐", "40 %", "1e3", "4,5", "0x10", ".5", "1.0000001"})
    void refusesWhatIsNotAPlainNumber(String number) {
        AgreementText text = small.with("weight: 39.5", "weight: \"" + number + "\"");

        assertOnly(text.issues(), "NOT_A_NUMBER", text.lineOf("weight: \"" + number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weight: 39.5 | weight: 0",
                "weight: 39.5 | weight: -1",
                "weight: 39.5 | weight: 100.5",
                "share: {value: 40, basis: stated} | share: {value: -40, basis: stated}",
                "decimals: 0 | decimals: 5",
                "- level: 5 | - level: 6",
            })
    void refusesANumberOutOfRange(String part, String replacement) {
        AgreementText text = small.with(part, replacement);

        assertThat(text.issues())
                .filteredOn(i -> i.code().equals("OUT_OF_RANGE"))
                .singleElement()
                .satisfies(issue -> assertThat(issue.line()).isEqualTo(text.lineOf(replacement)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-29", "3/3/2023", "2023-3-3", "tomorrow"})
    void refusesWhatIsNotADate(String date) {
        AgreementText text = small.with("doneBy: 2023-03-03", "doneBy: " + date);

        assertOnly(text.issues(), "NOT_A_DATE", text.lineOf("doneBy: "));
    }

    @Test
    void saysWhatABuddhistYearIsInTheCommonEra() {
        AgreementText text = small.with("doneBy: 2023-03-03", "doneBy: 2566-03-03");

        Issue issue = assertOnly(text.issues(), "BUDDHIST_YEAR", text.lineOf("doneBy: "));
        assertThat(issue.message().en()).contains("2023-03-03");
        assertThat(issue.message().th()).contains("2023-03-03");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demonstration: false | demonstration: no",
                "kind: date | kind: day",
                "kind: oddity | kind: odd",
                "value: cumulative | value: Cumulative",
                "value: linear | value: yes",
                "value: zero | value: 0",
                "- section: individual | - section: persons",
            })
    void listsThePossibleValues(String part, String replacement) {
        AgreementText text = small.with(part, replacement);

        Issue issue =
                text.issues().stream()
                        .filter(i -> i.code().equals("NOT_A_CHOICE"))
                        .findFirst()
                        .orElseThrow();
        assertThat(issue.line()).isEqualTo(text.lineOf(replacement));
        assertThat(text.read().agreement()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "round: 2566-1 | round: 2566-3",
                "round: 2566-1 | round: 2023-1",
                "province: \"43\" | province: \"4301\"",
                "- id: G1 | - id: 1G",
                "concept: sales | concept: Sales",
                "- id: spent | - id: spent money",
            })
    void refusesWhatCannotBeAnId(String part, String replacement) {
        AgreementText text = small.with(part, replacement);

        assertThat(text.issues())
                .filteredOn(i -> i.code().equals("NOT_AN_ID"))
                .singleElement()
                .satisfies(issue -> assertThat(issue.line()).isEqualTo(text.lineOf(replacement)));
        assertThat(text.read().agreement()).isEmpty();
    }

    @Test
    void refusesAFormatOfTheFuture() {
        assertOnly(small.with("format: 1", "format: 3").issues(), "UNKNOWN_FORMAT", 1);
    }

    // Sections of format 2.

    @Test
    void aFileOfFormat1ReadsAsTheSameInFormat2() {
        assertThat(inFormat2().agreement()).isEqualTo(small.agreement());
    }

    @Test
    void sectionsHaveIdsNamesSharesAndAnOrderOfTheirOwn() {
        AgreementText text =
                inFormat2()
                        .with("- section: team", "- section: results")
                        .with("{th: รายทีม, en: Team}", "{th: ผลการปฏิบัติงาน, en: Results}")
                        .with("- section: individual", "- section: competence");

        assertThat(text.agreement().sections())
                .extracting(terms -> terms.section().value(), SectionTerms::name)
                .containsExactly(
                        tuple("results", new LocalizedText("ผลการปฏิบัติงาน", "Results")),
                        tuple("competence", new LocalizedText("รายบุคคล", "Individual")));
    }

    /** Of a round that nobody reads in English. */
    private static AgreementText inThaiAlone(AgreementText text) {
        return new AgreementText(
                text.text()
                        .replaceAll(", en: (\"[^\"]*\"|[^,}\"]*)", "")
                        .replaceAll("(?m)^ *en: .*\n", ""));
    }

    @Test
    void textsInThaiAloneStandInThePlaceOfTheirReadings() {
        AgreementText text = inThaiAlone(inFormat2());
        assertThat(text.text()).doesNotContain("en:");

        Agreement agreement = text.agreement();

        assertThat(agreement.title())
                .isEqualTo(new LocalizedText("ข้อตกลงสำหรับทดสอบ", "ข้อตกลงสำหรับทดสอบ"));
        assertThat(agreement.indicators())
                .allSatisfy(indicator -> {
                    assertThat(indicator.name().en()).isEqualTo(indicator.name().th());
                    assertThat(indicator.levels())
                            .allMatch(level -> level.text().en().equals(level.text().th()));
                });
        assertThat(new AgreementText(AgreementDocument.toYaml(agreement)).agreement())
                .isEqualTo(agreement);
    }

    @Test
    void oneReadingCanBeLeftOutAndTheOthersStay() {
        AgreementText text = inFormat2().with(", en: Agreement for tests", "");

        assertThat(text.issues()).isEmpty();
        assertThat(text.agreement().title().en()).isEqualTo("ข้อตกลงสำหรับทดสอบ");
        assertThat(text.agreement().parties().getFirst().en()).isEqualTo("Province");
    }

    @Test
    void anEnglishReadingThatIsThereIsNotBlank() {
        assertThat(inFormat2().with("en: Agreement for tests", "en: \" \"").issues())
                .singleElement()
                .matches(issue -> issue.severity() == Issue.Severity.ERROR);
    }

    @Test
    void format1AsksForEveryReading() {
        AgreementText text = small.with(", en: Agreement for tests", "");

        assertOnly(text.issues(), "MISSING_FIELD", text.lineOf("title:"));
    }

    @Test
    void sectionsNeedANameInFormat2AndHaveNoneInFormat1() {
        assertThat(small.with("format: 1", "format: 2").issues())
                .extracting(Issue::code, Issue::line)
                .containsExactly(tuple("MISSING_FIELD", 21), tuple("MISSING_FIELD", 68));
        assertThat(inFormat2().with("format: 2", "format: 1").issues())
                .extracting(Issue::code, Issue::line)
                .containsExactly(tuple("UNKNOWN_FIELD", 22), tuple("UNKNOWN_FIELD", 70));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Results", "ผล", "results 70", "part_1", "total", "a23456789012345678901"})
    void refusesWhatCannotBeTheIdOfASection(String id) {
        AgreementText text = inFormat2().with("- section: team", "- section: \"" + id + "\"");

        assertOnly(text.issues(), "NOT_AN_ID", text.lineOf(id));
    }

    // Shares of a target.

    @Test
    void aShareOfATargetMayAskForMoreThanAHundredPercent() {
        AgreementText beyond =
                small.with("atLeast: 90.25", "atLeast: 110")
                        .with("kind: share\n", "kind: share\n            mayExceedWhole: true\n");

        assertThat(beyond.issues()).isEmpty();
        assertThat(beyond.agreement().indicators().flatMap(one -> one.measures().stream()))
                .filteredOn(Measure::mayExceedWhole)
                .hasSize(1);
    }

    // Levels with scores of their own.

    @Test
    void levelsOfFormat2AreAsManyAsThereAreAndWorthWhatTheySay() {
        AgreementText three =
                inFormat2()
                        .with(S2_LEVEL_2, S2_LEVEL_2.replace("level: 2", "level: 2, score: 2.5"))
                        .with(S2_LEVEL_4, "")
                        .with(S2_LEVEL_5, "");

        Indicator indicator = indicator(three.agreement(), "S2");
        assertThat(indicator.levels())
                .extracting(Level::number, Level::score)
                .containsExactly(
                        tuple(1, BigDecimal.ONE),
                        tuple(2, new BigDecimal("2.5")),
                        tuple(3, BigDecimal.valueOf(3)));
        assertThat(indicator.topLevel()).isEqualTo(3);
    }

    @Test
    void levelsOfFormat1AreFiveAndHaveNoScores() {
        assertThat(small.with(S2_LEVEL_5, "").issues())
                .filteredOn(issue -> issue.severity() == Severity.ERROR)
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.code()).isEqualTo("LEVEL_MISSING");
                    assertThat(issue.message().en()).contains("levels 1 to 5");
                });
        assertThat(
                        small.with(S2_LEVEL_2, S2_LEVEL_2.replace("level: 2", "level: 2, score: 3"))
                                .issues())
                .extracting(Issue::code)
                .containsExactly("UNKNOWN_FIELD");
        assertThat(small.with("value: zero, basis", "value: 0.5, basis").issues())
                .extracting(Issue::code)
                .containsExactly("NOT_A_CHOICE");
    }

    @Test
    void aLevelIsWorthMoreThanTheOneBelowIt() {
        AgreementText text =
                inFormat2().with(S2_LEVEL_2, S2_LEVEL_2.replace("level: 2", "level: 2, score: 3"));
        Issue issue = assertOnly(text.issues(), "LEVEL_SCORE_NOT_RISING", text.lineOf(S2_LEVEL_3));
        assertThat(issue.message().en()).contains("Level 3 is worth 3", "level 2 is worth (3)");
    }

    // Terms of single districts.

    private AgreementText withDistricts(String ofS1, String ofS2) {
        AgreementText text = inFormat2();
        if (!ofS1.isEmpty()) {
            text =
                    text.with(
                            "      - id: S2\n", "        districts:\n" + ofS1 + "      - id: S2\n");
        }
        return ofS2.isEmpty()
                ? text
                : text.with(
                        "  - section: individual\n",
                        "        districts:\n" + ofS2 + "  - section: individual\n");
    }

    private static String district(String code, String terms) {
        return "          - {district: \"" + code + "\", " + terms + "}\n";
    }

    @Test
    void readsWhatIsAgreedForSingleDistricts() {
        AgreementText text =
                withDistricts(
                        district("4301", "targets: [60, 65.5, 70, ๗๕, 80]")
                                + district("4302", "applies: false"),
                        district(
                                "4301",
                                "targets: [2, 4], deadlines: [๑๐ มีนาคม ๒๕๖๖], weight: 39.50"));

        assertThat(text.issues()).isEmpty();
        DistrictCode district = DistrictCode.of("4301");
        Agreement own = text.agreement().in(district);
        assertThat(indicator(own, "S1").levels())
                .extracting(
                        level -> ((Condition.Comparison) level.conditions().getFirst()).threshold())
                .containsExactly(
                        new BigDecimal("60"),
                        new BigDecimal("65.5"),
                        new BigDecimal("70"),
                        new BigDecimal("75"),
                        new BigDecimal("80"));
        assertThat(indicator(own, "S2").level(4).conditions())
                .containsExactly(
                        new Condition.Comparison(
                                MeasureId.of("channels"),
                                Condition.Operator.AT_LEAST,
                                new BigDecimal("4")));
        assertThat(indicator(own, "S2").level(5).conditions())
                .containsExactly(
                        new Condition.DoneBy(MeasureId.of("sent"), LocalDate.of(2023, 3, 10)));
        assertThat(indicator(text.agreement(), "S1").appliesIn(DistrictCode.of("4302"))).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "DISTRICT_TERMS_EMPTY | applies: true | says nothing",
                "DISTRICT_TERMS_COUNT | targets: [60, 70] | targets: there are 2, but 5 levels",
                "DISTRICT_TERMS_COUNT | deadlines: [2023-03-01] | deadlines: there are 1, but 0",
                "DISTRICT_TARGETS_NOT_ALIKE | targets: [60, 65, 70, 75, 75] | from 75 to 75 where",
                "DISTRICT_WEIGHTS_OFF | weight: 50 | total 89.5, and all of them 89.5; one",
                "UNKNOWN_FIELD | target: 50, applies: false | target",
                "OUT_OF_RANGE | weight: 1000.5 | 1000.5",
                "NOT_A_CHOICE | applies: no way | no way",
                "CONDITION_IMPOSSIBLE | targets: [60, 65, 70, 75, 101] | ≥ 101"
            })
    void refusesTermsOfADistrictThatMakeNoSense(String code, String terms, String said) {
        AgreementText text = withDistricts(district("4301", terms), "");

        Issue issue =
                text.issues().stream()
                        .filter(one -> one.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(text.issues()));
        assertThat(issue.line()).isEqualTo(text.lineOf("district: \"4301\""));
        assertThat(issue.column()).contains("indicators[S1].districts[4301]");
        assertThat(issue.message().en()).contains(said);
        assertThat(text.read().agreement()).isEmpty();
    }

    @Test
    void refusesDistrictsTwiceOrElsewhere() {
        AgreementText twice =
                withDistricts(
                        district("4301", "applies: false") + district("4301", "weight: 60.5"), "");
        assertOnly(twice.issues(), "DUPLICATE_DISTRICT", twice.lineOf("weight: 60.5}"));
        AgreementText elsewhere = withDistricts(district("9301", "applies: false"), "");
        assertOnly(elsewhere.issues(), "DISTRICT_OUTSIDE_PROVINCE", elsewhere.lineOf("\"9301\""));
        AgreementText noCode = withDistricts(district("ท่าบ่อ", "applies: false"), "");
        assertOnly(noCode.issues(), "NOT_AN_ID", noCode.lineOf("ท่าบ่อ"));
    }

    @Test
    void refusesTargetsThatCouldMeanTwoThings() {
        AgreementText text =
                withDistricts("", district("4301", "targets: [1, 3]"))
                        .with(
                                "[{measure: channels, atLeast: 3}]",
                                "[{measure: channels, atLeast: 3}, {measure: channels, atMost: 9}]");

        assertOnly(text.issues(), "DISTRICT_TERMS_AMBIGUOUS", text.lineOf("district: \"4301\""));
    }

    @ParameterizedTest
    @CsvSource({
        "COUNT_WITH_DECIMALS, 'targets: [1, 3.5]'",
        "DEADLINE_BEFORE_ROUND, 'deadlines: [2022-09-30]'",
        "DEADLINE_AFTER_ROUND, 'deadlines: [2023-04-01]'"
    })
    void numbersAndDaysOfADistrictAreCheckedLikeAllOthers(String code, String terms) {
        AgreementText text = withDistricts("", district("4301", terms));

        assertOnly(text.issues(), code, text.lineOf("district: \"4301\""));
    }

    @Test
    void weightsOfADistrictTotalTheSameWithOrWithoutWhatDoesNotApply() {
        assertThat(
                        withDistricts(
                                        district("4301", "applies: false"),
                                        district("4301", "weight: 100"))
                                .issues())
                .isEmpty();
        assertThat(
                        withDistricts(
                                        district("4301", "applies: false, weight: 30"),
                                        district("4301", "weight: 70"))
                                .issues())
                .isEmpty();
        assertThat(
                        withDistricts(
                                        district("4301", "applies: false"),
                                        district("4301", "weight: 70"))
                                .issues())
                .extracting(Issue::code)
                .containsExactly("DISTRICT_WEIGHTS_OFF");
    }

    @Test
    void format1HasNoTermsOfDistricts() {
        AgreementText text =
                withDistricts(district("4301", "applies: false"), "")
                        .with("format: 2", "format: 1");

        assertThat(text.issues()).extracting(Issue::code).contains("UNKNOWN_FIELD");
        assertThat(text.read().agreement()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "one, 1, false, one",
        "0.5, 0.5, false, 0.5",
        "0.50, 0.5, false, 0.5",
        "1.0, 1, false, one",
        "0, 0, false, zero"
    })
    void whatIsBelowLevelOneIsAnyScore(
            String written, BigDecimal score, boolean linear, String key) {
        BelowLevelOne below =
                inFormat2()
                        .with("value: zero, basis", "value: " + written + ", basis")
                        .agreement()
                        .belowLevelOne()
                        .value();

        assertThat(below).isEqualTo(new BelowLevelOne(score, linear));
        assertThat(below.key()).isEqualTo(key);
    }

    @Test
    void anIndicatorHasARuleOfItsOwn() {
        String own = "interpolation: {value: linear, basis: stated}\n";
        Agreement agreement =
                inFormat2()
                        .with(own, own + "        belowLevelOne: {value: linear, basis: stated}\n")
                        .agreement();

        assertThat(agreement.belowLevelOne(indicator(agreement, "S1")))
                .isEqualTo(BelowLevelOne.LINEAR);
        assertThat(agreement.belowLevelOne(indicator(agreement, "S2")))
                .isEqualTo(BelowLevelOne.ZERO);
    }

    @Test
    void whatIsBelowLevelOneIsWorthNoMoreAndIsLinearWhereLevelsAre() {
        assertThat(inFormat2().with("value: zero, basis", "value: 1.5, basis").issues())
                .extracting(Issue::code)
                .isNotEmpty()
                .containsOnly("BELOW_LEVEL_ONE_TOO_HIGH");
        assertThat(inFormat2().with("value: zero, basis", "value: linear, basis").issues())
                .as("All but S1 are not interpolated")
                .extracting(Issue::code)
                .isNotEmpty()
                .containsOnly("BELOW_LEVEL_ONE_NOT_LINEAR");
    }

    @Test
    void ratingsFallToZero() {
        assertThat(withRatings("90", "80.5", "0").agreement().ratings())
                .extracting(rating -> rating.name().en(), Rating::from)
                .containsExactly(
                        tuple("r0", new BigDecimal("90")),
                        tuple("r1", new BigDecimal("80.5")),
                        tuple("r2", BigDecimal.ZERO));
        assertThat(withRatings("90", "90.0", "0").issues())
                .extracting(Issue::code)
                .containsExactly("RATINGS_NOT_FALLING");
        assertThat(withRatings("90", "80").issues())
                .extracting(Issue::code)
                .containsExactly("RATINGS_NOT_TO_ZERO");
        assertThat(withRatings("101", "0").issues())
                .extracting(Issue::code)
                .containsExactly("OUT_OF_RANGE");
        assertThat(withRatings("90", "0").with("format: 2", "format: 1").issues())
                .extracting(Issue::code)
                .contains("UNKNOWN_FIELD");
    }

    private AgreementText withRatings(String... bounds) {
        StringBuilder ratings = new StringBuilder("ratings:\n");
        for (int i = 0; i < bounds.length; i++) {
            ratings.append("  - {th: ก" + i + ", en: r" + i + ", from: " + bounds[i] + "}\n");
        }
        return inFormat2().with("sections:\n", ratings + "sections:\n");
    }

    private static Indicator indicator(Agreement agreement, String id) {
        return agreement.indicator(IndicatorId.of(id)).orElseThrow();
    }

    private AgreementText inFormat2() {
        return small.with("format: 1", "format: 2")
                .with("- section: team\n", "- section: team\n    name: {th: รายทีม, en: Team}\n")
                .with(
                        "- section: individual\n",
                        "- section: individual\n    name: {th: รายบุคคล, en: Individual}\n");
    }

    // Numbers and days as they are printed, in format 2.

    @Test
    void numbersAndDaysAreReadAsTheyArePrinted() {
        AgreementText printed =
                inFormat2()
                        .with("round: 2566-1", "round: ๒๕๖๖-๑")
                        .with("province: \"43\"", "province: \"๔๓\"")
                        .with("firstDay: 2022-10-01", "firstDay: ๑ ตุลาคม ๒๕๖๕")
                        .with("lastDay: 2023-03-31", "lastDay: ๒๕๖๖-๐๓-๓๑")
                        .with("submissionDay: 2023-03-03", "submissionDay: 2566-03-03")
                        .with("doneBy: 2023-03-03", "doneBy: 3 มี.ค. 2566")
                        .with("weight: 60.5", "weight: ๖๐.๕")
                        .with("value: 40, basis", "value: ๔๐, basis")
                        .with("atLeast: 90.25", "atLeast: ๙๐.๒๕")
                        .with("decimals: 0", "decimals: ๐")
                        .with("{level: 4, text: {th: สาม", "{level: ๔, score: ๔, text: {th: สาม")
                        .with(
                                "{measure: channels, atLeast: 3}",
                                "{measure: channels, atLeast: \"1,000\"}");

        assertThat(printed.issues()).isEmpty();
        assertThat(printed.agreement())
                .isEqualTo(
                        inFormat2()
                                .with(
                                        "{measure: channels, atLeast: 3}",
                                        "{measure: channels, atLeast: 1000}")
                                .agreement());
        assertThat(level(printed.agreement(), "S1", 1).text().th()).isEqualTo("ร้อยละ ๗๐");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "สี่สิบ",
                "๔๐ %",
                "๔,๐",
                "0,040",
                "1,0000",
                "1,00",
                ",040",
                "๔๐.",
                "๑.๐๐๐๐๐๐๑",
                "1e3",
                "๑๒๓๔๕๖๗๘๙๐๑๒๓๔๕๖",
                "四十",
                "4 0"
            })
    void refusesWhatIsNoNumberHoweverItIsPrinted(String number) {
        AgreementText text = inFormat2().with("weight: 39.5", "weight: \"" + number + "\"");

        assertOnly(text.issues(), "NOT_A_NUMBER", text.lineOf("weight: \"" + number));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-03-03, 2023-03-03",
        "2566-03-03, 2023-03-03",
        "๒๕๖๖-๐๓-๐๓, 2023-03-03",
        "๒๐๒๓-๐๓-๐๓, 2023-03-03",
        "๓ มีนาคม ๒๕๖๖, 2023-03-03",
        "๓ มีนาคม พ.ศ. ๒๕๖๖, 2023-03-03",
        "3 March 2023, 2023-03-03",
        "2567-02-29, 2024-02-29",
    })
    void readsADayOfEitherEra(String written, LocalDate day) {
        AgreementText text = inFormat2().with("doneBy: 2023-03-03", "doneBy: " + written);

        assertThat(level(text.agreement(), "S2", 5).conditions())
                .containsExactly(new Condition.DoneBy(MeasureId.of("sent"), day));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2566-02-29",
                "3/3/2566",
                "๓/๓/๒๕๖๖",
                "2566-3-3",
                "๓ มีนาคม ๖๖",
                "๓๑ กุมภาพันธ์ ๒๕๖๖",
                "๓ มีนา ๒๕๖๖ ครับ",
                "3-3-2566",
                "3.3.2566",
                "มีนาคม ๒๕๖๖"
            })
    void refusesWhatIsNoDayOfEitherEra(String date) {
        AgreementText text = inFormat2().with("doneBy: 2023-03-03", "doneBy: " + date);

        assertOnly(text.issues(), "NOT_A_DATE", text.lineOf("doneBy: "));
    }

    @Test
    void weightsOfASectionTotalWhatItSays() {
        AgreementText text =
                inFormat2()
                        .with("weight: 60.5", "weight: 42")
                        .with("weight: 39.5", "weight: ๒๘")
                        .with(
                                "share: {value: 40, basis: stated}",
                                "share: {value: 40, basis: stated}\n    outOf: ๗๐");

        assertThat(text.issues()).isEmpty();
        SectionTerms team = text.agreement().section(SectionId.TEAM).orElseThrow();
        assertThat(team.outOf()).isEqualByComparingTo("70");
        assertThat(team.isOutOfHundred()).isFalse();
        assertThat(new AgreementText(AgreementDocument.toYaml(text.agreement())).agreement())
                .isEqualTo(text.agreement());
        assertThat(AgreementDocument.toYaml(text.agreement())).contains("outOf: 70");
        assertThat(AgreementDocument.toYaml(inFormat2().agreement())).doesNotContain("outOf");

        AgreementText off = text.with("weight: ๒๘", "weight: 28.5");
        Issue issue = assertOnly(off.issues(), "WEIGHTS_NOT_100", off.lineOf("- section: team"));
        assertThat(issue.message().en()).contains("70.5", "add up to 70.");
        AgreementText twoHundred =
                text.with("weight: 42", "weight: 120")
                        .with("weight: ๒๘", "weight: 80")
                        .with("outOf: ๗๐", "outOf: 200");
        assertThat(twoHundred.issues()).isEmpty();
        AgreementText nothing = text.with("outOf: ๗๐", "outOf: 0");
        assertOnly(nothing.issues(), "OUT_OF_RANGE", nothing.lineOf("outOf: 0"));
        AgreementText one =
                small.with(
                        "share: {value: 40, basis: stated}",
                        "share: {value: 40, basis: stated}\n    outOf: 100");
        assertOnly(one.issues(), "UNKNOWN_FIELD", one.lineOf("outOf: 100"));
    }

    @Test
    void anIndicatorOfWeightZeroIsWatchedOnly() {
        AgreementText text =
                inFormat2().with("weight: 60.5", "weight: 0").with("weight: 39.5", "weight: 100");

        assertThat(text.issues()).isEmpty();
        assertThat(indicator(text.agreement(), "S1").isWatchedOnly()).isTrue();
        assertThat(indicator(text.agreement(), "S2").isWatchedOnly()).isFalse();
        assertThat(new AgreementText(AgreementDocument.toYaml(text.agreement())).agreement())
                .isEqualTo(text.agreement());

        AgreementText nothing =
                inFormat2().with("weight: 60.5", "weight: 0").with("weight: 39.5", "weight: 0");
        assertOnly(nothing.issues(), "WEIGHTS_NOT_100", nothing.lineOf("- section: team"));
        AgreementText less = inFormat2().with("weight: 39.5", "weight: -0.5");
        assertOnly(less.issues(), "OUT_OF_RANGE", less.lineOf("weight: -0.5"));
    }

    private static Level level(Agreement agreement, String indicator, int number) {
        return indicator(agreement, indicator).level(number);
    }

    // Ids.

    @Test
    void refusesTwoIndicatorsWithOneIdInWhateverSectionAndCase() {
        AgreementText same = small.with("- id: G1", "- id: S1");
        Issue issue =
                assertOnly(
                        same.issues(),
                        "DUPLICATE_INDICATOR",
                        same.text()
                                .substring(0, same.text().lastIndexOf("- id: S1"))
                                .split("\n", -1)
                                .length);
        assertThat(issue.message().en()).contains("line " + same.lineOf("- id: S1"));

        assertThat(small.with("- id: G1", "- id: s1").issues())
                .extracting(Issue::code)
                .containsExactly("DUPLICATE_INDICATOR");
    }

    @Test
    void refusesTwoIndicatorsWithOneConcept() {
        AgreementText text = small.with("concept: sales", "concept: steps");

        assertThat(text.issues()).extracting(Issue::code).containsExactly("DUPLICATE_CONCEPT");
    }

    @Test
    void refusesTwoMeasuresWithOneId() {
        AgreementText text =
                small.with("id: plan_told, kind", "id: plan_made, kind")
                        .with("{done: plan_told}", "{done: plan_made}");

        assertOnly(
                text.issues(),
                "DUPLICATE_MEASURE",
                text.lineOf("{id: plan_made, kind: done, name: {th: สื่อสารแผน"));
    }

    @Test
    void refusesTwoUnitsWithOneId() {
        AgreementText text =
                new AgreementText(
                        small.with("- id: two", "- id: one")
                                .text()
                                .replace("unit: two", "unit: one"));

        assertThat(text.issues()).extracting(Issue::code).containsExactly("DUPLICATE_UNIT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ไม่น้อยกว่าร้อยละ ๗๐ | ''",
                "ไม่น้อยกว่าร้อยละ ๗๕ | ≥ 75",
                "มากกว่าร้อยละ ๗๐ | > 70",
                // What is left open is not held against the condition.
                "ร้อยละ ๗๕ | ''",
                "ไม่น้อยกว่าร้อยละ ๗๐ หรือได้รับรางวัล | ''"
            })
    void warnsWhereTheTextOfALevelSaysAnotherNumber(String words, String said) {
        String level = "{level: 1, text: {th: %s, en: 70 percent}, conditions: [{measure: spent";
        AgreementText text = small.with(level.formatted("ร้อยละ ๗๐"), level.formatted(words));

        assertThat(text.read().agreement()).isPresent();
        assertThat(text.issues())
                .filteredOn(issue -> issue.code().equals("TEXT_SAYS_OTHERWISE"))
                .extracting(Issue::severity, Issue::line, issue -> issue.message().en())
                .isEqualTo(
                        said.isEmpty()
                                ? List.of()
                                : List.of(
                                        tuple(
                                                Severity.WARNING,
                                                text.lineOf(level.formatted(words)),
                                                "The text of this level reads as "
                                                        + said
                                                        + ", but its condition is ≥ 70. Correct one of the"
                                                        + " two, or give the level the basis “assumed”.")));
    }

    @Test
    void leavesTheTextOfAnAssumedLevelAlone() {
        AgreementText text =
                small.with("ร้อยละ ๗๐, en: 70 percent", "ไม่น้อยกว่าร้อยละ ๗๕, en: 70 percent")
                        .with(
                                "conditions: [{measure: spent, atLeast: 70}], basis: stated",
                                "conditions: [{measure: spent, atLeast: 70}], basis: assumed");

        assertThat(text.issues()).isEmpty();
    }

    private AgreementText withStages(String... stages) {
        return small.with("format: 1", "format: 2")
                .with("section: team", "section: team\n    name: {th: ก}")
                .with("section: individual", "section: individual\n    name: {th: ข}")
                .with(
                        LINEAR,
                        LINEAR
                                + "\n        stages:\n"
                                + Stream.of(stages)
                                        .map("          - %s"::formatted)
                                        .collect(Collectors.joining("\n")));
    }

    @Test
    void readsTargetsThatGrowWithinTheRound() {
        AgreementText text =
                withStages(
                        "{until: ๓๐ พฤศจิกายน ๒๕๖๕, targets: [๑๐, 15, 20, 25, 30]}",
                        "{until: 2022-12-31, targets: [50, 55, 60, 65, 70]}");

        assertThat(text.agreement().indicators().findFirst().orElseThrow().stages())
                .extracting(Stage::until, stage -> stage.targets().getFirst().toPlainString())
                .containsExactly(
                        tuple(LocalDate.of(2022, 11, 30), "10"),
                        tuple(LocalDate.of(2022, 12, 31), "50"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{until: 2022-09-30, targets: [10, 15, 20, 25, 30]} | STAGE_OUTSIDE_ROUND",
                "{until: 2023-03-31, targets: [10, 15, 20, 25, 30]} | STAGE_OUTSIDE_ROUND",
                "{until: 2022-12-31, targets: [10, 15, 20, 25]} | DISTRICT_TERMS_COUNT",
                "{until: 2022-12-31, targets: [10, 15, 20, 30, 25]} | DISTRICT_TARGETS_NOT_ALIKE",
                "{until: 2022-12-31, targets: [10, 15, 20, 25, 101]} | CONDITION_IMPOSSIBLE",
                "{until: 2022-12-31} | MISSING_FIELD",
                "{until: 2022-12-31, targets: [10, 15, 20, 25, x]} | NOT_A_NUMBER",
                "{until: soon, targets: [10, 15, 20, 25, 30]} | NOT_A_DATE",
                "{until: 2022-12-31, targets: [1, 2, 3, 4, 5], of: 1} | UNKNOWN_FIELD"
            })
    void refusesStagesThatCannotHold(String stage, String code) {
        AgreementText text = withStages(stage);

        assertThat(text.read().agreement()).isEmpty();
        assertThat(text.issues())
                .extracting(Issue::code, Issue::line)
                .contains(tuple(code, text.lineOf(stage)));
    }

    @Test
    void refusesStagesThatDoNotFollowEachOther() {
        String second = "{until: 2022-11-30, targets: [50, 55, 60, 65, 70]}";
        AgreementText text =
                withStages("{until: 2022-12-31, targets: [10, 15, 20, 25, 30]}", second);

        assertThat(text.issues())
                .extracting(Issue::code, Issue::line)
                .containsExactly(tuple("STAGES_NOT_IN_ORDER", text.lineOf(second)));
    }

    @Test
    void refusesStagesBesideTargetsOfADistrict() {
        String stage = "{until: 2022-12-31, targets: [10, 15, 20, 25, 30]}";
        AgreementText text =
                withStages(stage)
                        .with(
                                LINEAR,
                                LINEAR
                                        + "\n        districts: [{district: \"4301\", targets: [1, 2, 3, 4, 5]}]");

        assertThat(text.issues())
                .extracting(Issue::code, Issue::line)
                .containsExactly(tuple("STAGES_AND_DISTRICT_TARGETS", text.lineOf(stage)));
    }

    @Test
    void format1HasNoStages() {
        AgreementText text =
                small.with(
                        LINEAR,
                        LINEAR
                                + "\n        stages: [{until: 2022-12-31, targets: [10, 15, 20, 25, 30]}]");

        assertThat(text.issues()).extracting(Issue::code).contains("UNKNOWN_FIELD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit: [one, three] | UNKNOWN_UNIT | three",
                "unit: [one, two, one] | DUPLICATE_UNIT | one",
                "unit: [One] | NOT_AN_ID | One",
                "unit: [] | WRONG_TYPE | ''"
            })
    void refusesUnitsThatCannotAnswerTogether(String units, String code, String value) {
        AgreementText text =
                small.with("format: 1", "format: 2")
                        .with("section: team", "section: team\n    name: {th: ก}")
                        .with("section: individual", "section: individual\n    name: {th: ข}")
                        .with("unit: one", units);

        assertThat(text.issues())
                .extracting(Issue::code, Issue::line, Issue::value)
                .containsExactly(tuple(code, text.lineOf(units), value));
    }

    @Test
    void refusesTwoSectionsOfOneKind() {
        AgreementText text = small.with("- section: individual", "- section: team");

        assertOnly(text.issues(), "DUPLICATE_SECTION", text.lineOf("share: {value: 60") - 1);
    }

    @Test
    void refusesAnUnknownUnit() {
        AgreementText text = small.with("unit: one", "unit: three");

        Issue issue = assertOnly(text.issues(), "UNKNOWN_UNIT", text.lineOf("unit: three"));
        assertThat(issue.message().en()).contains("one, two");
    }

    // Sums.

    @Test
    void addsWeightsExactlyAndSaysTheSum() {
        AgreementText text = small.with("weight: 39.5", "weight: 39.500001");

        Issue issue = assertOnly(text.issues(), "WEIGHTS_NOT_100", text.lineOf("- section: team"));
        assertThat(issue.message().en()).contains("Team").contains("100.000001");
        assertThat(issue.message().th()).contains("รายทีม").contains("100.000001");
        assertThat(small.with("weight: 60.5", "weight: 60.50").issues()).isEmpty();
    }

    @Test
    void addsSharesExactlyAndSaysTheSum() {
        AgreementText text = small.with("share: {value: 60", "share: {value: 59.9");

        Issue issue = assertOnly(text.issues(), "SHARES_NOT_100", text.lineOf("sections:"));
        assertThat(issue.message().en()).contains("99.9");
    }

    // The round.

    @Test
    void refusesARoundThatEndsBeforeItStarts() {
        AgreementText text = small.with("lastDay: 2023-03-31", "lastDay: 2022-09-30");

        assertThat(text.issues())
                .filteredOn(i -> i.severity() == Severity.ERROR)
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.code()).isEqualTo("ROUND_ENDS_BEFORE_START");
                    assertThat(issue.line()).isEqualTo(text.lineOf("lastDay:"));
                });
    }

    @Test
    void warnsWhereTheDatesAreNotThoseOfTheFiscalHalfYear() {
        AgreementText text = small.with("lastDay: 2023-03-31", "lastDay: 2023-04-30");

        Issue issue = assertOnly(text.issues(), "ROUND_DATES_UNUSUAL", text.lineOf("firstDay:"));
        assertThat(issue.severity()).isEqualTo(Severity.WARNING);
        assertThat(issue.message().en()).contains("2022-10-01 to 2023-03-31");
        assertThat(text.read().agreement()).isPresent();
        assertThat(small.with("round: 2566-1", "round: 2566-2").issues().getFirst().message().en())
                .contains("2023-04-01 to 2023-09-30");
    }

    @Test
    void warnsOfASubmissionDayOutsideTheRound() {
        AgreementText text = small.with("submissionDay: 2023-03-03", "submissionDay: 2023-04-03");

        assertOnly(text.issues(), "SUBMISSION_OUTSIDE_ROUND", text.lineOf("submissionDay:"));
        assertThat(text.read().agreement()).isPresent();
    }

    // Measures.

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: date, | kind: date, of: {th: ฐาน, en: Base},",
                "kind: date, | kind: date, countedIn: {th: วัน, en: days, decimals: 0},",
                "kind: count, | kind: count, baselineDay: 2022-10-01,",
                "kind: count, | kind: count, receipt: evidence,",
            })
    void refusesAFieldThatTheKindOfTheMeasureDoesNotHave(String part, String replacement) {
        AgreementText text = small.with(part, replacement);

        assertOnly(text.issues(), "FIELD_NOT_FOR_KIND", text.lineOf(replacement));
    }

    @Test
    void evidenceIsReceivedOnOneDay() {
        AgreementText marked = small.with("kind: date,", "kind: date, receipt: evidence,");
        assertThat(
                        marked.agreement()
                                .indicator(IndicatorId.of("S2"))
                                .orElseThrow()
                                .evidenceReceipt())
                .hasValueSatisfying(
                        measure -> assertThat(measure.id()).isEqualTo(MeasureId.of("sent")));
        assertThat(small.agreement().indicators())
                .allSatisfy(indicator -> assertThat(indicator.evidenceReceipt()).isEmpty());

        AgreementText other = small.with("kind: date,", "kind: date, receipt: post,");
        assertOnly(other.issues(), "NOT_A_CHOICE", other.lineOf("receipt: post"));

        String again =
                "- {id: posted, kind: date, receipt: evidence, name: {th: วันส่ง, en: Posted}}";
        AgreementText twice =
                marked.with(
                        "        ladder: {value: cumulative",
                        "          " + again + "\n        ladder: {value: cumulative");
        Issue issue = assertOnly(twice.issues(), "DUPLICATE_RECEIPT", twice.lineOf(again));
        assertThat(issue.message().en())
                .contains("“posted”")
                .contains("on line " + twice.lineOf("{id: sent"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "of: {th: ฐาน, en: Base}, ",
                ", countedIn: {th: ช่องทาง, en: channels, decimals: 0}"
            })
    void missesAFieldThatTheKindOfTheMeasureHas(String part) {
        assertThat(small.with(part, "").issues())
                .extracting(Issue::code)
                .containsExactly("MISSING_FIELD");
    }

    @Test
    void warnsOfAMeasureThatNoLevelUses() {
        AgreementText text =
                small.with(
                                "{done: plan_told}",
                                "{done: plan_made}, {measure: channels, atLeast: 1}")
                        .with(
                                "{measure: channels, atLeast: 1}], basis: stated}\n          - {level: 4",
                                "{measure: channels, atLeast: 2}], basis: stated}\n          - {level: 4");

        Issue issue = assertOnly(text.issues(), "MEASURE_UNUSED", text.lineOf("{id: plan_told"));
        assertThat(issue.severity()).isEqualTo(Severity.WARNING);
        assertThat(text.read().agreement()).isPresent();
    }

    // Levels and conditions.

    @Test
    void namesAMissingLevel() {
        AgreementText text =
                small.with(
                        "          - {level: 2, text: {th: สื่อสารแผน, en: Told}, conditions: [{done: plan_told}], basis: stated}\n",
                        "");

        List<Issue> errors =
                text.issues().stream().filter(i -> i.severity() == Severity.ERROR).toList();
        assertThat(errors)
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.code()).isEqualTo("LEVEL_MISSING");
                    assertThat(issue.column()).isEqualTo("sections[team].indicators[S2].levels");
                    assertThat(issue.message().en()).contains("2");
                });
    }

    @Test
    void namesADoubledLevelAndTheOneThatIsThereforeMissing() {
        AgreementText text =
                small.with("{level: 2, text: {th: สื่อสารแผน", "{level: 1, text: {th: สื่อสารแผน");

        assertThat(text.issues())
                .extracting(Issue::code)
                .containsExactlyInAnyOrder("DUPLICATE_LEVEL", "LEVEL_MISSING");
    }

    @Test
    void wantsLevelsInOrder() {
        AgreementText text =
                small.with("{level: 2, text: {th: สื่อสารแผน", "{level: 9, text: {th: สื่อสารแผน")
                        .with(
                                "{level: 3, text: {th: หนึ่งช่องทาง",
                                "{level: 2, text: {th: หนึ่งช่องทาง")
                        .with(
                                "{level: 9, text: {th: สื่อสารแผน",
                                "{level: 3, text: {th: สื่อสารแผน");

        Issue issue =
                assertOnly(
                        text.issues(),
                        "LEVEL_OUT_OF_ORDER",
                        text.lineOf("{level: 2, text: {th: หนึ่งช่องทาง"));
        assertThat(issue.column()).isEqualTo("sections[team].indicators[S2].levels[2].level");
    }

    @Test
    void mentionsATextThatTheNationalSystemHasNoRoomFor() {
        AgreementText fits = small.with("th: ร้อยละ ๑๐,", "th: " + "ก".repeat(255) + ",");
        AgreementText text = small.with("th: ร้อยละ ๑๐,", "th: " + "ก".repeat(256) + ",");

        assertThat(fits.issues()).isEmpty();
        Issue issue =
                assertOnly(
                        text.issues(), "LEVEL_TEXT_LONG", text.lineOf("{level: 5, text: {th: กก"));
        assertThat(issue.severity()).isEqualTo(Severity.INFORMATION);
        assertThat(text.read().agreement()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{measure: channels}",
                "{atLeast: 3}",
                "{measure: channels, atLeast: 3, atMost: 5}",
                "{done: channels, measure: channels}",
                "{done: plan_made, doneBy: 2023-03-03}",
                "{doneBy: 2023-03-03}",
            })
    void refusesAConditionThatIsNotClear(String condition) {
        AgreementText text = small.with("{measure: channels, atLeast: 3}", condition);

        assertOnly(text.issues(), "CONDITION_UNCLEAR", text.lineOf("{level: 4, text: {th: สาม"));
    }

    @Test
    void refusesAConditionOnAMeasureThatTheIndicatorDoesNotHave() {
        AgreementText text =
                small.with("{measure: sales, atLeast: 9}", "{measure: spent, atLeast: 9}");

        Issue issue =
                assertOnly(
                        text.issues(),
                        "UNKNOWN_MEASURE",
                        text.lineOf("{measure: spent, atLeast: 9}"));
        assertThat(issue.column())
                .isEqualTo("sections[individual].indicators[G1].levels[4].conditions[1].measure");
        assertThat(issue.message().en()).contains("spent").contains("sales");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{done: channels}",
                "{doneBy: 2023-03-03, measure: plan_made}",
                "{done: sent}",
                "{measure: plan_made, equalTo: 1}",
                "{measure: sent, atLeast: 1}"
            })
    void refusesAConditionThatTheKindOfTheMeasureDoesNotTake(String condition) {
        AgreementText text = small.with("{measure: channels, atLeast: 3}", condition);

        assertThat(text.issues())
                .filteredOn(i -> i.severity() == Severity.ERROR)
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.code()).isEqualTo("CONDITION_NOT_FOR_KIND");
                    assertThat(issue.line()).isEqualTo(text.lineOf(condition));
                });
    }

    /** Results of a count are refused where they have decimals, so nothing may ask for some. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{measure: channels, atLeast: 3} | {measure: channels, atLeast: 2.5}",
                "en: channels, decimals: 0 | en: channels, decimals: 1"
            })
    void refusesACountThatIsToHaveDecimals(String part, String replacement) {
        AgreementText text = small.with(part, replacement);

        assertThat(text.issues())
                .filteredOn(i -> i.severity() == Severity.ERROR)
                .first()
                .satisfies(issue -> {
                    assertThat(issue.code()).isEqualTo("COUNT_WITH_DECIMALS");
                    assertThat(issue.line()).isEqualTo(text.lineOf(replacement));
                    assertThat(issue.message().en()).contains("channels").contains("whole number");
                });
        assertThat(
                        small.with(
                                        "{measure: channels, atLeast: 3}",
                                        "{measure: channels, atLeast: 3.0}")
                                .issues())
                .noneMatch(issue -> issue.severity() == Severity.ERROR);
    }

    // Files made to be expensive.

    @Test
    void listsTheFirstThousandFaultsAndCountsTheRest() {
        AgreementText text = small.with("parties:\n", "parties:\n" + "  - x\n".repeat(1_500));

        List<Issue> issues = text.issues();

        assertThat(issues).hasSize(AgreementIssues.MAX_LISTED + 1);
        assertThat(issues.getLast().code()).isEqualTo("MORE_ISSUES");
        assertThat(issues.getLast().message().en()).contains("500");
        assertThat(text.read().agreement()).isEmpty();
    }

    @Test
    void checksThousandsOfMeasuresInAMoment() {
        StringBuilder measures = new StringBuilder();
        StringBuilder conditions = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            measures.append(
                    String.format(
                            Locale.ROOT,
                            "          - {id: m%d, kind: done, name: {th: ก, en: a}}%n",
                            i));
            conditions.append(String.format(Locale.ROOT, "{done: m%d}, ", i));
        }
        AgreementText text =
                small.with("          - {id: plan_made", measures + "          - {id: plan_made")
                        .with("[{done: plan_made}]", "[" + conditions + "{done: plan_made}]");

        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThat(text.issues()).isEmpty());
    }

    // Every fault is explained.

    @Test
    void documentsEveryFault() throws IOException {
        String document = Files.readString(Path.of("../docs/agreement-format.md"));
        Set<String> documented =
                Pattern.compile("\\| `([A-Z0-9_]+)` \\|")
                        .matcher(document)
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented)
                .isEqualTo(
                        Arrays.stream(AgreementIssueCode.values())
                                .map(Enum::name)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Issue assertOnly(List<Issue> issues, String code, int line) {
        assertThat(issues)
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.code()).isEqualTo(code);
                    assertThat(issue.line()).isEqualTo(line);
                });
        return issues.getFirst();
    }
}
