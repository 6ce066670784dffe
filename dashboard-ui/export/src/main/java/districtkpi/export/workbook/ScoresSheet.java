package districtkpi.export.workbook;

import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorecard;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.dhatim.fastexcel.Worksheet;

/** The score of each indicator of each district, from the raw figures. */
final class ScoresSheet {

    static final String NAME = "scores";
    static final int WEIGHT = 3;
    static final int STATUS = 4;
    static final int REACHED = 5;
    static final int OVERRIDE = 6;
    static final int LEVEL = 7;
    static final int LEVEL_MIN = 8;
    static final int LEVEL_MAX = 9;
    static final int LEVEL_SCORE = 10;
    static final int EFFECTIVE = 11;
    static final int POINTS = 12;
    static final int POINTS_5 = 13;
    static final int POINTS_MIN = 14;
    static final int POINTS_MAX = 15;
    static final int PUBLISHED_STATUS = 16;
    static final int PUBLISHED_LEVEL = 17;
    static final int PUBLISHED_LEVEL_MIN = 18;
    static final int PUBLISHED_LEVEL_MAX = 19;
    static final int PUBLISHED_POINTS = 20;
    static final int PUBLISHED_POINTS_5 = 21;
    static final int EXACT = 22;
    static final int CHECK = 23;
    static final int LEVEL_FROM_FLOOR = 24;
    static final int FIRST_LEVEL = 25;

    private static final int HUNDRED_IN_FIVE = 20;
    private static final List<String> COLUMNS =
            List.of(
                    "district",
                    "section",
                    "indicator",
                    "weight",
                    "status",
                    "level_reached",
                    "override_level",
                    "level",
                    "level_min",
                    "level_max",
                    "level_score",
                    "effective_weight",
                    "points_100",
                    "points_5",
                    "points_min_100",
                    "points_max_100",
                    "published_status",
                    "published_level",
                    "published_level_min",
                    "published_level_max",
                    "published_points_100",
                    "published_points_5",
                    "exact",
                    "check",
                    "level_from_floor");

    /** Rows that stand below each other. */
    record Rows(int first, int last) {

        String column(int column) {
            return Place.range(NAME, first, last, column);
        }
    }

    private record Key(DistrictCode district, SectionId section) {}

    private final ScoredRound round;
    private final FiguresSheet figures;
    private final AgreementSheet terms;
    private final ConditionFormula conditions;
    private final PossibleLevelsSheet possible;
    private final Map<Key, Rows> rows = new HashMap<>();

    ScoresSheet(
            ScoredRound round,
            FiguresSheet figures,
            AgreementSheet terms,
            ConditionFormula conditions,
            PossibleLevelsSheet possible) {
        this.round = round;
        this.figures = figures;
        this.terms = terms;
        this.conditions = conditions;
        this.possible = possible;
        int row = 1;
        for (ScoredRound.Place place : round.places()) {
            for (SectionTerms section : round.agreement().sections()) {
                int last = row + section.indicators().size() - 1;
                rows.put(new Key(place.district().code(), section.section()), new Rows(row, last));
                row = last + 1;
            }
        }
    }

    /** The rows of a section of a district. */
    Rows rows(DistrictCode district, SectionId section) {
        Rows found = rows.get(new Key(district, section));
        if (found == null) {
            throw new IllegalArgumentException("No rows for " + district + " " + section.value());
        }
        return found;
    }

    void write(Worksheet sheet) throws IOException {
        Sheets.header(sheet, Sheets.withLevels(COLUMNS, round.agreement(), "met"));
        for (ScoredRound.Place place : round.places()) {
            for (SectionTerms section : round.agreement().sections()) {
                Rows ofSection = rows(place.district().code(), section.section());
                int row = ofSection.first();
                DistrictCode district = place.district().code();
                for (Indicator indicator : section.in(district).indicators()) {
                    write(sheet, row, place, section, indicator, ofSection);
                    Sheets.flush(sheet, row++);
                }
            }
        }
    }

