package districtkpi.ui.api;

import districtkpi.db.publication.PublicationRepository;
import districtkpi.db.register.RegisterQuery;
import districtkpi.db.result.CellCorrectionRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.publication.Publication;
import districtkpi.office.access.VisibleScoreboards;
import districtkpi.office.analysis.Analyses;
import districtkpi.office.analysis.Courses;
import districtkpi.office.cascade.VisibleCascade;
import districtkpi.scoring.comparison.Attention;
import districtkpi.scoring.comparison.Comparison;
import districtkpi.scoring.weighting.Draft;
import districtkpi.scoring.weighting.DraftEffect;
import districtkpi.scoring.weighting.DraftedAgreement;
import districtkpi.ui.api.RequestedRound.TableRequest;
import districtkpi.ui.state.EarlierRound;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Rounds;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Every table of a round, and where its rows come from. */
@Component
class RoundTables {

    /** The names of those about one round, as a pattern for a path. */
    static final String NAMES =
            "ranking|scores|measurements|certainty|improvement|watch|comparison|moves"
                    + "|trend|movement|course|weights|breakdown|agreement|corrections"
                    + "|register|cascade|draft";

    /** The names of those about many rounds, as a pattern for a path. */
    static final String NAMES_OF_MANY = "ranking|scores|measurements|trend|agreements";

    private static final String AGREEMENT = "agreement";

    /** What a breakdown can be of, beside everything. */
    private static final Set<Query> BREAKDOWN_PARTS = Set.of(Query.SECTION, Query.UNIT);

    private final Rounds rounds;
    private final VisibleScoreboards visible;
    private final Analyses analyses;
    private final Courses courses;
    private final PublicationRepository publications;
    private final VisibleCascade cascade;
    private final CellCorrectionRepository corrections;
    private final List<RoundTable<?>> tables;

    RoundTables(
            Rounds rounds,
            VisibleScoreboards visible,
            Analyses analyses,
            Courses courses,
            PublicationRepository publications,
            RegisterQuery register,
            CellCorrectionRepository corrections,
            Clock clock,
            VisibleCascade cascade) {
        this.rounds = rounds;
        this.visible = visible;
        this.analyses = analyses;
        this.courses = courses;
        this.publications = publications;
        this.corrections = corrections;
        this.cascade = cascade;
        Set<Query> district = Set.of(Query.DISTRICT);
        Set<Query> districtAndPart = with(Filter.PARTS, Query.DISTRICT);
        tables =
                List.of(
                        RoundTable.each(
                                "ranking",
                                district,
                                RankingTable.COLUMNS,
                                RankingTable::rows,
                                (filter, row) -> filter.wants(row.code())),
                        RoundTable.each(
                                        "scores",
                                        with(districtAndPart, Query.STATUS),
                                        ScoresTable.COLUMNS,
                                        ScoresTable::rows,
                                        ScoresTable::isWanted)
                                .withWide(WideTables::scores),
                        RoundTable.each(
                                        "measurements",
                                        districtAndPart,
                                        MeasurementsTable.COLUMNS,
                                        board -> MeasurementsTable.rows(board, corrections),
                                        MeasurementsTable::isWanted)
                                .withWide(WideTables::measurements),
                        RoundTable.one(
                                        "trend",
                                        Set.of(),
                                        TrendTable.COLUMNS,
                                        asked -> trend(asked.boards()))
                                .across()
                                .filtered(districtAndPart, TrendTable::isWanted)
                                .withWide(WideTables::trend),
                        RoundTable.each(
                                AGREEMENT,
                                Filter.PARTS,
                                AgreementTable.COLUMNS,
                                AgreementTable::rows,
                                (filter, row) ->
                                        filter.wants(
                                                row.board().stored().agreement(), row.indicator())),
                        RoundTable.one(
                                "certainty",
                                Set.of(),
                                CertaintyTable.COLUMNS,
                                asked -> CertaintyTable.rows(asked.board(), analyses)),
                        RoundTable.one(
                                "improvement",
                                Set.of(),
                                ImprovementTable.COLUMNS,
                                asked -> improvement(asked.board())),
                        RoundTable.one(
                                "watch",
                                Set.of(),
                                WatchTable.COLUMNS,
                                asked -> watch(asked.board())),
                        RoundTable.one(
                                        "weights",
                                        Set.of(),
                                        WeightsTable.COLUMNS,
                                        asked ->
                                                WeightsTable.rows(
                                                        asked.board(),
                                                        analyses.influence(asked.board())))
                                .filtered(
                                        Filter.PARTS,
                                        (filter, row) ->
                                                filter.wants(
                                                        row.board().stored().agreement(),
                                                        row.influence().indicator())),
                        RoundTable.one(
                                        "comparison",
                                        Set.of(Query.DISTRICTS),
                                        ComparisonTable.COLUMNS,
                                        this::comparison)
                                .filtered(Filter.PARTS, ComparisonTable::isWanted),
                        RoundTable.one(
                                "corrections",
                                Set.of(),
                                CorrectionsTable.COLUMNS,
                                asked -> corrections(asked.board())),
                        RoundTable.one(
                                        "register",
                                        Set.of(),
                                        RegisterTable.COLUMNS,
                                        asked -> RegisterTable.rows(asked.board(), register, clock))
                                .filtered(district, (filter, row) -> filter.wants(row.code()))
                                .asOfNow(),
                        RoundTable.one(
                                        "cascade",
                                        Set.of(),
                                        CascadeTable.COLUMNS,
                                        asked -> cascade(asked.board()))
                                .asOfNow()
                                .filtered(
                                        districtAndPart,
                                        (filter, row) ->
                                                filter.wants(row.district().code())
                                                        && filter.wants(
                                                                row.board().stored().agreement(),
                                                                row.indicator())),
                        RoundTable.one("moves", district, MovesTable.COLUMNS, this::moves),
                        RoundTable.one("movement", district, MovementTable.COLUMNS, this::movement),
                        RoundTable.one(
                                "breakdown",
                                with(BREAKDOWN_PARTS, Query.DISTRICT),
                                BreakdownTable.COLUMNS,
                                this::breakdown),
                        RoundTable.one(
                                "draft", Set.of(Query.DRAFT), DraftTable.COLUMNS, this::draft),
                        RoundTable.one(
                                "course",
                                Set.of(Query.DISTRICT, Query.MEASURE),
                                CourseTable.COLUMNS,
                                this::course));
    }

