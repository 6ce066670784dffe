package districtkpi.db.testing;

import districtkpi.db.agreement.AgreementFormat;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.domain.agreement.ResponsibleUnit;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.Rule;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.testing.AgreementBuilder;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.domain.testing.Levels;
import districtkpi.domain.testing.MeasureBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Small agreements whose whole document is a line such as {@code 2565-1 70}: the round, and the
 * percentage for level 1 of {@code T1}, each further level being 5 more. The true format belongs to
 * the importer.
 *
 * <p>Team: {@code T1.spending} (share, weight 70), {@code T2.plan} (done) and {@code T2.evidence}
 * (date), weight 30. Individual: {@code P1.channels} (count, weight 30), {@code P2.sales} (growth,
 * weight 40), {@code P3.debt} (reduction, weight 30). An indicator of weight 30 that does not apply
 * leaves sevenths to the others.
 */
public final class TestAgreements implements AgreementFormat {

    private static final UnitId UNIT = UnitId.of("coordination");
    private static final LocalizedText GROUP = new LocalizedText("กลุ่ม", "Group");
    private static final MeasureUnit BAHT = new MeasureUnit(new LocalizedText("บาท", "baht"), 2);

    @Override
    public Agreement read(String document) {
        String[] words = document.split(" ", -1);
        return agreement(RoundId.parse(words[0]), Integer.parseInt(words[1]));
    }

    private static Agreement agreement(RoundId round, int levelOne) {
        return AgreementBuilder.agreement(round.toString())
                .title(new LocalizedText("บันทึกข้อตกลง", "Agreement"))
                .parties(new LocalizedText("พัฒนาการจังหวัด", "Provincial chief"))
                .units(new ResponsibleUnit(UNIT, GROUP, GROUP))
                .belowLevelOne(BelowLevelOne.ZERO, Basis.STATED)
                .sections(
                        List.of(
                                section(
                                        SectionId.TEAM,
                                        indicator(
                                                "T1",
                                                70,
                                                List.of(measure("spending", MeasureKind.SHARE)),
                                                thresholds("spending", levelOne, 5)),
                                        indicator(
                                                "T2",
                                                30,
                                                List.of(
                                                        measure("plan", MeasureKind.DONE),
                                                        measure("evidence", MeasureKind.DATE)),
                                                steps(round.firstDay()))),
                                section(
                                        SectionId.INDIVIDUAL,
                                        indicator(
                                                "P1",
                                                30,
                                                List.of(measure("channels", MeasureKind.COUNT)),
                                                thresholds("channels", 1, 1)),
                                        indicator(
                                                "P2",
                                                40,
                                                List.of(measure("sales", MeasureKind.GROWTH)),
                                                thresholds("sales", 11, 1)),
                                        indicator(
                                                "P3",
                                                30,
                                                List.of(measure("debt", MeasureKind.REDUCTION)),
                                                thresholds("debt", 0, 5)))))
                .build();
    }

    private static SectionTerms section(SectionId section, Indicator... indicators) {
        return new SectionTerms(
                section,
                AgreementBuilder.text(section.value()),
                new Rule<>(new BigDecimal(50), Basis.STATED),
                List.of(indicators));
    }

    private static Indicator indicator(
            String id, int weight, List<Measure> measures, List<Level> levels) {
        return IndicatorBuilder.indicator(id)
                .concept("concept_of_" + id.toLowerCase(Locale.ROOT))
                .name(new LocalizedText("ตัวชี้วัด", "Indicator"))
                .weight(String.valueOf(weight))
                .units(UNIT)
                .measures(measures)
                .ladder(Ladder.HIGHEST, Basis.STATED)
                .interpolation(Interpolation.NONE, Basis.STATED)
                .levels(levels)
                .build();
    }

    private static Measure measure(String id, MeasureKind kind) {
        LocalizedText name = new LocalizedText("ตัวแปร", "Measure");
        MeasureBuilder measure =
                MeasureBuilder.measure(id, kind).name(name).of(kind.isRatio() ? name : null);
        return kind.isNumeric() ? measure.unit(BAHT).build() : measure.build();
    }

    private static List<Level> thresholds(String measure, int first, int step) {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(number ->
                        level(
                                number,
                                new Condition.Comparison(
                                        MeasureId.of(measure),
                                        Operator.AT_LEAST,
                                        new BigDecimal(first + (number - 1) * step))))
                .toList();
    }

    /** Levels 1 to 4 for the plan, level 5 for evidence in time as well. */
    private static List<Level> steps(LocalDate firstDay) {
        Condition planned = new Condition.Done(MeasureId.of("plan"));
        Condition inTime = new Condition.DoneBy(MeasureId.of("evidence"), firstDay.plusMonths(5));
        return IntStream.rangeClosed(1, 5)
                .mapToObj(number -> number < 5 ? level(number, planned) : level(5, planned, inTime))
                .toList();
    }

    private static Level level(int number, Condition... conditions) {
        return Levels.level(number, new LocalizedText("ระดับ", "Level"), List.of(conditions));
    }
}
