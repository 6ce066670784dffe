package districtkpi.scoring.comparison;

import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.FractionSum;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard.Total;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Districts side by side. Points are those of the combined total.
 *
 * @param districts as they were chosen, each once; the first is the one to compare with
 * @param notRanked chosen districts that the round does not have
 * @param sections in the order of the agreement
 * @param indicators in the order of the agreement
 */
public record Comparison(
        List<Ranking.Row> districts,
        List<DistrictCode> notRanked,
        List<SectionRow> sections,
        List<IndicatorRow> indicators) {

    /** More than these do not fit beside each other. */
    public static final int MAX = 5;

    public Comparison {
        districts = List.copyOf(districts);
        notRanked = List.copyOf(notRanked);
        sections = List.copyOf(sections);
        indicators = List.copyOf(indicators);
    }

    /**
     * A section of all chosen districts.
     *
     * @param terms by which it was scored
     * @param totals out of 100, in the order of the districts
     * @param mean of the totals that the districts of the round have; absent where none has one
     */
    public record SectionRow(SectionTerms terms, List<Total> totals, Optional<BigFraction> mean) {
        public SectionRow {
            totals = List.copyOf(totals);
        }

        public SectionId section() {
            return terms.section();
        }

        /**
         * A district's points less the first one's; absent where one of the two has none.
         *
         * @param district its place among the chosen ones, from 0
         */
        public Optional<BigFraction> toFirst(int district) {
            return difference(totals.get(district), totals.getFirst());
        }

        /**
         * A district's points less the province's mean; absent where it has none.
         *
         * @param district its place among the chosen ones, from 0
         */
        public Optional<BigFraction> toMean(int district) {
            return totals.get(district).points().flatMap(own -> mean.map(own::subtract));
        }
    }

    /**
     * An indicator of all chosen districts.
     *
     * @param cells in the order of the districts
     * @param mean of its points over the districts of the round that have a level; absent where
     *     none has one
     * @param scored how many these are
     */
    public record IndicatorRow(
            Indicator indicator, List<Cell> cells, Optional<BigFraction> mean, int scored) {
        public IndicatorRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * An indicator of one district.
     *
     * @param line with status, level and what it weighs here
     * @param points absent without a level
     * @param toFirst what the indicator adds to the difference of the totals, this district's less
     *     the first one's; no level adds nothing. Over all indicators it adds up to the difference
     *     of the totals exactly
     * @param toMean points less the province's mean; absent without points
     */
    public record Cell(
            CombinedLine line,
            Optional<BigFraction> points,
            BigFraction toFirst,
            Optional<BigFraction> toMean) {}

    /**
     * Lays districts side by side; one alone is compared with the province.
     *
     * @param chosen at most {@link #MAX}; a district named twice counts once
     * @throws IllegalArgumentException if too many are chosen
     */
    public static Comparison of(Ranking ranking, List<DistrictCode> chosen) {
        Set<DistrictCode> once = new LinkedHashSet<>(chosen);
        if (once.size() > MAX) {
            throw new IllegalArgumentException("At most " + MAX + " districts: " + once);
        }
        List<Ranking.Row> rows = new ArrayList<>();
        List<DistrictCode> notRanked = new ArrayList<>();
        for (DistrictCode district : once) {
            ranking.row(district).ifPresentOrElse(rows::add, () -> notRanked.add(district));
        }
        return new Comparison(rows, notRanked, sections(ranking, rows), indicators(ranking, rows));
    }

    /**
     * A district's combined total less the first one's; absent where one of the two has none.
     *
     * @param district its place among the chosen ones, from 0
     */
    public Optional<BigFraction> toFirst(int district) {
        return difference(
                districts.get(district).scorecard().total(),
                districts.getFirst().scorecard().total());
    }

    private static Optional<BigFraction> difference(Total own, Total first) {
        return own.points().flatMap(points -> first.points().map(points::subtract));
    }

    private static List<SectionRow> sections(Ranking ranking, List<Ranking.Row> rows) {
        return ranking.agreement().sections().stream()
                .map(terms ->
                        new SectionRow(
                                terms,
                                rows.stream()
                                        .flatMap(row -> total(row, terms.section()).stream())
                                        .toList(),
                                mean(ranking, terms.section())))
                .toList();
    }

    private static Optional<Total> total(Ranking.Row row, SectionId section) {
        return row.scorecard().section(section);
    }

    private static Optional<BigFraction> mean(Ranking ranking, SectionId section) {
        FractionSum sum = new FractionSum();
        int count = 0;
        for (Ranking.Row row : ranking.rows()) {
            Optional<BigFraction> points = total(row, section).flatMap(Total::points);
            if (points.isPresent()) {
                sum.add(points.get());
                count++;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(sum.total().divide(count));
    }

    private static List<IndicatorRow> indicators(Ranking ranking, List<Ranking.Row> rows) {
        ProvinceMeans means = ProvinceMeans.of(ranking);
        List<List<CombinedLine>> lines =
                rows.stream()
                        .map(row -> CombinedLine.of(ranking.agreement(), row.scorecard()))
                        .toList();
        List<Indicator> indicators = ranking.agreement().indicators().toList();
        List<IndicatorRow> compared = new ArrayList<>(indicators.size());
        for (int i = 0; i < indicators.size(); i++) {
            Indicator indicator = indicators.get(i);
            Optional<BigFraction> mean = means.of(indicator.id());
            List<Cell> cells = new ArrayList<>(rows.size());
            for (List<CombinedLine> district : lines) {
                CombinedLine line = district.get(i);
                Optional<BigFraction> points = line.line().points().map(_ -> line.points());
                cells.add(
                        new Cell(
                                line,
                                points,
                                line.points().subtract(lines.getFirst().get(i).points()),
                                points.flatMap(own -> mean.map(own::subtract))));
            }
            compared.add(new IndicatorRow(indicator, cells, mean, means.count(indicator.id())));
        }
        return compared;
    }
}
