package districtkpi.scoring;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.testing.AgreementBuilder;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.domain.testing.Levels;
import districtkpi.domain.testing.MeasureBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Agreements for tests: the rules of round 2565-1, and small ones made up. */
public final class Agreements {

    private Agreements() {}

    /**
     * The machine reading of round 2565-1. The texts are left to the agreement's own file, the
     * rules are those of {@code docs/method/scoring.md}.
     */
    public static Agreement round2565No1() {
        List<Indicator> team =
                List.of(
                        indicator(
                                "T1",
                                "40",
                                Ladder.HIGHEST,
                                List.of(baht("spending", MeasureKind.SHARE)),
                                "spending >= 70",
                                "spending >= 75",
                                "spending >= 80",
                                "spending >= 85",
                                "spending >= 90"),
                        indicator(
                                "T2",
                                "40",
                                Ladder.HIGHEST,
                                List.of(things("activities_achieved", MeasureKind.SHARE)),
                                "activities_achieved > 75",
                                "activities_achieved > 80",
                                "activities_achieved > 85",
                                "activities_achieved > 90",
                                "activities_achieved > 95"),
                        indicator(
                                "T3",
                                "20",
                                Ladder.CUMULATIVE,
                                List.of(
                                        step("officer_assigned"),
                                        step("self_assessed"),
                                        step("plan_approved"),
                                        step("plan_communicated"),
                                        day("evidence_received")),
                                "officer_assigned",
                                "self_assessed",
                                "plan_approved",
                                "plan_communicated",
                                "evidence_received by 2022-03-04"));
        List<Indicator> individual =
                List.of(
                        indicator(
                                "P1",
                                "20",
                                Ladder.HIGHEST,
                                List.of(things("households_developed", MeasureKind.SHARE)),
                                "households_developed >= 25",
                                "households_developed >= 40",
                                "households_developed >= 55",
                                "households_developed >= 70",
                                "households_developed >= 85"),
                        indicator(
                                "P2",
                                "20",
                                Ladder.CUMULATIVE,
                                List.of(
                                        step("centre_database"),
                                        step("support_plan"),
                                        step("target_area"),
                                        step("centre_established"),
                                        things("new_centres", MeasureKind.COUNT),
                                        step("existing_centres_driven")),
                                "centre_database",
                                "support_plan",
                                "target_area",
                                "centre_established",
                                "new_centres >= 1; existing_centres_driven"),
                        indicator(
                                "P3",
                                "10",
                                Ladder.HIGHEST,
                                List.of(
                                        things("activities_recorded", MeasureKind.SHARE),
                                        things("villages_reported", MeasureKind.SHARE)),
                                "activities_recorded > 70; villages_reported >= 80",
                                "activities_recorded > 75; villages_reported >= 85",
                                "activities_recorded > 80; villages_reported >= 90",
                                "activities_recorded >= 85; villages_reported >= 95",
                                "activities_recorded > 90; villages_reported = 100"),
                        indicator(
                                "P4",
                                "10",
                                Ladder.CUMULATIVE,
                                List.of(
                                        step("debtor_register"),
                                        step("debt_plan"),
                                        baht("overdue_debt", MeasureKind.REDUCTION)),
                                "debtor_register",
                                "debt_plan",
                                "overdue_debt >= 0",
                                "overdue_debt >= 5",
                                "overdue_debt >= 10"),
                        indicator(
                                "P5",
                                "10",
                                Ladder.CUMULATIVE,
                                List.of(
                                        step("target_database"),
                                        step("action_plan"),
                                        things("households_trained", MeasureKind.SHARE)),
                                "target_database",
                                "action_plan",
                                "households_trained >= 85",
                                "households_trained >= 95",
                                "households_trained >= 100"),
                        indicator(
                                "P6",
                                "10",
                                Ladder.HIGHEST,
                                List.of(baht("online_sales", MeasureKind.GROWTH)),
                                "online_sales >= 11",
                                "online_sales >= 12",
                                "online_sales >= 13",
                                "online_sales >= 14",
                                "online_sales >= 15"),
                        indicator(
                                "P7",
                                "10",
                                Ladder.CUMULATIVE,
                                List.of(
                                        step("working_group"),
                                        step("data_recorded"),
                                        step("literacy_meeting"),
                                        things("channels", MeasureKind.COUNT),
                                        step("report_presented")),
                                "working_group",
                                "data_recorded",
                                "literacy_meeting",
                                "channels >= 2",
                                "report_presented"),
                        indicator(
                                "P8",
                                "10",
                                Ladder.HIGHEST,
                                List.of(baht("otop_sales", MeasureKind.GROWTH)),
                                "otop_sales < 7",
                                "otop_sales >= 7",
                                "otop_sales >= 8",
                                "otop_sales >= 9",
                                "otop_sales >= 10"));
        return agreement(
                BelowLevelOne.ZERO,
                section(SectionId.TEAM, "50", team),
                section(SectionId.INDIVIDUAL, "50", individual));
    }

