package districtkpi.domain.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.testing.AgreementBuilder;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.domain.testing.Levels;
import districtkpi.domain.testing.MeasureBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {

    private static final LocalizedText TEXT = new LocalizedText("ข้อความ", "text");
    private static final LocalDate FIRST = LocalDate.of(2021, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2022, 3, 31);
    private static final MeasureId SPENDING = MeasureId.of("spending");

    @Test
    void findsItsParts() {
        Agreement agreement = agreement(LAST);

        assertThat(agreement.indicators())
                .extracting(Indicator::id)
                .containsExactly(IndicatorId.of("T1"), IndicatorId.of("P1"));
        assertThat(agreement.indicator(IndicatorId.of("P1"))).isPresent();
        assertThat(agreement.indicator(IndicatorId.of("P2"))).isEmpty();
        assertThat(agreement.sectionOf(IndicatorId.of("P1"))).isEqualTo(SectionId.INDIVIDUAL);
        assertThat(agreement.measure(new MeasureKey(IndicatorId.of("T1"), SPENDING)))
                .contains(share());
        assertThat(agreement.measure(new MeasureKey(IndicatorId.of("T1"), MeasureId.of("income"))))
                .isEmpty();
        assertThat(agreement.unit(UnitId.of("unit")).name()).isEqualTo(TEXT);
        assertThat(agreement.submission()).isEmpty();
    }

    @Test
    void saysWhatItDoesNotKnow() {
        Agreement agreement = agreement(LAST);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> agreement.sectionOf(IndicatorId.of("Z9")))
                .withMessage("No indicator Z9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> agreement.unit(UnitId.of("other")))
                .withMessage("No responsible unit other");
    }

    @Test
    void doesNotEndBeforeItStarts() {
        assertThat(agreement(FIRST).lastDay()).isEqualTo(FIRST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> agreement(FIRST.minusDays(1)))
                .withMessage("Round 2565-1 ends before it starts");
    }

    @Test
    void anIndicatorHasAWeightMeasuresAndFiveLevelsInOrder() {
        assertThat(indicator("T1", "0.01", List.of(share()), levels()).level(3).number())
                .isEqualTo(3);
        assertThat(indicator("T1", "0.01", List.of(share()), levels()).isWatchedOnly()).isFalse();
        assertThat(indicator("T1", "0.00", List.of(share()), levels()).isWatchedOnly()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> indicator("T1", "-1", List.of(share()), levels()))
                .withMessage("Indicator T1 needs a weight of 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> indicator("T1", "40", List.of(), levels()))
                .withMessage("Indicator T1 measures nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> indicator("T1", "40", List.of(share()), List.of()))
                .withMessage("Indicator T1 needs 1 to 10 levels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> indicator("T1", "40", List.of(share()), levels().reversed()))
                .withMessage("Indicator T1: levels are given from 1 upwards");
    }

    @Test
    void aLevelIsOneToTenIsWorthSomethingAndAsksSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> level(0));
        assertThatIllegalArgumentException().isThrownBy(() -> level(11));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Levels.worth(List.of(level(1)), "0"))
                .withMessage("Level 1 needs a score above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        indicator(
                                "T1",
                                "40",
                                List.of(share()),
                                Levels.worth(levels(), "1", "2", "2", "3", "4")))
                .withMessage("Indicator T1: level 3 is worth no more than the last");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Level(2, BigDecimal.TWO, TEXT, List.of(), Basis.STATED, List.of()))
                .withMessage("Level 2 has no condition");
    }

    @Test
    void listsOfAnAgreementDoNotChangeAfterwards() {
        List<Level> levels = new ArrayList<>(levels());
        Indicator indicator = indicator("T1", "40", List.of(share()), levels);

        levels.clear();

        assertThat(indicator.levels()).hasSize(5);
    }

    @Test
    void onlyRatiosAreComparedWithSomethingAndOnlyNumbersHaveAUnit() {
        MeasureUnit unit = new MeasureUnit(TEXT, 2);
        assertThat(share().comparedWith()).contains(TEXT);
        assertThat(measure(MeasureKind.COUNT, null, unit, null).countedIn()).contains(unit);
        assertThat(measure(MeasureKind.REDUCTION, TEXT, unit, FIRST).baseline()).contains(FIRST);
        assertThat(measure(MeasureKind.DATE, null, null, null).countedIn()).isEmpty();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> measure(MeasureKind.GROWTH, null, unit, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> measure(MeasureKind.COUNT, TEXT, unit, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> measure(MeasureKind.SHARE, TEXT, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> measure(MeasureKind.DONE, null, unit, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> measure(MeasureKind.COUNT, null, unit, FIRST))
                .withMessage("Measure spending of kind count: a baseline belongs to ratios");
    }

    @Test
    void onlyADayIsTheReceiptOfEvidenceAndOnlyOneOfAnIndicator() {
        Measure received = receipt("received", MeasureKind.DATE);
        assertThat(indicator("T3", "40", List.of(share(), received), levels()).evidenceReceipt())
                .contains(received);
        assertThat(indicator("T3", "40", List.of(share()), levels()).evidenceReceipt()).isEmpty();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> receipt("done", MeasureKind.DONE))
                .withMessage("Measure done of kind done: a receipt is a date");
        List<Measure> twice = List.of(received, receipt("again", MeasureKind.DATE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> indicator("T3", "40", twice, levels()))
                .withMessage("Indicator T3 receives its evidence on one day");
    }

    private static Measure receipt(String id, MeasureKind kind) {
        return MeasureBuilder.measure(id, kind).receipt().build();
    }

    @Test
    void aUnitHasUpToFourDecimals() {
        assertThat(new MeasureUnit(TEXT, 4).decimals()).isEqualTo(4);
        assertThatIllegalArgumentException().isThrownBy(() -> new MeasureUnit(TEXT, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new MeasureUnit(TEXT, -1));
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @CsvSource({
        "AT_LEAST,  false, true,  true,  ≥",
        "MORE_THAN, false, false, true,  >",
        "AT_MOST,   true,  true,  false, ≤",
        "LESS_THAN, true,  false, false, <",
        "EQUAL_TO,  false, true,  false, ="
    })
    void anOperatorHoldsBelowOnAndAboveTheThreshold(
            Operator operator, boolean below, boolean on, boolean above, String symbol) {
        assertThat(operator.holdsFor(-7)).isEqualTo(below);
        assertThat(operator.holdsFor(0)).isEqualTo(on);
        assertThat(operator.holdsFor(7)).isEqualTo(above);
        assertThat(operator.symbol()).isEqualTo(symbol);
    }

    private static Agreement agreement(LocalDate lastDay) {
        return AgreementBuilder.agreement("2565-1")
                .days(FIRST, lastDay)
                .parties(TEXT, TEXT)
                .units(new ResponsibleUnit(UnitId.of("unit"), TEXT, TEXT))
                .section(SectionId.TEAM, "50", indicator("T1", "100", List.of(share()), levels()))
                .section(
                        SectionId.INDIVIDUAL,
                        "50",
                        indicator("P1", "100", List.of(share()), levels()))
                .build();
    }

    private static Indicator indicator(
            String id, String weight, List<Measure> measures, List<Level> levels) {
        return IndicatorBuilder.indicator(id)
                .weight(weight)
                .measures(measures)
                .levels(levels)
                .build();
    }

    private static List<Level> levels() {
        return IntStream.rangeClosed(1, 5).mapToObj(AgreementTest::level).toList();
    }

    private static Level level(int number) {
        return Levels.level(number, Levels.conditions("spending >= " + number));
    }

    private static Measure share() {
        return measure(MeasureKind.SHARE, TEXT, new MeasureUnit(TEXT, 2), null);
    }

    private static Measure measure(
            MeasureKind kind,
            @Nullable LocalizedText ofName,
            @Nullable MeasureUnit unit,
            @Nullable LocalDate baseline) {
        return MeasureBuilder.measure("spending", kind)
                .name(TEXT)
                .of(ofName)
                .unit(unit)
                .baseline(baseline)
                .build();
    }
}