    private void write(
            Worksheet sheet,
            int row,
            ScoredRound.Place place,
            SectionTerms section,
            Indicator indicator,
            Rows ofSection) {
        DistrictCode district = place.district().code();
        sheet.value(row, 0, district.value());
        sheet.value(row, 1, section.section().value());
        sheet.value(row, 2, indicator.id().value());
        Sheets.formula(sheet, row, WEIGHT, cell(district, indicator, AgreementSheet.WEIGHT));
        Sheets.formula(sheet, row, STATUS, status(row, district, indicator));
        for (Level level : indicator.levels()) {
            Sheets.formula(
                    sheet,
                    row,
                    FIRST_LEVEL + level.number() - 1,
                    "AND("
                            + figures.columnWithComputed(
                                    district,
                                    indicator,
                                    FiguresSheet.FIRST_LEVEL + level.number() - 1)
                            + ")");
        }
        Sheets.formula(sheet, row, REACHED, Sheets.reached(row, FIRST_LEVEL, indicator));
        Scorecard.Line line = place.row().scorecard().line(indicator.id());
        published(sheet, row, OVERRIDE, override(line.score()));
        String status = Place.cell(row, STATUS);
        Sheets.formula(
                sheet,
                row,
                LEVEL,
                "IF(OR("
                        + status
                        + "=\"NO_RESULT\","
                        + status
                        + "=\"NOT_APPLICABLE\"),\"\",IF("
                        + isOverridden(row)
                        + ","
                        + Place.cell(row, OVERRIDE)
                        + ","
                        + reached(row, district, indicator)
                        + "))");
        Sheets.formula(
                sheet,
                row,
                LEVEL_SCORE,
                asPublished(
                        row,
                        line.score(),
                        "INCOMPLETE",
                        score ->
                                score instanceof IndicatorScore.Incomplete open
                                        ? Optional.of(open.levelScore())
                                        : Optional.empty(),
                        levelScore(row, district, indicator)));
        String effective = effectiveWeight(row, section, ofSection);
        Sheets.formula(
                sheet,
                row,
                EFFECTIVE,
                indicator.isWatchedOnly()
                        ? "IF(" + Place.cell(row, WEIGHT) + "=0,0," + effective + ")"
                        : effective);
        String level = Place.cell(row, LEVEL);
        Sheets.formula(
                sheet,
                row,
                POINTS,
                "IF(ISNUMBER("
                        + level
                        + "),"
                        + Place.cell(row, EFFECTIVE)
                        + "*"
                        + Place.cell(row, LEVEL_SCORE)
                        + "/"
                        + maxScore(district, indicator)
                        + ",\"\")");
        String points = Place.cell(row, POINTS);
        Sheets.formula(
                sheet,
                row,
                POINTS_5,
                "IF(ISNUMBER(" + points + ")," + points + "/" + HUNDRED_IN_FIVE + ",\"\")");
        bounds(sheet, row, district, line);
        publish(sheet, row, line);
        Sheets.formula(
                sheet,
                row,
                EXACT,
                "AND(" + figures.column(district, indicator, FiguresSheet.EXACT) + ")");
        Sheets.formula(sheet, row, CHECK, check(row));
        Sheets.formula(sheet, row, LEVEL_FROM_FLOOR, fromFloor(row, line.score()));
    }

    /**
     * The level by the figures. While figures are missing that a number is computed of, it is the
     * published one: what is certain of such a number is not worked out here.
     */
    private String reached(int row, DistrictCode district, Indicator indicator) {
        String reached =
                "MAX("
                        + Place.cell(row, REACHED)
                        + ","
                        + cell(district, indicator, AgreementSheet.FLOOR)
                        + ")";
        return indicator.computedMeasures().isEmpty()
                ? reached
                : "IF("
                        + Place.cell(row, STATUS)
                        + "=\"INCOMPLETE\","
                        + Place.cell(row, PUBLISHED_LEVEL)
                        + ","
                        + reached
                        + ")";
    }

    /**
     * A score that follows from a computed number and missing figures, as it was published; by a
     * formula in every other case.
     *
     * @param status of the result while it counts
     */
    private static String asPublished(
            int row,
            IndicatorScore score,
            String status,
            Function<IndicatorScore, Optional<BigFraction>> published,
            String formula) {
        return score.indicator().computedMeasures().isEmpty()
                ? formula
                : published
                        .apply(score)
                        .map(exact ->
                                "IF("
                                        + Place.cell(row, STATUS)
                                        + "=\""
                                        + status
                                        + "\","
                                        + exact.getNumerator()
                                        + "/"
                                        + exact.getDenominator()
                                        + ","
                                        + formula
                                        + ")")
                        .orElse(formula);
    }

