package districtkpi.export.workbook;

import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Rating;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.dhatim.fastexcel.Worksheet;

/** The sections, the total and the rank of each district, from its scores. */
final class TotalsSheet {

    static final String NAME = "totals";

    private static final int HUNDRED_IN_FIVE = 20;
    private static final int FIRST = 2;
    private static final int COLUMNS_OF_SECTION = 6;

    private final ScoredRound round;
    private final ScoresSheet scores;
    private final AgreementSheet terms;
    private final List<SectionTerms> sections;

    TotalsSheet(ScoredRound round, ScoresSheet scores, AgreementSheet terms) {
        this.round = round;
        this.scores = scores;
        this.terms = terms;
        this.sections = round.agreement().sections();
    }

    /** What is worked out, and after it the same as it was published. */
    private List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("district", "district_th"));
        for (SectionTerms section : sections) {
            String key = section.section().value();
            columns.add(key + "_100");
            columns.add(key + "_not_applicable_weight");
            columns.add(key + "_scored_weight");
            columns.add(key + "_part");
            columns.add(key + "_possible_min_100");
            columns.add(key + "_possible_max_100");
        }
        columns.addAll(
                List.of(
                        "total_100",
                        "total_5",
                        "scored_weight",
                        "total_ranked",
                        "rank",
                        "possible_min_100",
                        "possible_max_100"));
        sections.forEach(section -> columns.add("published_" + section.section().value() + "_100"));
        columns.addAll(
                List.of(
                        "published_total_100",
                        "published_total_5",
                        "published_scored_weight",
                        "published_rank",
                        "published_possible_min_100",
                        "published_possible_max_100",
                        "exact",
                        "check"));
        if (!round.agreement().ratings().isEmpty()) {
            columns.addAll(List.of("rating_min", "rating_max"));
        }
        return columns;
    }

    int column(String name) {
        return columns().indexOf(name);
    }

    private static int points(int section) {
        return FIRST + section * COLUMNS_OF_SECTION;
    }

    private static int notApplicable(int section) {
        return points(section) + 1;
    }

    private static int scoredWeight(int section) {
        return points(section) + 2;
    }

    private static int part(int section) {
        return points(section) + 3;
    }

    private static int possibleMin(int section) {
        return points(section) + 4;
    }

    private static int possibleMax(int section) {
        return points(section) + 5;
    }

    void write(Worksheet sheet) {
        Sheets.header(sheet, columns());
        int row = 1;
        for (ScoredRound.Place place : round.places()) {
            write(sheet, row++, place);
        }
    }

    private void write(Worksheet sheet, int row, ScoredRound.Place place) {
        DistrictCode district = place.district().code();
        sheet.value(row, 0, district.value());
        sheet.value(row, 1, place.district().name().th());
        for (int i = 0; i < sections.size(); i++) {
            ScoresSheet.Rows rows = scores.rows(district, sections.get(i).section());
            String points = rows.column(ScoresSheet.POINTS);
            Sheets.formula(
                    sheet,
                    row,
                    points(i),
                    "IF(" + levels(row, i, points) + "=0,\"\",SUM(" + points + "))");
            Sheets.formula(
                    sheet, row, notApplicable(i), scores.notApplicable(district, sections.get(i)));
            Sheets.formula(
                    sheet,
                    row,
                    scoredWeight(i),
                    weight(rows, "SCORED") + "+" + weight(rows, "INCOMPLETE"));
            Sheets.formula(sheet, row, part(i), partFormula(row, i));
            Sheets.formula(
                    sheet, row, possibleMin(i), "SUM(" + rows.column(ScoresSheet.POINTS_MIN) + ")");
            Sheets.formula(
                    sheet, row, possibleMax(i), "SUM(" + rows.column(ScoresSheet.POINTS_MAX) + ")");
        }
        int total = column("total_100");
        Sheets.formula(sheet, row, total, totalFormula(row));
        Sheets.formula(
                sheet,
                row,
                total + 1,
                ifNumber(row, total, Place.cell(row, total) + "/" + HUNDRED_IN_FIVE));
        Sheets.formula(
                sheet,
                row,
                total + 2,
                joined(
                        i -> Place.cell(row, part(i)) + "*" + Place.cell(row, scoredWeight(i)),
                        "+"));
        // Equal totals can differ by a hair in binary; nine places tell apart what differs at all.
        Sheets.formula(
                sheet,
                row,
                total + 3,
                ifNumber(row, total, "ROUND(" + Place.cell(row, total) + ",9)"));
        Sheets.formula(
                sheet,
                row,
                total + 4,
                ifNumber(
                        row,
                        total,
                        "RANK("
                                + Place.cell(row, total + 3)
                                + ","
                                + Place.fixed(1, round.districts().size(), total + 3)
                                + ")"));
        Sheets.formula(
                sheet,
                row,
                total + 5,
                joined(i -> Place.cell(row, part(i)) + "*" + Place.cell(row, possibleMin(i)), "+"));
        Sheets.formula(
                sheet,
                row,
                total + 6,
                joined(i -> Place.cell(row, part(i)) + "*" + Place.cell(row, possibleMax(i)), "+"));
        publish(sheet, row, place);
        Sheets.formula(
                sheet,
                row,
                column("exact"),
                "AND("
                        + joined(
                                i ->
                                        scores.rows(district, sections.get(i).section())
                                                .column(ScoresSheet.EXACT),
                                ",")
                        + ")");
        Sheets.formula(sheet, row, column("check"), check(row));
        if (!round.agreement().ratings().isEmpty()) {
            Sheets.formula(
                    sheet,
                    row,
                    column("rating_min"),
                    ifNumber(row, total, rating(Place.cell(row, total + 5))));
            Sheets.formula(
                    sheet,
                    row,
                    column("rating_max"),
                    ifNumber(row, total, rating(Place.cell(row, total + 6))));
        }
    }

    /** 0 where nothing that counts has a level: a level of what is watched only weighs nothing. */
    private String levels(int row, int section, String points) {
        SectionTerms terms = sections.get(section);
        boolean watched =
                Stream.concat(Stream.of(terms), round.districtsWithTerms().stream().map(terms::in))
                        .flatMap(each -> each.indicators().stream())
                        .anyMatch(Indicator::isWatchedOnly);
        return watched ? Place.cell(row, scoredWeight(section)) : "COUNT(" + points + ")";
    }

    /** The word of a total, which is told apart by nine places as ranks are. */
    private String rating(String total) {
        String formula = "\"\"";
        for (Rating rating : round.agreement().ratings().reversed()) {
            formula =
                    "IF(ROUND("
                            + total
                            + ",9)>="
                            + rating.from().toPlainString()
                            + ",\""
                            + rating.name().th().replace("\"", "\"\"")
                            + "\","
                            + formula
                            + ")";
        }
        return formula;
    }

    private static String weight(ScoresSheet.Rows rows, String status) {
        return "SUMIF("
                + rows.column(ScoresSheet.STATUS)
                + ",\""
                + status
                + "\","
                + rows.column(ScoresSheet.EFFECTIVE)
                + ")";
    }

    /** The share of a section; of what does not apply at all the others take it over. */
    private String partFormula(int row, int section) {
        String applicable = joined(i -> "IF(" + applies(row, i) + "," + share(i) + ",0)", "+");
        String count = joined(i -> "IF(" + applies(row, i) + ",1,0)", "+");
        return "IF("
                + applies(row, section)
                + ",IF("
                + applicable
                + "=0,1/("
                + count
                + "),"
                + share(section)
                + "/("
                + applicable
                + ")),0)";
    }

    private static String applies(int row, int section) {
        return Place.cell(row, notApplicable(section)) + "<100";
    }

    private String share(int section) {
        return terms.cell(
                Optional.empty(),
                sections.get(section).indicators().getFirst(),
                AgreementSheet.SHARE);
    }

    private String totalFormula(int row) {
        return "IF(COUNT("
                + joined(i -> Place.cell(row, points(i)), ",")
                + ")=0,\"\","
                + joined(
                        i ->
                                "IF(ISNUMBER("
                                        + Place.cell(row, points(i))
                                        + "),"
                                        + Place.cell(row, part(i))
                                        + "*"
                                        + Place.cell(row, points(i))
                                        + ",0)",
                        "+")
                + ")";
    }

    private static String ifNumber(int row, int column, String formula) {
        return "IF(ISNUMBER(" + Place.cell(row, column) + ")," + formula + ",\"\")";
    }

    private String joined(IntFunction<String> formula, String by) {
        return IntStream.range(0, sections.size())
                .mapToObj(formula)
                .collect(Collectors.joining(by));
    }

    private void publish(Worksheet sheet, int row, ScoredRound.Place place) {
        Scorecard scorecard = place.row().scorecard();
        int column = column("possible_max_100") + 1;
        for (SectionTerms section : sections) {
            Sheets.published(
                    sheet,
                    row,
                    column++,
                    scorecard.section(section.section()).flatMap(Scorecard.Total::points));
        }
        Optional<BigFraction> total = scorecard.total().points();
        Sheets.published(sheet, row, column++, total);
        Sheets.published(sheet, row, column++, total.map(points -> points.divide(HUNDRED_IN_FIVE)));
        Sheets.published(sheet, row, column++, Optional.of(scorecard.total().scoredWeight()));
        if (place.row().rank().isPresent()) {
            sheet.value(row, column, place.row().rank().getAsInt());
        }
        Sheets.published(sheet, row, ++column, Optional.of(scorecard.total().possibleMin()));
        Sheets.published(sheet, row, ++column, Optional.of(scorecard.total().possibleMax()));
    }

    private String check(int row) {
        int published = column("possible_max_100") + 1;
        List<String> same = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            same.add(Sheets.same(Place.cell(row, points(i)), Place.cell(row, published + i)));
        }
        for (String name :
                List.of(
                        "total_100",
                        "total_5",
                        "scored_weight",
                        "rank",
                        "possible_min_100",
                        "possible_max_100")) {
            same.add(
                    Sheets.same(
                            Place.cell(row, column(name)),
                            Place.cell(row, column("published_" + name))));
        }
        return Sheets.verdict(Place.cell(row, column("exact")), String.join(",", same));
    }
}
