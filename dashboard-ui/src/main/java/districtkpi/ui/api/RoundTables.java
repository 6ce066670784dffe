package districtkpi.ui.api;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.comparison.Attention;
import districtkpi.scoring.comparison.Comparison;
import districtkpi.ui.analysis.Analyses;
import districtkpi.ui.analysis.Courses;
import districtkpi.ui.analysis.Movements;
import districtkpi.ui.api.RequestedRound.Asked;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Rounds;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Every table of a round, and where its rows come from. */
@Component
class RoundTables {

    /** The names, as a pattern for a path. */
    static final String NAMES =
            "ranking|scores|measurements|certainty|improvement|watch|comparison|moves"
                    + "|trend|movement|course|weights|breakdown";

    private static final String DISTRICTS = "districts";
    private static final String MEASURE = "measure";

    private final ScoreboardQuery scoreboards;
    private final Rounds rounds;
    private final Analyses analyses;
    private final Movements movements;
    private final Courses courses;
    private final List<RoundTable<?>> tables;

    RoundTables(
            ScoreboardQuery scoreboards,
            Rounds rounds,
            Analyses analyses,
            Movements movements,
            Courses courses) {
        this.scoreboards = scoreboards;
        this.rounds = rounds;
        this.analyses = analyses;
        this.movements = movements;
        this.courses = courses;
        Set<String> district = Set.of(RequestedRound.DISTRICT);
        tables =
                List.of(
                        RoundTable.of("ranking", RankingTable.COLUMNS, RankingTable::rows),
                        RoundTable.of("scores", ScoresTable.COLUMNS, ScoresTable::rows),
                        RoundTable.of(
                                "measurements", MeasurementsTable.COLUMNS, MeasurementsTable::rows),
                        RoundTable.of(
                                "certainty",
                                CertaintyTable.COLUMNS,
                                board -> CertaintyTable.rows(board, analyses)),
                        RoundTable.of("improvement", ImprovementTable.COLUMNS, this::improvement),
                        RoundTable.of("watch", WatchTable.COLUMNS, this::watch),
                        RoundTable.of(
                                "weights",
                                WeightsTable.COLUMNS,
                                board -> WeightsTable.rows(board, analyses.influence(board))),
                        RoundTable.of("trend", TrendTable.COLUMNS, this::trend),
                        new RoundTable<>(
                                "comparison",
                                Set.of(DISTRICTS),
                                ComparisonTable.COLUMNS,
                                this::comparison),
                        new RoundTable<>("moves", district, MovesTable.COLUMNS, this::moves),
                        new RoundTable<>(
                                "movement", district, MovementTable.COLUMNS, this::movement),
                        new RoundTable<>(
                                "breakdown", district, BreakdownTable.COLUMNS, this::breakdown),
                        new RoundTable<>(
                                "course",
                                Set.of(RequestedRound.DISTRICT, MEASURE),
                                CourseTable.COLUMNS,
                                this::course));
    }

    /** The table with one of the {@link #NAMES}. */
    RoundTable<?> get(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
    }

    private List<ImprovementTable.Row> improvement(Scoreboard board) {
        return scoreboards
                .findPrevious(round(board))
                .map(before -> ImprovementTable.rows(board, analyses.improvement(before, board)))
                .orElse(List.of());
    }

    private List<WatchTable.Row> watch(Scoreboard board) {
        return WatchTable.rows(
                board,
                analyses.cliffs(board),
                analyses.attention(rounds.upTo(board, Attention.ROUNDS)));
    }

    private List<TrendTable.Row> trend(Scoreboard board) {
        List<Scoreboard> all = rounds.upTo(board);
        return TrendTable.rows(all, analyses.trend(all));
    }

    private List<ComparisonTable.Row> comparison(Asked asked) {
        return ComparisonTable.rows(
                asked.board(), analyses.comparison(asked.board(), districts(asked)));
    }

    /** The districts asked for: at least one, at most five, all of the round. */
    private static List<DistrictCode> districts(Asked asked) {
        List<DistrictCode> codes =
                asked.parameters()
                        .read(
                                DISTRICTS,
                                Parameter.districts(DISTRICTS).reader(),
                                new LocalizedText(
                                        "ต้องเป็นรหัสอำเภอสี่หลัก คั่นด้วยขีด เช่น 4301-4302",
                                        "it must be district codes of four digits with hyphens"
                                                + " between them, such as 4301-4302."))
                        .orElse(List.of());
        if (codes.isEmpty() || codes.size() > Comparison.MOST) {
            throw new ProblemException(
                    Problem.wrongParameter(
                            DISTRICTS,
                            new LocalizedText(
                                    "ต้องระบุ 1 ถึง " + Comparison.MOST + " อำเภอ",
                                    "name 1 to " + Comparison.MOST + ".")));
        }
        List<DistrictCode> unknown =
                codes.stream().filter(code -> asked.board().district(code).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    Problem.unknownDistrict(
                            unknown.stream()
                                    .map(DistrictCode::value)
                                    .collect(Collectors.joining(", ")),
                            round(asked.board())));
        }
        return codes;
    }

    private List<MovesTable.Row> moves(Asked asked) {
        return MovesTable.rows(
                asked.board(),
                analyses.movesOf(asked.board(), asked.district()).orElseThrow(),
                analyses);
    }

    /** No row where there is no round before, or no total in one of the two. */
    private List<MovementTable.Row> movement(Asked asked) {
        Scoreboard board = asked.board();
        DistrictCode district = asked.district();
        return scoreboards
                .findPrevious(round(board))
                .flatMap(before ->
                        movements
                                .of(district, before, board)
                                .map(movement ->
                                        MovementTable.rows(round(before), round(board), movement)))
                .orElse(List.of());
    }

    private List<BreakdownTable.Row> breakdown(Asked asked) {
        Optional<DistrictCode> district = asked.chosenDistrict();
        return analyses.breakdown(asked.board(), district)
                .map(found -> BreakdownTable.rows(asked.board(), district, found))
                .orElse(List.of());
    }

    private List<CourseTable.Row> course(Asked asked) {
        Scoreboard board = asked.board();
        DistrictCode district = asked.district();
        MeasureKey measure =
                asked.parameters()
                        .required(
                                MEASURE,
                                text -> known(board, MeasureKey.parse(text)),
                                new LocalizedText(
                                        "ไม่มีรายการนี้ในบันทึกข้อตกลง ต้องเป็นตัวชี้วัดและรายการ"
                                                + " เช่น P1.households_developed",
                                        "the agreement has no such measure; it is written as"
                                                + " indicator and measure, such as"
                                                + " P1.households_developed."));
        return CourseTable.rows(
                round(board),
                courses.follow(board, district, measure, courses.figures(board, district))
                        .course());
    }

    private static MeasureKey known(Scoreboard board, MeasureKey key) {
        if (board.stored().agreement().measure(key).isEmpty()) {
            throw new IllegalArgumentException("No measure " + key);
        }
        return key;
    }

    private static RoundId round(Scoreboard board) {
        return board.stored().agreement().round();
    }
}
