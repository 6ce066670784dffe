package districtkpi.importer.result;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.testing.AgreementBuilder;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.domain.testing.Levels;
import districtkpi.domain.testing.MeasureBuilder;
import districtkpi.importer.table.TestDistricts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Two open rounds with the measures of the first one's agreement, and the nine districts. */
final class TestRounds {

    static final RoundId FIRST = RoundId.parse("2565-1");
    static final RoundId SECOND = RoundId.parse("2565-2");

    private static final MeasureUnit BAHT = new MeasureUnit(text("บาท", "baht"), 2);

    private TestRounds() {}

    /** The second one has no indicator T3. */
    static NavigableMap<RoundId, OpenRound> open() {
        NavigableMap<RoundId, OpenRound> open = new TreeMap<>();
        open.put(
                FIRST,
                round(FIRST, LocalDate.of(2021, 10, 1), LocalDate.of(2022, 3, 31), indicators()));
        open.put(
                SECOND,
                round(
                        SECOND,
                        LocalDate.of(2022, 4, 1),
                        LocalDate.of(2022, 9, 30),
                        indicators().stream()
                                .filter(indicator -> !indicator.id().value().equals("T3"))
                                .toList()));
        return open;
    }

    private static OpenRound round(
            RoundId id, LocalDate firstDay, LocalDate lastDay, List<Indicator> indicators) {
        return new OpenRound(
                AgreementBuilder.agreement(id.toString())
                        .title(text("บันทึกข้อตกลง", "Agreement"))
                        .days(firstDay, lastDay)
                        .units()
                        .section(SectionId.TEAM, "100", indicators.toArray(Indicator[]::new))
                        .build(),
                TestDistricts.NONG_KHAI);
    }

    private static List<Indicator> indicators() {
        return List.of(
                indicator(
                        "T1",
                        ratio(
                                MeasureKind.SHARE,
                                "spending",
                                BAHT,
                                "งบประมาณที่ได้รับจัดสรร",
                                "baht allocated")),
                indicator(
                        "T2",
                        ratio(
                                MeasureKind.SHARE,
                                "activities_achieved",
                                counted("กิจกรรม", "activities"),
                                "กิจกรรมตามแผน",
                                "activities planned")),
                indicator(
                        "T3",
                        done("officer_assigned"),
                        done("self_assessed"),
                        done("plan_approved"),
                        done("plan_communicated"),
                        measure(MeasureKind.DATE, "evidence_received")),
                indicator(
                        "P1",
                        ratio(
                                MeasureKind.SHARE,
                                "households_developed",
                                counted("ครัวเรือน", "households"),
                                "ครัวเรือนยากจนเป้าหมาย",
                                "target households")),
                indicator(
                        "P2",
                        done("centre_database"),
                        done("support_plan"),
                        done("target_area"),
                        done("centre_established"),
                        count("new_centres"),
                        done("existing_centres_driven")),
                indicator(
                        "P3",
                        ratio(
                                MeasureKind.SHARE,
                                "activities_recorded",
                                counted("กิจกรรม", "activities"),
                                "กิจกรรมที่ดำเนินการ",
                                "activities carried out"),
                        ratio(
                                MeasureKind.SHARE,
                                "villages_reported",
                                counted("หมู่บ้าน", "villages"),
                                "หมู่บ้านตามแผน",
                                "villages in the plan")),
                indicator(
                        "P4",
                        done("debtor_register"),
                        done("debt_plan"),
                        ratio(
                                MeasureKind.REDUCTION,
                                "overdue_debt",
                                BAHT,
                                "หนี้เกินกำหนด ณ 1 ตุลาคม 2564",
                                "baht overdue on 1 October 2564")),
                indicator(
                        "P5",
                        done("target_database"),
                        done("action_plan"),
                        ratio(
                                MeasureKind.SHARE,
                                "households_trained",
                                counted("ครัวเรือน", "households"),
                                "ครัวเรือนเป้าหมาย",
                                "target households")),
                indicator(
                        "P6",
                        ratio(
                                MeasureKind.GROWTH,
                                "online_sales",
                                BAHT,
                                "ยอดจำหน่ายในช่วงฐาน",
                                "baht in the base period")),
                indicator(
                        "P7",
                        done("working_group"),
                        done("data_recorded"),
                        done("literacy_meeting"),
                        count("channels"),
                        done("report_presented")),
                indicator("N1", number("income_change")),
                indicator(
                        "P8",
                        ratio(
                                MeasureKind.GROWTH,
                                "otop_sales",
                                BAHT,
                                "ยอดจำหน่ายในช่วงฐาน",
                                "baht in the base period")));
    }

    private static Indicator indicator(String id, Measure... measures) {
        Condition any =
                switch (measures[0].kind()) {
                    case SHARE, GROWTH, REDUCTION, COUNT, NUMBER ->
                            new Condition.Comparison(
                                    measures[0].id(), Condition.Operator.AT_LEAST, BigDecimal.ZERO);
                    case DONE -> new Condition.Done(measures[0].id());
                    case DATE -> new Condition.DoneBy(measures[0].id(), LocalDate.of(2022, 3, 4));
                };
        return IndicatorBuilder.indicator(id)
                .concept(id.toLowerCase(Locale.ROOT))
                .name(text("ตัวชี้วัด", "Indicator"))
                .weight("10")
                .measures(measures)
                .levels(
                        IntStream.rangeClosed(1, 5)
                                .mapToObj(number ->
                                        Levels.level(number, text("ระดับ", "level"), List.of(any)))
                                .toList())
                .build();
    }

    private static Measure ratio(
            MeasureKind kind, String id, MeasureUnit unit, String ofTh, String ofEn) {
        return MeasureBuilder.measure(id, kind).of(text(ofTh, ofEn)).unit(unit).build();
    }

    private static Measure number(String id) {
        return MeasureBuilder.measure(id, MeasureKind.NUMBER)
                .unit(new MeasureUnit(text("บาท", "baht a head"), 2))
                .build();
    }

    private static Measure count(String id) {
        return MeasureBuilder.measure(id, MeasureKind.COUNT)
                .unit(counted("แห่ง", "places"))
                .build();
    }

    private static Measure done(String id) {
        return measure(MeasureKind.DONE, id);
    }

    private static Measure measure(MeasureKind kind, String id) {
        return MeasureBuilder.measure(id, kind).build();
    }

    private static MeasureUnit counted(String th, String en) {
        return new MeasureUnit(text(th, en), 0);
    }

    private static LocalizedText text(String th, String en) {
        return new LocalizedText(th, en);
    }
}
