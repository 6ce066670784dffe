package districtkpi.importer.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.Note;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The agreement of 2565-1 against the tables of the letter that it was made from. */
class LetterTest {

    private static final String LETTER =
            AgreementText.resource("/districtkpi/importer/agreement/letter-2565-1.txt");
    private static final Pattern PART =
            Pattern.compile("ตัวชี้วัดที่ ([๐-๙]+)\\s+(.+)|<u>ระดับ ([๐-๙])</u>\\s+(.+)");

    private final Agreement agreement = AgreementText.shipped("2565-1").agreement();

    /** An indicator as the letter prints it. */
    private record Printed(String id, String name, int weight, String unit, List<String> levels) {}

    @Test
    void quotesEveryNameAndLevelVerbatim() {
        List<Printed> printed = printed();
        List<Indicator> indicators = agreement.indicators().toList();

        assertThat(printed).hasSize(11);
        assertThat(printed.stream().mapToInt(p -> p.levels().size()).sum()).isEqualTo(55);
        assertThat(indicators)
                .extracting(i -> i.id().value())
                .containsExactlyElementsOf(printed.stream().map(Printed::id).toList());
        for (int i = 0; i < printed.size(); i++) {
            assertThat(indicators.get(i).name().th()).isEqualTo(printed.get(i).name());
            assertThat(indicators.get(i).levels())
                    .extracting(level -> level.text().th())
                    .containsExactlyElementsOf(printed.get(i).levels());
        }
    }

    @Test
    void hasTheWeightsAndUnitsOfTheLetter() {
        List<Printed> printed = printed();
        List<Indicator> indicators = agreement.indicators().toList();

        for (int i = 0; i < printed.size(); i++) {
            assertThat(indicators.get(i).weight())
                    .isEqualByComparingTo(BigDecimal.valueOf(printed.get(i).weight()));
            assertThat(agreement.units(indicators.get(i)).getFirst().shortName().th())
                    .isEqualTo(printed.get(i).unit());
        }
    }

