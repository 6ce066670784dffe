package districtkpi.export.table;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The wide forms: a column for each measure, indicator or round. */
final class WideTables {

    private WideTables() {}

    /**
     * A row of a wide results file.
     *
     * @param note the reason why its measures do not apply; empty for all others
     */
    private record Figures(
            RoundId round,
            DistrictCode district,
            LocalDate asOf,
            String note,
            Map<MeasureKey, MeasuredValue> values) {}

    /** What goes into one row: in a wide file the day and the note are of the row. */
    private record FiguresKey(RoundId round, DistrictCode district, LocalDate asOf, String note) {}

    /**
     * Measurements as the wide form of a results file, which changes nothing when it is taken in
     * again: a row for each district and day, and one more where measures do not apply, whose
     * reason is the note. Sources and other notes stand in the long form.
     */
    static RoundTable.Rows<?> measurements(
            List<Scoreboard> boards, Filter filter, Stream<MeasurementsTable.Row> rows) {
        Set<MeasureKey> keys = new LinkedHashSet<>();
        Set<MeasureKey> ratios = new LinkedHashSet<>();
        for (Scoreboard board : boards) {
            board.agreement()
                    .indicators()
                    .filter(indicator -> filter.wants(board.agreement(), indicator))
                    .forEach(indicator -> {
                        for (Measure measure : indicator.measures()) {
                            keys.add(indicator.key(measure.id()));
                            if (measure.kind().isRatio()) {
                                ratios.add(indicator.key(measure.id()));
                            }
                        }
                    });
        }
        Map<FiguresKey, Map<MeasureKey, MeasuredValue>> found = new LinkedHashMap<>();
        rows.map(MeasurementsTable.Row::figure)
                .forEach(figure ->
                        found.computeIfAbsent(key(figure), _ -> new HashMap<>())
                                .put(figure.measure(), figure.value()));
        Table.Builder<Figures> columns =
                Table.<Figures>columns()
                        .word("round", Figures::round)
                        .word("district", Figures::district)
                        .word("as_of", Figures::asOf)
                        .text("note", Figures::note);
        for (MeasureKey key : keys) {
            columns.cell(
                    key.toString(),
                    Cell.Kind.FIGURE,
                    row ->
                            Optional.ofNullable(row.values().get(key))
                                    .map(Cells::value)
                                    .orElseGet(Cell.Absent::new));
            if (ratios.contains(key)) {
                columns.cell(
                        key + ".of",
                        Cell.Kind.FIGURE,
                        row ->
                                Optional.ofNullable(row.values().get(key))
                                        .map(Cells::of)
                                        .orElseGet(Cell.Absent::new));
            }
        }
        return new RoundTable.Rows<>(
                columns.build(),
                found.entrySet().stream()
                        .map(row ->
                                new Figures(
                                        row.getKey().round(),
                                        row.getKey().district(),
                                        row.getKey().asOf(),
                                        row.getKey().note(),
                                        row.getValue()))
                        .sorted(
                                Comparator.comparing(Figures::round)
                                        .thenComparing(Figures::district)
                                        .thenComparing(Figures::asOf)
                                        .thenComparing(Figures::note)));
    }

    private static FiguresKey key(Measurement figure) {
        return new FiguresKey(
                figure.round(),
                figure.district(),
                figure.asOf(),
                figure.value() instanceof MeasuredValue.NotApplicable(String reason) ? reason : "");
    }

    /** A district in a round, with what it has in each column. */
    private record Spread<K>(
            Optional<RoundId> round,
            DistrictCode district,
            String kind,
            String key,
            Map<K, Cell> cells) {

        Cell at(K column) {
            return cells.getOrDefault(column, new Cell.Absent());
        }
    }

    /** Scores with a column for the level of each indicator. */
    static RoundTable.Rows<?> scores(
            List<Scoreboard> boards, Filter filter, Stream<ScoresTable.Row> rows) {
        Set<IndicatorId> indicators = new LinkedHashSet<>();
        boards.forEach(board ->
                board.agreement()
                        .indicators()
                        .filter(indicator -> filter.wants(board.agreement(), indicator))
                        .forEach(indicator -> indicators.add(indicator.id())));
        Map<List<Object>, Spread<IndicatorId>> found = new LinkedHashMap<>();
        rows.forEach(row -> {
            RoundId round = row.board().agreement().round();
            found.computeIfAbsent(
                            List.of(round, row.district()),
                            _ ->
                                    new Spread<>(
                                            Optional.of(round),
                                            row.district(),
                                            "",
                                            "",
                                            new HashMap<>()))
                    .cells()
                    .put(row.indicator().id(), Cells.whole(ScoresTable.level(row.score())));
        });
        Table.Builder<Spread<IndicatorId>> columns =
                Table.<Spread<IndicatorId>>columns()
                        .cell("round", Cell.Kind.TEXT, row -> Cells.word(row.round()))
                        .word("district", Spread::district);
        indicators.forEach(indicator ->
                columns.cell(indicator.value(), Cell.Kind.WHOLE, row -> row.at(indicator)));
        return new RoundTable.Rows<>(columns.build(), found.values().stream());
    }

    /** The trend with a column for the points of each round. */
    static RoundTable.Rows<?> trend(
            List<Scoreboard> boards, Filter filter, Stream<TrendTable.Row> rows) {
        List<TrendTable.Row> all = rows.toList();
        List<RoundId> ordered =
                all.stream().map(TrendTable.Row::round).distinct().sorted().toList();
        Map<List<Object>, Spread<RoundId>> found = new LinkedHashMap<>();
        for (TrendTable.Row row : all) {
            found.computeIfAbsent(
                            List.of(row.district(), row.kind(), row.key()),
                            _ ->
                                    new Spread<>(
                                            Optional.empty(),
                                            row.district(),
                                            row.kind(),
                                            row.key(),
                                            new HashMap<>()))
                    .cells()
                    .put(row.round(), Cells.exact(row.points()));
        }
        Table.Builder<Spread<RoundId>> columns =
                Table.<Spread<RoundId>>columns()
                        .word("district", Spread::district)
                        .word("kind", Spread::kind)
                        .word("key", Spread::key);
        ordered.forEach(
                round -> columns.cell(round.toString(), Cell.Kind.DECIMAL, row -> row.at(round)));
        return new RoundTable.Rows<>(columns.build(), found.values().stream());
    }
}