    /** Whether the level is the one that everybody has who has a result; empty without a level. */
    private static String fromFloor(int row, IndicatorScore score) {
        String formula = fromFloor(row);
        return score instanceof IndicatorScore.Incomplete open
                        && !open.indicator().computedMeasures().isEmpty()
                ? "IF("
                        + Place.cell(row, STATUS)
                        + "=\"INCOMPLETE\","
                        + (open.isFloor() ? "TRUE" : "FALSE")
                        + ","
                        + formula
                        + ")"
                : formula;
    }

    private static String fromFloor(int row) {
        String level = Place.cell(row, LEVEL);
        return "IF(ISNUMBER("
                + level
                + "),AND("
                + level
                + "=1,NOT("
                + isOverridden(row)
                + "),NOT("
                + Place.cell(row, FIRST_LEVEL)
                + ")),\"\")";
    }

    /** What the level and its points can still be once the missing figures arrive. */
    private void bounds(Worksheet sheet, int row, DistrictCode district, Scorecard.Line line) {
        Indicator indicator = line.score().indicator();
        possible.reached(district, indicator)
                .ifPresentOrElse(
                        reached -> {
                            bound(
                                    sheet,
                                    row,
                                    LEVEL_MIN,
                                    district,
                                    indicator,
                                    "MIN(" + reached + ")");
                            bound(
                                    sheet,
                                    row,
                                    LEVEL_MAX,
                                    district,
                                    indicator,
                                    "MAX(" + reached + ")");
                        },
                        () -> {
                            published(sheet, row, LEVEL_MIN, line.score().lowestLevel());
                            published(sheet, row, LEVEL_MAX, line.score().highestLevel());
                        });
        points(sheet, row, district, line.score(), ScoresSheet::min, POINTS_MIN, LEVEL_MIN);
        points(sheet, row, district, line.score(), ScoresSheet::max, POINTS_MAX, LEVEL_MAX);
    }

    private void bound(
            Worksheet sheet,
            int row,
            int column,
            DistrictCode district,
            Indicator indicator,
            String reached) {
        Sheets.formula(
                sheet,
                row,
                column,
                "IF("
                        + Place.cell(row, STATUS)
                        + "=\"NOT_APPLICABLE\",\"\",IF(AND("
                        + isOverridden(row)
                        + ",ISNUMBER("
                        + Place.cell(row, LEVEL)
                        + ")),"
                        + Place.cell(row, LEVEL)
                        + ",MAX("
                        + cell(district, indicator, AgreementSheet.FLOOR)
                        + ","
                        + reached
                        + ")))");
    }

    /** Where everything is known the points are what they are, with the part of a step. */
    private void points(
            Worksheet sheet,
            int row,
            DistrictCode district,
            IndicatorScore score,
            Function<IndicatorScore, Optional<BigFraction>> bound,
            int column,
            int level) {
        Indicator indicator = score.indicator();
        Sheets.formula(
                sheet,
                row,
                column,
                "IF("
                        + Place.cell(row, STATUS)
                        + "=\"SCORED\","
                        + Place.cell(row, POINTS)
                        + ",IF(ISNUMBER("
                        + Place.cell(row, level)
                        + "),"
                        + Place.cell(row, EFFECTIVE)
                        + "*"
                        + asPublished(
                                row,
                                score,
                                score instanceof IndicatorScore.NoResult
                                        ? "NO_RESULT"
                                        : "INCOMPLETE",
                                bound,
                                score(Place.cell(row, level), district, indicator))
                        + "/"
                        + maxScore(district, indicator)
                        + ",0))");
    }

    private static Optional<BigFraction> min(IndicatorScore score) {
        return switch (score) {
            case IndicatorScore.Incomplete open -> Optional.of(open.scoreMin());
            case IndicatorScore.NoResult none -> Optional.of(none.scoreMin());
            case IndicatorScore.Scored _, IndicatorScore.NotApplicable _ -> Optional.empty();
        };
    }

    private static Optional<BigFraction> max(IndicatorScore score) {
        return switch (score) {
            case IndicatorScore.Incomplete open -> Optional.of(open.scoreMax());
            case IndicatorScore.NoResult none -> Optional.of(none.scoreMax());
            case IndicatorScore.Scored _, IndicatorScore.NotApplicable _ -> Optional.empty();
        };
    }

