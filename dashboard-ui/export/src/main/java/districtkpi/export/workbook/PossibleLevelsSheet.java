package districtkpi.export.workbook;

import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.place.DistrictCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Worksheet;

/**
 * The levels that each indicator of each district can still have: a row for each way in which the
 * missing figures can turn out together. A figure that is known stays what it is.
 *
 * <p>Of hundreds of districts these are more rows than a sheet has: they go on on a second one. All
 * ways of one indicator stand on the same.
 */
final class PossibleLevelsSheet {

    static final String NAME = "possible_levels";
    static final int REACHED = 2;
    static final int FIRST_LEVEL = 3;

    /**
     * The most ways of one indicator. Only several measures of which the levels want both more and
     * less have as many.
     */
    static final int MAX_WAYS = 200;

    private static final List<String> COLUMNS = List.of("district", "indicator", "level_reached");

    private record Key(DistrictCode district, IndicatorId indicator) {}

    /** An indicator as it holds for all districts, or for one. */
    private record Owned(Optional<DistrictCode> owner, IndicatorId indicator) {}

    /** A row of one of the sheets, both counted from 0. */
    private record At(int sheet, int row) {}

    private final ScoredRound round;
    private final FiguresSheet figures;
    private final PossibleValuesSheet values;
    private final Map<Owned, List<List<Integer>>> ways = new HashMap<>();
    private final Map<Key, At> firstRows = new HashMap<>();
    private final int sheets;

    /**
     * @param maxRows of a sheet, with its header
     */
    PossibleLevelsSheet(
            ScoredRound round, FiguresSheet figures, PossibleValuesSheet values, int maxRows) {
        this.round = round;
        this.figures = figures;
        this.values = values;
        round.indicators().forEach(indicator -> findWays(Optional.empty(), indicator));
        for (DistrictCode district : round.districtsWithTerms()) {
            for (Indicator indicator : round.indicators(district)) {
                Optional<DistrictCode> owner = ScoredRound.owner(district, indicator);
                if (owner.isPresent()) {
                    findWays(owner, indicator);
                }
            }
        }
        At next = new At(0, 1);
        for (ScoredRound.Place place : round.places()) {
            for (Indicator indicator : round.indicators()) {
                int rows = waysOf(place.district().code(), indicator).size();
                if (next.row() > 1 && next.row() + rows > maxRows) {
                    next = new At(next.sheet() + 1, 1);
                }
                firstRows.put(new Key(place.district().code(), indicator.id()), next);
                next = new At(next.sheet(), next.row() + rows);
            }
        }
        sheets = next.sheet() + 1;
    }

    /** How many sheets there are, at least one. */
    int sheets() {
        return sheets;
    }

    /**
     * The name of one of the sheets.
     *
     * @param sheet from 0
     */
    static String name(int sheet) {
        return sheet == 0 ? NAME : NAME + "_" + (sheet + 1);
    }

    /** The levels of all ways; empty where there are too many ways to write them down. */
    Optional<String> reached(DistrictCode district, Indicator indicator) {
        int count = waysOf(district, indicator).size();
        At first = firstRow(district, indicator);
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        Place.range(
                                name(first.sheet()),
                                first.row(),
                                first.row() + count - 1,
                                REACHED));
    }

    /**
     * Writes one of the sheets.
     *
     * @param number from 0
     */
    void write(Worksheet sheet, int number) throws IOException {
        Sheets.header(sheet, Sheets.withLevels(COLUMNS, round.agreement(), "met"));
        for (ScoredRound.Place place : round.places()) {
            DistrictCode district = place.district().code();
            for (Indicator indicator : round.indicators(district)) {
                At first = firstRow(district, indicator);
                if (first.sheet() == number) {
                    int row = first.row();
                    for (List<Integer> way : waysOf(district, indicator)) {
                        write(sheet, row, district, indicator, way);
                        Sheets.flush(sheet, row++);
                    }
                }
            }
        }
    }

    private void write(
            Worksheet sheet,
            int row,
            DistrictCode district,
            Indicator indicator,
            List<Integer> way) {
        sheet.value(row, 0, district.value());
        sheet.value(row, 1, indicator.id().value());
        for (Level level : indicator.levels()) {
            Sheets.formula(
                    sheet,
                    row,
                    FIRST_LEVEL + level.number() - 1,
                    met(district, indicator, way, level));
        }
        Sheets.formula(sheet, row, REACHED, Sheets.reached(row, FIRST_LEVEL, indicator));
    }

    private String met(DistrictCode district, Indicator indicator, List<Integer> way, Level level) {
        List<String> allowed = new ArrayList<>();
        for (int i = 0; i < way.size(); i++) {
            Measure measure = indicator.measures().get(i);
            if (level.conditions().stream()
                    .anyMatch(condition -> condition.measure().equals(measure.id()))) {
                int figure = figures.row(district, indicator.key(measure.id()));
                allowed.add(
                        "IF("
                                + Place.cell(FiguresSheet.NAME, figure, FiguresSheet.VALUE)
                                + "=\"\","
                                + Place.cell(
                                        PossibleValuesSheet.NAME,
                                        way.get(i),
                                        PossibleValuesSheet.FIRST_LEVEL + level.number() - 1)
                                + ","
                                + Place.cell(
                                        FiguresSheet.NAME,
                                        figure,
                                        FiguresSheet.FIRST_LEVEL + level.number() - 1)
                                + ")");
            }
        }
        return "AND(" + String.join(",", allowed) + ")";
    }

    private At firstRow(DistrictCode district, Indicator indicator) {
        return firstRows.getOrDefault(new Key(district, indicator.id()), new At(0, 0));
    }

    private List<List<Integer>> waysOf(DistrictCode district, Indicator indicator) {
        return ways.getOrDefault(
                new Owned(ScoredRound.owner(district, indicator), indicator.id()), List.of());
    }

    private void findWays(Optional<DistrictCode> owner, Indicator indicator) {
        ways.put(new Owned(owner, indicator.id()), ways(owner, indicator));
    }

    /**
     * Which row of {@link PossibleValuesSheet} each measure has, in each way: all ordered measures
     * at their worst, then at their best, and with each all values of the others. None where
     * numbers are computed.
     */
    private List<List<Integer>> ways(Optional<DistrictCode> owner, Indicator indicator) {
        if (!indicator.computedMeasures().isEmpty()) {
            return List.of();
        }
        List<PossibleValuesSheet.Values> measures =
                indicator.measures().stream()
                        .map(measure -> values.of(owner, indicator, measure))
                        .toList();
        boolean ordered = measures.stream().anyMatch(PossibleValuesSheet.Values::ordered);
        List<List<Integer>> found = new ArrayList<>();
        for (int end = 0; end < (ordered ? 2 : 1); end++) {
            List<List<Integer>> begun = List.of(List.of());
            for (PossibleValuesSheet.Values measure : measures) {
                List<Integer> rows =
                        measure.ordered() ? List.of(measure.rows().get(end)) : measure.rows();
                if (begun.size() * rows.size() > MAX_WAYS) {
                    return List.of();
                }
                begun = each(begun, rows);
            }
            found.addAll(begun);
        }
        return found;
    }

    private static List<List<Integer>> each(List<List<Integer>> begun, List<Integer> next) {
        List<List<Integer>> longer = new ArrayList<>();
        for (List<Integer> way : begun) {
            for (Integer row : next) {
                List<Integer> more = new ArrayList<>(way);
                more.add(row);
                longer.add(more);
            }
        }
        return longer;
    }
}
