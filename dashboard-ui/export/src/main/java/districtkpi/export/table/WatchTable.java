package districtkpi.export.table;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.office.access.VisibleScoreboards;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.analysis.EarlierRound;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.comparison.Attention;
import districtkpi.scoring.comparison.CliffWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What deserves a look before a round is published: {@code watch.csv}; missing figures, then totals
 * that fell twice, then results on the edge, each by points.
 */
@Component
@Order(80)
final class WatchTable implements RoundTableSource {

    /** One thing to look at. */
    sealed interface Row {

        Scoreboard board();

        DistrictCode district();

        String kind();

        /** Points of the combined total that it is about. */
        BigFraction points();
    }

    /** An indicator whose figures nobody reported, or not all of them. */
    record Missing(Scoreboard board, DistrictCode district, CombinedLine line) implements Row {

        @Override
        public String kind() {
            return "missing";
        }

        @Override
        public BigFraction points() {
            return line.pointsMax().subtract(line.points());
        }
    }

    /** A total that fell in each of the last two rounds. */
    record Falling(Scoreboard board, Attention.TwiceFalling totals) implements Row {

        @Override
        public DistrictCode district() {
            return totals.district();
        }

        @Override
        public String kind() {
            return "falling";
        }

        @Override
        public BigFraction points() {
            return totals.fall();
        }
    }

    /** A result that just meets a threshold. */
    record OnEdge(Scoreboard board, CliffWatch.Edge edge) implements Row {

        @Override
        public DistrictCode district() {
            return edge.district();
        }

        @Override
        public String kind() {
            return "edge";
        }

        @Override
        public BigFraction points() {
            return edge.stake();
        }

        /** The figure that the result is made from. */
        Measurement figure() {
            return board.measurement(district(), edge.indicator().key(edge.condition().measure()))
                    .orElseThrow();
        }
    }

    static final Table<Row> COLUMNS =
            Table.<Row>columns()
                    .word("round", row -> row.board().agreement().round())
                    .word("kind", Row::kind)
                    .word("district", Row::district)
                    .text("district_th", row -> name(row).th())
                    .text("district_en", row -> name(row).en())
                    .cell("indicator", Cell.Kind.TEXT, row -> Cells.word(indicator(row)))
                    .words("missing", WatchTable::missing)
                    .cell(
                            "measure",
                            Cell.Kind.TEXT,
                            ofEdge(row -> word(row.edge().condition().measure())))
                    .cell(
                            "value",
                            Cell.Kind.FIGURE,
                            ofEdge(row -> Cells.value(row.figure().value())))
                    .cell("of", Cell.Kind.FIGURE, ofEdge(row -> Cells.of(row.figure().value())))
                    .exact("number", row -> edge(row).map(CliffWatch.Edge::number))
                    .cell("condition", Cell.Kind.TEXT, ofEdge(row -> word(operator(row.edge()))))
                    .cell(
                            "threshold",
                            Cell.Kind.DECIMAL,
                            ofEdge(row -> Cells.decimal(row.edge().condition().threshold())))
                    .cell("level", Cell.Kind.WHOLE, row -> Cells.whole(level(row)))
                    .cell(
                            "level_without",
                            Cell.Kind.WHOLE,
                            ofEdge(row -> Cells.whole(OptionalInt.of(row.edge().across()))))
                    .exact("points_100", row -> Optional.of(row.points()))
                    .exact(
                            "total_two_before_100",
                            row -> totals(row).map(Attention.TwiceFalling::beforeLast))
                    .exact("total_before_100", row -> totals(row).map(Attention.TwiceFalling::last))
                    .exact("total_100", row -> totals(row).map(Attention.TwiceFalling::now))
                    .word("as_of", row -> row.board().asOf())
                    .flag("demonstration", row -> row.board().demonstration())
                    .build();

    private final VisibleScoreboards scoreboards;
    private final Analyses analyses;

    WatchTable(VisibleScoreboards scoreboards, Analyses analyses) {
        this.scoreboards = scoreboards;
        this.analyses = analyses;
    }

    @Override
    public RoundTable<?> table() {
        return RoundTable.one("watch", Set.of(), COLUMNS, asked -> watch(asked.board()));
    }

    private List<Row> watch(Scoreboard board) {
        List<Scoreboard> recent = scoreboards.upTo(board, Attention.ROUNDS);
        return rows(
                board,
                analyses.cliffs(board),
                analyses.attention(EarlierRound.of(recent, scoreboards).compared(recent)));
    }

    static List<Row> rows(Scoreboard board, CliffWatch cliffs, Attention attention) {
        List<Row> rows = new ArrayList<>();
        attention.missing().forEach(missing -> rows.addAll(missing(board, missing)));
        attention.twiceFalling().forEach(falling -> rows.add(new Falling(board, falling)));
        cliffs.justMet().forEach(edge -> rows.add(new OnEdge(board, edge)));
        return rows;
    }

    /** A row for each indicator, so that its points can be told from those of the others. */
    private static List<Missing> missing(Scoreboard board, Attention.Missing missing) {
        List<IndicatorId> ids =
                Stream.concat(missing.noResult().stream(), missing.incomplete().stream()).toList();
        return board.ranking().row(missing.district()).stream()
                .flatMap(row -> CombinedLine.of(board.agreement(), row.scorecard()).stream())
                .filter(line -> ids.contains(line.indicator().id()))
                .map(line -> new Missing(board, missing.district(), line))
                .toList();
    }

    private static LocalizedText name(Row row) {
        return row.board().district(row.district()).orElseThrow().name();
    }

    private static Optional<IndicatorId> indicator(Row row) {
        return switch (row) {
            case Missing missing -> Optional.of(missing.line().indicator().id());
            case OnEdge onEdge -> Optional.of(onEdge.edge().indicator().id());
            case Falling _ -> Optional.empty();
        };
    }

    private static List<String> missing(Row row) {
        return switch (row) {
            case Missing missing -> ScoresTable.missing(missing.line().line().score());
            case Falling _, OnEdge _ -> List.of();
        };
    }

    private static OptionalInt level(Row row) {
        return switch (row) {
            case Missing missing -> ScoresTable.level(missing.line().line().score());
            case OnEdge onEdge -> OptionalInt.of(onEdge.edge().level());
            case Falling _ -> OptionalInt.empty();
        };
    }

    private static Optional<CliffWatch.Edge> edge(Row row) {
        return row instanceof OnEdge onEdge ? Optional.of(onEdge.edge()) : Optional.empty();
    }

    private static Optional<Attention.TwiceFalling> totals(Row row) {
        return row instanceof Falling falling ? Optional.of(falling.totals()) : Optional.empty();
    }

    private static Function<Row, Cell> ofEdge(Function<OnEdge, Cell> cell) {
        return row -> row instanceof OnEdge onEdge ? cell.apply(onEdge) : new Cell.Absent();
    }

    private static Cell word(Object word) {
        return new Cell.Word(word.toString());
    }

    private static String operator(CliffWatch.Edge edge) {
        return operator(edge.condition().operator());
    }

    /** The word for an operator, such as {@code at_least}. */
    static String operator(Condition.Operator operator) {
        return operator.name().toLowerCase(Locale.ROOT);
    }
}