    private static void published(Worksheet sheet, int row, int column, OptionalInt level) {
        if (level.isPresent()) {
            sheet.value(row, column, level.getAsInt());
        }
    }

    /** The level that somebody set, which the figures do not say. */
    private static OptionalInt override(IndicatorScore score) {
        return score.overridden()
                .map(overridden -> OptionalInt.of(overridden.override().level()))
                .orElse(OptionalInt.empty());
    }

    private static String isOverridden(int row) {
        return "ISNUMBER(" + Place.cell(row, OVERRIDE) + ")";
    }

    private String status(int row, DistrictCode district, Indicator indicator) {
        String values = figures.column(district, indicator, FiguresSheet.VALUE);
        String agreed =
                indicator.terms(district).isEmpty()
                        ? ""
                        : cell(district, indicator, AgreementSheet.APPLIES)
                                + "=\""
                                + AgreementSheet.NONE_OF_ITS_OWN
                                + "\",";
        String reported = "COUNTIF(" + values + ",\"n/a\")>0";
        return "IF("
                + (agreed.isEmpty() ? reported : "OR(" + agreed + reported + ")")
                + ",\"NOT_APPLICABLE\",IF(COUNTA("
                + values
                + ")=0,\"NO_RESULT\",IF(AND(COUNTA("
                + values
                + ")<"
                + indicator.measures().size()
                + ",NOT("
                + isOverridden(row)
                + ")),\"INCOMPLETE\",\"SCORED\")))";
    }

    private String levelScore(int row, DistrictCode district, Indicator indicator) {
        String level = Place.cell(row, LEVEL);
        String worth = score(level, district, indicator);
        if (indicator.interpolation().value() == Interpolation.NONE) {
            return "IF(ISNUMBER(" + level + ")," + worth + ",\"\")";
        }
        String reached = Place.cell(row, REACHED);
        String number = conditions.number(district, indicator);
        String step =
                indicator.topLevel() == 1
                        ? worth
                        : "IF(AND("
                                + reached
                                + ">0,"
                                + reached
                                + "<"
                                + indicator.topLevel()
                                + "),"
                                + between(level, number, district, indicator)
                                + ","
                                + worth
                                + ")";
        if (round.agreement().belowLevelOne(indicator).linear()) {
            step =
                    "IF("
                            + reached
                            + "=0,MAX(0,"
                            + number
                            + ")/"
                            + cell(district, indicator, AgreementSheet.THRESHOLD)
                            + "*"
                            + cell(district, indicator, AgreementSheet.SCORE)
                            + ","
                            + step
                            + ")";
        }
        return "IF(ISNUMBER("
                + level
                + "),IF(AND("
                + Place.cell(row, STATUS)
                + "=\"SCORED\",NOT("
                + isOverridden(row)
                + ")),"
                + step
                + ","
                + worth
                + "),\"\")";
    }

    /** The worth of a level with the part of the step to the next one. */
    private String between(
            String level, String number, DistrictCode district, Indicator indicator) {
        String from = chosen(level, district, indicator, 1, AgreementSheet.THRESHOLD);
        String to = chosen(level, district, indicator, 2, AgreementSheet.THRESHOLD);
        String worth = chosen(level, district, indicator, 1, AgreementSheet.SCORE);
        String next = chosen(level, district, indicator, 2, AgreementSheet.SCORE);
        return worth + "+(" + number + "-" + from + ")/(" + to + "-" + from + ")*(" + next + "-"
                + worth + ")";
    }

    /** What is said of the level, or of one above it; of any level but the top one. */
    private String chosen(
            String level, DistrictCode district, Indicator indicator, int first, int column) {
        return "CHOOSE("
                + level
                + ","
                + levels(district, indicator, first, first + indicator.topLevel() - 2, column)
                + ")";
    }

