package districtkpi.importer.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.importer.agreement.PrintedReading.Finding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Machine readings proposed from the texts of levels. */
class PrintedConditionReaderTest {

    private static final Measure SHARE =
            measure("villages", MeasureKind.SHARE, "หมู่บ้านที่รายงาน");

    @ParameterizedTest
    @CsvSource({
        "2564-1, 42, 41, 13, 12",
        "2564-2, 42, 42, 13, 12",
        "2565-1, 42, 42, 13, 12",
        "2565-2, 42, 41, 13, 12",
    })
    void readsTheLevelsOfTheShippedAgreements(
            String round, int stated, int sure, int assumed, int assumedRight) {
        List<String> otherwise = new ArrayList<>();
        int statedRead = 0;
        int sureRead = 0;
        int assumedFound = 0;
        int assumedRead = 0;
        for (Indicator indicator : AgreementText.shipped(round).agreement().indicators().toList()) {
            for (Level level : indicator.levels()) {
                PrintedReading read =
                        PrintedConditionReader.propose(level.text().th(), indicator.measures());
                boolean right = read.isComplete() && conditions(read).equals(level.conditions());
                if (level.basis() == Basis.ASSUMED) {
                    assumedFound++;
                    assumedRead += right ? 1 : 0;
                } else if (right) {
                    statedRead++;
                    sureRead += read.isSure() ? 1 : 0;
                } else {
                    otherwise.add(indicator.id() + "/" + level.number() + ": " + read);
                }
            }
        }
        assertThat(otherwise).isEmpty();
        assertThat(List.of(statedRead, sureRead, assumedFound, assumedRead))
                .containsExactly(stated, sure, assumed, assumedRight);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2564-1", "2564-2", "2565-1", "2565-2"})
    void isSureOfNoEnglishTextThatItReadsOtherwise(String round) {
        List<String> wrong = new ArrayList<>();
        int right = 0;
        for (Indicator indicator : AgreementText.shipped(round).agreement().indicators().toList()) {
            for (Level level : indicator.levels()) {
                PrintedReading read =
                        PrintedConditionReader.propose(level.text().en(), indicator.measures());
                boolean equal = conditions(read).equals(level.conditions());
                right += equal ? 1 : 0;
                if (read.isSure() && !equal) {
                    wrong.add(indicator.id() + "/" + level.number() + ": " + read);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(right).isEqualTo(51);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ไม่น้อยกว่าร้อยละ ๘๐, AT_LEAST, 80",
        "ไม่ต่ำกว่าร้อยละ ๘๐.๕๐, AT_LEAST, 80.50",
        "มากกว่าร้อยละ ๗๐, MORE_THAN, 70",
        "เกินกว่าร้อยละ ๗๐, MORE_THAN, 70",
        "ไม่เกินร้อยละ ๕, AT_MOST, 5",
        "ไม่มากกว่าร้อยละ ๕, AT_MOST, 5",
        "น้อยกว่าร้อยละ ๗, LESS_THAN, 7",
        "ต่ำกว่าร้อยละ ๗, LESS_THAN, 7",
        "ตั้งแต่ร้อยละ ๘๐ ขึ้นไป, AT_LEAST, 80",
        "ร้อยละ ๘๐ ขึ้นไป, AT_LEAST, 80",
        "เท่ากับร้อยละ ๑๐๐, EQUAL_TO, 100",
        "มากกว่าหรือเท่ากับ ๘๐ %, AT_LEAST, 80",
        "at least 80 percent, AT_LEAST, 80",
        "more than 70%, MORE_THAN, 70",
        "no more than 5 percent, AT_MOST, 5",
        "less than 7 percent, LESS_THAN, 7",
    })
    void readsAComparison(String text, Condition.Operator operator, BigDecimal number) {
        PrintedReading read = PrintedConditionReader.propose(text, List.of(SHARE));

        assertThat(read.isSure()).isTrue();
        assertThat(conditions(read))
                .containsExactly(new Condition.Comparison(SHARE.id(), operator, number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ร้อยละ ๖๐ - ๖๙.๙๙",
                "ร้อยละ ๖๐ – ๖๙.๙๙",
                "๖๐ ถึง ๖๙.๙๙",
                "60 to 69.99 percent"
            })
    void readsARange(String text) {
        PrintedReading read = PrintedConditionReader.propose(text, List.of(SHARE));

        assertThat(read.isSure()).isTrue();
        assertThat(read.conditions())
                .containsExactly(
                        new PrintedCondition.Range(
                                SHARE.id(), new BigDecimal("60"), new BigDecimal("69.99")));
    }

    @ParameterizedTest
    @CsvSource({
        "ร้อยละ ๘๐, OPERATOR_ASSUMED, 1",
        "ไม่เท่ากับร้อยละ ๘๐, UNREADABLE, 0",
        "ร้อยละ ๗๐ - ๖๐, UNREADABLE, 0",
        "ไม่น้อยกว่าร้อยละ ๘๐ หรือดีเด่น, UNREADABLE, 0",
        "ภายในวันที่ ๔ มีนาคม ๒๕๖๕, NO_MEASURE, 0",
        "จัดทำแผนแล้ว, NO_MEASURE, 0",
        "รายงานไม่น้อยกว่า ๓ หมู่บ้าน, NO_MEASURE, 0",
        "มากกว่าร้อยละ ๖๐ - ๗๐, UNREADABLE, 0",
        "ยังไม่ได้จัดทำแผน, UNREADABLE, 0",
        "ก่อนวันที่ ๔ มีนาคม ๒๕๖๕, UNREADABLE, 0",
        "ไม่น้อยกว่าร้อยละ 1111111111222222222233333333334, UNREADABLE, 0",
        "เพิ่มขึ้นไม่น้อยกว่าร้อยละ ๘๐, MEASURE_ASSUMED, 1",
    })
    void saysWhyItIsNotSure(String text, Finding finding, int candidates) {
        PrintedReading read = PrintedConditionReader.propose(text, List.of(SHARE));

        assertThat(read.isSure()).isFalse();
        assertThat(read.parts())
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.finding()).isEqualTo(finding);
                    assertThat(part.candidates()).hasSize(candidates);
                });
    }

    @Test
    void givesAllMeasuresThatATextFitsAlike() {
        Measure other = measure("districts", MeasureKind.SHARE, "อำเภอที่รายงาน");

        PrintedReading read =
                PrintedConditionReader.propose("ไม่น้อยกว่าร้อยละ ๘๐", List.of(SHARE, other));

        assertThat(read.conditions()).isEmpty();
        assertThat(read.parts())
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.finding()).isEqualTo(Finding.SEVERAL_MEASURES);
                    assertThat(part.candidates()).hasSize(2);
                });
    }

    @Test
    void readsADeadlineAndStepsWithoutANumber() {
        Measure plan = measure("plan", MeasureKind.DONE, "จัดทำแผนแล้ว");
        Measure day = measure("received", MeasureKind.DATE, "วันที่ได้รับหลักฐาน");

        assertThat(
                        conditions(
                                PrintedConditionReader.propose(
                                        "ส่งหลักฐาน ภายในวันที่ ๔ มีนาคม ๒๕๖๕",
                                        List.of(plan, day))))
                .containsExactly(new Condition.DoneBy(day.id(), LocalDate.of(2022, 3, 4)));
        assertThat(
                        conditions(
                                PrintedConditionReader.propose(
                                        "อำเภอจัดทำแผน ปี ๒๕๖๕", List.of(plan, day))))
                .containsExactly(new Condition.Done(plan.id()));
    }

    @Test
    void readsAllVillagesAsAWhole() {
        PrintedReading read =
                PrintedConditionReader.propose("รายงานครบทุกหมู่บ้าน", List.of(SHARE));

        assertThat(read.isSure()).isTrue();
        assertThat(conditions(read))
                .containsExactly(
                        new Condition.Comparison(
                                SHARE.id(), Condition.Operator.AT_LEAST, BigDecimal.valueOf(100)));
    }

    @Test
    void saysWhichNumbersItLeftUnread() {
        PrintedReading read =
                PrintedConditionReader.propose(
                        "หมู่บ้านที่รายงานไม่น้อยกว่าร้อยละ ๘๐ ใน ๓ อำเภอ", List.of(SHARE));

        assertThat(read.isSure()).isFalse();
        assertThat(read.unread()).containsExactly("3");
    }

    @Test
    void doesNotTakeAFallForARise() {
        Measure growth = measure("income", MeasureKind.GROWTH, "รายได้");
        Measure reduction = measure("debt", MeasureKind.REDUCTION, "หนี้");

        assertThat(
                        PrintedConditionReader.propose("ลดลงร้อยละ ๕", List.of(growth, reduction))
                                .conditions())
                .extracting(PrintedCondition::measure)
                .containsExactly(reduction.id());
        assertThat(
                        PrintedConditionReader.propose(
                                        "เพิ่มขึ้นร้อยละ ๕", List.of(growth, reduction))
                                .conditions())
                .extracting(PrintedCondition::measure)
                .containsExactly(growth.id());
    }

    private static List<Condition> conditions(PrintedReading read) {
        return read.conditions().stream()
                .map(printed -> ((PrintedCondition.Plain) printed).condition())
                .toList();
    }

    private static Measure measure(String id, MeasureKind kind, String name) {
        LocalizedText text = new LocalizedText(name, id);
        return new Measure(
                MeasureId.of(id),
                kind,
                text,
                kind.isRatio() ? text : null,
                kind.isNumeric() ? new MeasureUnit(text, 0) : null,
                null,
                false,
                false);
    }
}