    private static Set<Query> with(Set<Query> some, Query one) {
        Set<Query> all = new HashSet<>(some);
        all.add(one);
        return Set.copyOf(all);
    }

    /** All of them. */
    List<RoundTable<?>> all() {
        return tables;
    }

    /** The table with one of the {@link #NAMES_OF_MANY}. */
    RoundTable<?> ofMany(String name) {
        return get(name.equals(AGREEMENT + "s") ? AGREEMENT : name);
    }

    /** Of one round the trend is that of the round and all before it. */
    private List<TrendTable.Row> trend(List<Scoreboard> boards) {
        List<Scoreboard> all = boards.size() == 1 ? rounds.upTo(boards.getFirst()) : boards;
        return TrendTable.rows(all, analyses.trend(all));
    }

    /** The table with one of the {@link #NAMES}. */
    RoundTable<?> get(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
    }

    private List<ImprovementTable.Row> improvement(Scoreboard board) {
        return EarlierRound.of(board, rounds)
                .comparable()
                .map(before ->
                        ImprovementTable.rows(board, before, analyses.improvement(before, board)))
                .orElse(List.of());
    }

    /** No row for the first revision, and none before anything is published. */
    private List<CorrectionsTable.Row> corrections(Scoreboard board) {
        int before =
                board.publication()
                        .map(publication -> publication.revision() - 1)
                        .or(() -> publications.findNewest(round(board)).map(Publication::revision))
                        .orElse(0);
        return publications
                .findScoreboard(round(board), before)
                .map(published -> CorrectionsTable.rows(visible.alike(published, board), board))
                .orElse(List.of());
    }

    private List<CascadeTable.Row> cascade(Scoreboard board) {
        RoundId round = round(board);
        return CascadeTable.rows(board, cascade.cascades(round), cascade.sheetsInForce(round));
    }

    private List<WatchTable.Row> watch(Scoreboard board) {
        List<Scoreboard> recent = rounds.upTo(board, Attention.ROUNDS);
        return WatchTable.rows(
                board,
                analyses.cliffs(board),
                analyses.attention(EarlierRound.of(recent, rounds).compared(recent)));
    }