    @Test
    void isReadWithoutErrorOrWarning() {
        assertThat(AgreementText.shipped("2565-1").issues())
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.code()).isEqualTo("LEVEL_TEXT_LONG");
                    assertThat(issue.column())
                            .isEqualTo("sections[individual].indicators[P3].levels[4]");
                    assertThat(issue.message().en()).contains("259");
                });
    }

    @Test
    void readsEachOperatorAsTheTextSaysIt() {
        Map<Condition.Operator, Integer> counts = new LinkedHashMap<>();
        for (Indicator indicator : agreement.indicators().toList()) {
            for (Level level : indicator.levels()) {
                for (Condition condition : level.conditions()) {
                    if (condition instanceof Condition.Comparison comparison) {
                        assertOperatorStands(level.text().th(), comparison);
                        counts.merge(comparison.operator(), 1, Integer::sum);
                    }
                }
            }
        }
        // 24 of "ไม่น้อยกว่า", 1 of "อย่างน้อย", 7 without a word of comparison.
        assertThat(counts)
                .containsEntry(Condition.Operator.MORE_THAN, 9)
                .containsEntry(Condition.Operator.LESS_THAN, 1)
                .containsEntry(Condition.Operator.EQUAL_TO, 1)
                .containsEntry(Condition.Operator.AT_LEAST, 24 + 1 + 7);
    }

    private static void assertOperatorStands(String text, Condition.Comparison comparison) {
        String number = thaiDigits(comparison.threshold());
        switch (comparison.operator()) {
            case MORE_THAN -> assertThat(text).contains("มากกว่าร้อยละ " + number);
            case LESS_THAN -> assertThat(text).isEqualTo("น้อยกว่าร้อยละ " + number);
            case EQUAL_TO -> assertThat(text).contains("ครั้งที่ ๑ ร้อยละ " + number);
            case AT_MOST -> throw new AssertionError("The letter sets no upper bound");
            case AT_LEAST ->
                    assertThat(text)
                            .containsAnyOf(
                                    "ไม่น้อยกว่าร้อยละ " + number,
                                    "อย่างน้อย " + number,
                                    "ได้เท่าเดิม",
                                    "ลดลงได้ร้อยละ " + number,
                                    "ร้อยละ " + number + " ของครัวเรือนเป้าหมาย",
                                    "จำนวน " + number + " แห่ง");
        }
    }

    @Test
    void marksWhatTheWordsLeaveOpenAsAssumed() {
        assertThat(assumed())
                .containsExactly(
                        "P2.5", "P3.5", "P4.3", "P4.4", "P4.5", "P5.3", "P5.4", "P5.5", "P8.1",
                        "P8.2", "P8.3", "P8.4", "P8.5");
        assertThat(agreement.belowLevelOne().basis()).isEqualTo(Basis.ASSUMED);
        assertThat(agreement.sections()).allMatch(s -> s.share().basis() == Basis.ASSUMED);
        assertThat(agreement.indicators())
                .allMatch(i ->
                        i.ladder().basis() == Basis.ASSUMED
                                && i.interpolation().basis() == Basis.ASSUMED);
        assertThat(agreement.notes()).extracting(Note::kind).contains(Note.Kind.ASSUMPTION);
    }

    private List<String> assumed() {
        return agreement
                .indicators()
                .flatMap(indicator ->
                        indicator.levels().stream()
                                .filter(level -> level.basis() == Basis.ASSUMED)
                                .map(level -> indicator.id() + "." + level.number()))
                .toList();
    }

    @Test
    void readsTheLevelsThatAreEasyToGetWrong() {
        assertThat(reading("T2", 5)).isEqualTo("activities_achieved > 95");
        assertThat(reading("T3", 5)).isEqualTo("evidence_received by 2022-03-04");
        assertThat(reading("P2", 5)).isEqualTo("new_centres ≥ 1, existing_centres_driven");
        assertThat(reading("P3", 3)).isEqualTo("activities_recorded > 80, villages_reported ≥ 90");
        assertThat(reading("P3", 4)).isEqualTo("activities_recorded ≥ 85, villages_reported ≥ 95");
        assertThat(reading("P3", 5)).isEqualTo("activities_recorded > 90, villages_reported = 100");
        assertThat(reading("P4", 3)).isEqualTo("overdue_debt ≥ 0");
        assertThat(reading("P7", 4)).isEqualTo("channels ≥ 2");
        assertThat(reading("P8", 1)).isEqualTo("otop_sales < 7");
    }

    private String reading(String indicator, int level) {
        return String.join(
                ", ",
                agreement
                        .indicator(IndicatorId.of(indicator))
                        .orElseThrow()
                        .level(level)
                        .conditions()
                        .stream()
                        .map(condition ->
                                switch (condition) {
                                    case Condition.Comparison c ->
                                            c.measure()
                                                    + " "
                                                    + c.operator().symbol()
                                                    + " "
                                                    + c.threshold();
                                    case Condition.Done done -> done.measure().value();
                                    case Condition.DoneBy by ->
                                            by.measure() + " by " + by.deadline();
                                })
                        .toList());
    }

    @Test
    void usesTheLaddersThatWereAssumed() {
        assertThat(agreement.indicators().map(i -> i.id() + " " + i.ladder().value().key()))
                .containsExactly(
                        "T1 highest",
                        "T2 highest",
                        "T3 cumulative",
                        "P1 highest",
                        "P2 cumulative",
                        "P3 highest",
                        "P4 cumulative",
                        "P5 cumulative",
                        "P6 highest",
                        "P7 cumulative",
                        "P8 highest");
    }

    @Test
    void hasTheMeasuresThatResultsFilesName() {
        assertThat(
                        agreement
                                .indicators()
                                .flatMap(i ->
                                        i.measures().stream()
                                                .map(m -> i.key(m.id()) + " " + m.kind().key())))
                .containsExactly(
                        "T1.spending share",
                        "T2.activities_achieved share",
                        "T3.officer_assigned done",
                        "T3.self_assessed done",
                        "T3.plan_approved done",
                        "T3.plan_communicated done",
                        "T3.evidence_received date",
                        "P1.households_developed share",
                        "P2.centre_database done",
                        "P2.support_plan done",
                        "P2.target_area done",
                        "P2.centre_established done",
                        "P2.new_centres count",
                        "P2.existing_centres_driven done",
                        "P3.activities_recorded share",
                        "P3.villages_reported share",
                        "P4.debtor_register done",
                        "P4.debt_plan done",
                        "P4.overdue_debt reduction",
                        "P5.target_database done",
                        "P5.action_plan done",
                        "P5.households_trained share",
                        "P6.online_sales growth",
                        "P7.working_group done",
                        "P7.data_recorded done",
                        "P7.literacy_meeting done",
                        "P7.channels count",
                        "P7.report_presented done",
                        "P8.otop_sales growth");
        Measure debt = agreement.indicator(IndicatorId.of("P4")).orElseThrow().measures().getLast();
        assertThat(debt.kind()).isEqualTo(MeasureKind.REDUCTION);
        assertThat(debt.baseline()).contains(LocalDate.of(2021, 10, 1));
    }

    @Test
    void notesTheOdditiesOfTheLetter() {
        assertThat(notes("T2")).contains("มากกว่า").contains("แผนการใช้จ่าย");
        assertThat(notes("P2")).contains("คณะกรรมการพัฒนาชุมชน").contains("กรมการพัฒนาชุมชน");
        assertThat(notes("P3")).contains("ความสุขมวลรวม").contains("ร้อยละ ๘๕ พอดี");
        assertThat(notes("P4")).contains("สกล.").contains("สกส.").contains("เท่าเดิม");
        assertThat(notes("P6")).contains("ช่วงฐาน");
        assertThat(notes("P8")).contains("ช่วงฐาน").contains("น้อยกว่า");
        for (String indicator : List.of("T1", "T2", "P1")) {
            assertThat(notes(indicator)).as(indicator).contains("หนังสือไม่ได้");
        }
    }

    private String notes(String id) {
        Indicator indicator = agreement.indicator(IndicatorId.of(id)).orElseThrow();
        List<Note> notes = new ArrayList<>(indicator.notes());
        indicator.levels().forEach(level -> notes.addAll(level.notes()));
        return String.join("\n", notes.stream().map(note -> note.text().th()).toList());
    }

    /** Reads the tables of the letter, which repeat their head and split P3 over two pages. */
    private static List<Printed> printed() {
        List<Printed> indicators = new ArrayList<>();
        String section = "";
        for (String row : LETTER.lines().toList()) {
            if (row.startsWith("ตัวชี้วัดรายทีม")) {
                section = "T";
            } else if (row.startsWith("ตัวชี้วัดรายบุคคล")) {
                section = "P";
            }
            String[] cells = row.split("\t", -1);
            for (String part : row.replace("<p>", "").replace("\t", " ").split("</p>", -1)) {
                Matcher matcher = PART.matcher(withoutTrailingCells(part.strip(), cells));
                if (!matcher.matches()) {
                    continue;
                }
                if (matcher.group(1) != null) {
                    indicators.add(
                            new Printed(
                                    section + arabic(matcher.group(1)),
                                    matcher.group(2).strip(),
                                    Integer.parseInt(arabic(cells[cells.length - 2].strip())),
                                    cells[cells.length - 1].replace(" ", ""),
                                    new ArrayList<>()));
                } else {
                    List<String> levels = indicators.getLast().levels();
                    assertThat(arabic(matcher.group(3)))
                            .isEqualTo(String.valueOf(levels.size() + 1));
                    levels.add(matcher.group(4).strip());
                }
            }
        }
        return indicators;
    }

    /** The weight and the unit stand behind the name in the same row. */
    private static String withoutTrailingCells(String part, String[] cells) {
        String tail =
                cells.length < 2
                        ? ""
                        : (cells[cells.length - 2] + " " + cells[cells.length - 1]).strip();
        return !tail.isEmpty() && part.endsWith(tail)
                ? part.substring(0, part.length() - tail.length()).strip()
                : part;
    }

    private static String arabic(String thai) {
        StringBuilder digits = new StringBuilder();
        thai.chars().forEach(c -> digits.append(c - '๐'));
        return digits.toString();
    }

    private static String thaiDigits(BigDecimal number) {
        StringBuilder digits = new StringBuilder();
        number.toPlainString().chars().forEach(c -> digits.append((char) ('๐' + c - '0')));
        return digits.toString();
    }
}