    /** An agreement of one indicator, which needs a weight of 100. */
    public static Agreement of(BelowLevelOne belowLevelOne, Indicator indicator) {
        return agreement(belowLevelOne, section(SectionId.TEAM, "100", List.of(indicator)));
    }

    public static Agreement agreement(BelowLevelOne belowLevelOne, SectionTerms... sections) {
        return AgreementBuilder.agreement("2565-1")
                .submission(LocalDate.of(2022, 3, 4))
                .belowLevelOne(belowLevelOne, Basis.ASSUMED)
                .sections(List.of(sections))
                .build();
    }

    public static SectionTerms section(
            SectionId section, String share, List<Indicator> indicators) {
        return AgreementBuilder.terms(section, share, Basis.ASSUMED, indicators);
    }

    /**
     * An indicator with its levels as short texts.
     *
     * @param levels five, each of conditions parted by semicolons, such as {@code spending >= 70},
     *     {@code plan_approved} or {@code evidence_received by 2022-03-04}
     */
    public static Indicator indicator(
            String id, String weight, Ladder ladder, List<Measure> measures, String... levels) {
        return indicator(id, weight, ladder, Interpolation.NONE, measures, levels);
    }

    public static Indicator indicator(
            String id,
            String weight,
            Ladder ladder,
            Interpolation interpolation,
            List<Measure> measures,
            String... levels) {
        return indicator(id, weight, ladder, interpolation, measures, Levels.of(levels));
    }

    public static Indicator indicator(
            String id,
            String weight,
            Ladder ladder,
            Interpolation interpolation,
            List<Measure> measures,
            List<Level> levels) {
        return IndicatorBuilder.indicator(id)
                .weight(weight)
                .ladder(ladder, Basis.ASSUMED)
                .interpolation(interpolation, Basis.ASSUMED)
                .measures(measures)
                .levels(levels)
                .build();
    }

    public static Level level(int number, List<Condition> conditions) {
        return Levels.level(number, conditions);
    }

    public static List<Condition> conditions(String text) {
        return Levels.conditions(text);
    }

    public static Measure baht(String id, MeasureKind kind) {
        return measure(id, kind, 2);
    }

    public static Measure things(String id, MeasureKind kind) {
        return measure(id, kind, 0);
    }

    public static Measure step(String id) {
        return measure(id, MeasureKind.DONE, null);
    }

    public static Measure day(String id) {
        return measure(id, MeasureKind.DATE, null);
    }

    public static Measure measure(String id, MeasureKind kind, @Nullable Integer decimals) {
        MeasureBuilder measure = MeasureBuilder.measure(id, kind);
        return decimals == null
                ? measure.build()
                : measure.unit(new MeasureUnit(AgreementBuilder.text("unit"), decimals)).build();
    }

    /** The name of a section, as in format 1. */
    public static LocalizedText name(SectionId section) {
        return AgreementBuilder.name(section);
    }
}