    private List<ComparisonTable.Row> comparison(TableRequest asked) {
        return ComparisonTable.rows(
                asked.board(), analyses.comparison(asked.board(), districts(asked)));
    }

    /** The districts asked for: at least one, at most five, all of the round. */
    private static List<DistrictCode> districts(TableRequest asked) {
        List<DistrictCode> codes =
                asked.parameters()
                        .read(
                                Query.DISTRICTS,
                                Parameter.districts(Query.DISTRICTS.wireName()).reader(),
                                new LocalizedText(
                                        "ต้องเป็นรหัสอำเภอสี่หลัก คั่นด้วยขีด เช่น 4301-4302",
                                        "it must be district codes of four digits with hyphens"
                                                + " between them, such as 4301-4302."))
                        .orElse(List.of());
        if (codes.isEmpty() || codes.size() > Comparison.MAX) {
            throw new ProblemException(
                    Problem.wrongParameter(
                            Query.DISTRICTS.wireName(),
                            new LocalizedText(
                                    "ต้องระบุ 1 ถึง " + Comparison.MAX + " อำเภอ",
                                    "name 1 to " + Comparison.MAX + ".")));
        }
        List<DistrictCode> unknown =
                codes.stream().filter(code -> asked.board().district(code).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    Problem.unknownDistrict(
                            unknown.stream()
                                    .map(DistrictCode::value)
                                    .collect(Collectors.joining(", ")),
                            round(asked.board()).toString()));
        }
        return codes;
    }

    private List<MovesTable.Row> moves(TableRequest asked) {
        return MovesTable.rows(
                asked.board(),
                analyses.movesOf(asked.board(), asked.district()).orElseThrow(),
                analyses);
    }

    /** No row where there is nothing to compare with, or no total in one of the two. */
    private List<MovementTable.Row> movement(TableRequest asked) {
        Scoreboard board = asked.board();
        DistrictCode district = asked.district();
        return EarlierRound.of(board, rounds)
                .comparable()
                .flatMap(before ->
                        analyses.movement(district, before, board)
                                .map(movement -> MovementTable.rows(before, board, movement)))
                .orElse(List.of());
    }

    private List<BreakdownTable.Row> breakdown(TableRequest asked) {
        Optional<DistrictCode> district = asked.chosenDistrict();
        Agreement agreement = asked.board().stored().agreement();
        Filter filter = Filter.of(asked.parameters(), BREAKDOWN_PARTS, asked.boards());
        Set<IndicatorId> wanted =
                agreement
                        .indicators()
                        .filter(indicator -> filter.wants(agreement, indicator))
                        .map(Indicator::id)
                        .collect(Collectors.toUnmodifiableSet());
        return analyses.breakdown(asked.board(), district)
                .flatMap(whole ->
                        wanted.size() == agreement.indicators().count()
                                ? Optional.of(whole)
                                : whole.only(agreement, wanted))
                .map(found -> BreakdownTable.rows(asked.board(), district, found))
                .orElse(List.of());
    }

    private List<DraftTable.Row> draft(TableRequest asked) {
        Scoreboard board = asked.board();
        Draft draft = DraftController.asked(asked.parameters());
        return switch (draft.applyTo(board.stored().agreement())) {
            case DraftedAgreement.Scorable(var drafted, var _) ->
                    DraftTable.rows(
                            board, DraftEffect.of(board.ranking(), board.rankingUnder(drafted)));
            case DraftedAgreement.Unscorable unscorable ->
                    throw DraftController.refusal(unscorable);
        };
    }

    private List<CourseTable.Row> course(TableRequest asked) {
        Scoreboard board = asked.board();
        DistrictCode district = asked.district();
        MeasureKey measure =
                asked.parameters()
                        .required(
                                Query.MEASURE,
                                text -> known(board, MeasureKey.parse(text)),
                                new LocalizedText(
                                        "ไม่มีรายการนี้ในบันทึกข้อตกลง ต้องเป็นตัวชี้วัดและรายการ"
                                                + " เช่น P1.households_developed",
                                        "the agreement has no such measure; it is written as"
                                                + " indicator and measure, such as"
                                                + " P1.households_developed."));
        return CourseTable.rows(
                round(board),
                courses.follow(board, district, measure, courses.figures(board, district)).course(),
                corrections);
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