    private String levels(
            DistrictCode district, Indicator indicator, int first, int last, int column) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number ->
                        Place.cell(AgreementSheet.NAME, row(district, indicator, number), column))
                .collect(Collectors.joining(","));
    }

    /** What a level is worth, 0 among them. */
    private String score(String level, DistrictCode district, Indicator indicator) {
        return "IF("
                + level
                + "=0,"
                + cell(district, indicator, AgreementSheet.BELOW)
                + ",CHOOSE("
                + level
                + ","
                + levels(district, indicator, 1, indicator.topLevel(), AgreementSheet.SCORE)
                + "))";
    }

    private String maxScore(DistrictCode district, Indicator indicator) {
        return Place.cell(
                AgreementSheet.NAME,
                row(district, indicator, indicator.topLevel()),
                AgreementSheet.SCORE);
    }

    /** The row of the terms that hold for a district. */
    private int row(DistrictCode district, Indicator indicator, int level) {
        return terms.row(ScoredRound.owner(district, indicator), indicator, level, 0);
    }

    private String cell(DistrictCode district, Indicator indicator, int column) {
        return terms.cell(ScoredRound.owner(district, indicator), indicator, column);
    }

    /** In percent of the section, whatever its weights total. */
    private String effectiveWeight(int row, SectionTerms section, Rows ofSection) {
        String weight = Place.cell(row, WEIGHT);
        String notApplicable = notApplicable(ofSection);
        if (!section.isOutOfHundred()) {
            return "IF("
                    + Place.cell(row, STATUS)
                    + "=\"NOT_APPLICABLE\",0,"
                    + weight
                    + "*100/("
                    + outOf(section)
                    + "-"
                    + notApplicable
                    + "))";
        }
        return "IF("
                + Place.cell(row, STATUS)
                + "=\"NOT_APPLICABLE\",0,IF("
                + notApplicable
                + "=0,"
                + weight
                + ","
                + weight
                + "*100/(100-"
                + notApplicable
                + ")))";
    }

    /** What the weights of a section total, which is not 100. */
    private String outOf(SectionTerms section) {
        return terms.cell(Optional.empty(), section.indicators().getFirst(), AgreementSheet.OUT_OF);
    }

    /** The weight that does not apply, in percent of the section. */
    String notApplicable(DistrictCode district, SectionTerms section) {
        String weight = notApplicable(rows(district, section.section()));
        return section.isOutOfHundred()
                ? weight
                : "ROUND(" + weight + "*100/" + outOf(section) + ",9)";
    }

    /** The weight that does not apply; rounded, since a sum of binary decimals misses by a hair. */
    private static String notApplicable(Rows ofSection) {
        return "ROUND(SUMIF("
                + ofSection.column(STATUS)
                + ",\"NOT_APPLICABLE\","
                + ofSection.column(WEIGHT)
                + "),9)";
    }

    private static void publish(Worksheet sheet, int row, Scorecard.Line line) {
        IndicatorScore score = line.score();
        sheet.value(
                row,
                PUBLISHED_STATUS,
                switch (score) {
                    case IndicatorScore.Scored _ -> "SCORED";
                    case IndicatorScore.Incomplete _ -> "INCOMPLETE";
                    case IndicatorScore.NoResult _ -> "NO_RESULT";
                    case IndicatorScore.NotApplicable _ -> "NOT_APPLICABLE";
                });
        if (score instanceof IndicatorScore.WithLevel found) {
            sheet.value(row, PUBLISHED_LEVEL, found.level());
        }
        published(sheet, row, PUBLISHED_LEVEL_MIN, score.lowestLevel());
        published(sheet, row, PUBLISHED_LEVEL_MAX, score.highestLevel());
        Sheets.published(sheet, row, PUBLISHED_POINTS, line.points());
        Sheets.published(
                sheet,
                row,
                PUBLISHED_POINTS_5,
                line.points().map(points -> points.divide(HUNDRED_IN_FIVE)));
    }

    private static String check(int row) {
        return Sheets.verdict(
                Place.cell(row, EXACT),
                Place.cell(row, STATUS)
                        + "="
                        + Place.cell(row, PUBLISHED_STATUS)
                        + ","
                        + Sheets.same(Place.cell(row, LEVEL), Place.cell(row, PUBLISHED_LEVEL))
                        + ","
                        + Sheets.same(
                                Place.cell(row, LEVEL_MIN), Place.cell(row, PUBLISHED_LEVEL_MIN))
                        + ","
                        + Sheets.same(
                                Place.cell(row, LEVEL_MAX), Place.cell(row, PUBLISHED_LEVEL_MAX))
                        + ","
                        + Sheets.same(Place.cell(row, POINTS), Place.cell(row, PUBLISHED_POINTS))
                        + ","
                        + Sheets.same(
                                Place.cell(row, POINTS_5), Place.cell(row, PUBLISHED_POINTS_5)));
    }
}
