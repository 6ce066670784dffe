package districtkpi.importer.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.DatabaseConfiguration;
import districtkpi.db.publication.PublicationRepository;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.testing.Publishing;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.result.ResultImportService;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorer;
import districtkpi.scoring.brief.Brief;
import districtkpi.scoring.brief.Finding;
import districtkpi.scoring.certainty.Band;
import districtkpi.scoring.certainty.Certainty;
import districtkpi.scoring.comparison.Attention;
import districtkpi.scoring.comparison.CliffWatch;
import districtkpi.scoring.comparison.ContextFigure;
import districtkpi.scoring.comparison.Examples;
import districtkpi.scoring.comparison.RoundResults;
import districtkpi.scoring.comparison.Similarity;
import districtkpi.scoring.course.Course;
import districtkpi.scoring.course.Forecast;
import districtkpi.scoring.course.PaceNeeded;
import districtkpi.scoring.course.PaceSoFar;
import districtkpi.scoring.movement.DistrictImprovement.Reason;
import districtkpi.scoring.movement.Improvement;
import districtkpi.scoring.movement.Parts;
import districtkpi.scoring.movement.RankMovement;
import districtkpi.scoring.movement.RoundState;
import districtkpi.scoring.movement.TotalMovement;
import districtkpi.scoring.plan.EffortBasis;
import districtkpi.scoring.plan.Goal;
import districtkpi.scoring.plan.MissingAssumption;
import districtkpi.scoring.plan.Move;
import districtkpi.scoring.plan.Moves;
import districtkpi.scoring.plan.Outcome;
import districtkpi.scoring.plan.Planner;
import districtkpi.scoring.plan.ProvinceMoves;
import districtkpi.scoring.weighting.Influence;
import districtkpi.scoring.weighting.Influence.Separation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The made-up rounds take the way that real ones take, and whoever sees nothing but them sees every
 * part of the dashboards at work. The day is one after the last round, as it is for them.
 */
class DemonstrationIT {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2022-11-01T03:00:00Z"), ZoneId.of("Asia/Bangkok"));
    private static final List<String> ROUNDS = List.of("2564-1", "2564-2", "2565-1", "2565-2");
    private static final Comparator<BigFraction> BY_SIZE = Comparator.naturalOrder();

    /** The last day that the figures of the last round describe. */
    private static final LocalDate NEWEST = LocalDate.of(2022, 8, 31);

    private static TestDatabase database;
    private static AnnotationConfigApplicationContext context;
    private static final List<ImportReport> REPORTS = new ArrayList<>();

    @BeforeAll
    static void importAll() {
        database = TestDatabase.create();
        context = contextOn(database);
        for (String round : ROUNDS) {
            agree(round, context);
            take("results-" + round + ".csv");
        }
        take("results-2565-2-corrections.csv");
    }

    private static AnnotationConfigApplicationContext contextOn(TestDatabase database) {
        AnnotationConfigApplicationContext services = new AnnotationConfigApplicationContext();
        services.registerBean(DataSource.class, database::dataSource);
        services.registerBean(Clock.class, () -> CLOCK);
        services.register(DatabaseConfiguration.class);
        services.scan("districtkpi.importer");
        services.refresh();
        return services;
    }

    private static void agree(String round, AnnotationConfigApplicationContext services) {
        byte[] agreement = AgreementText.shipped(round).text().getBytes(UTF_8);
        services.getBean(AgreementImportService.class)
                .commit(new ImportFile(round + ".yaml", agreement));
    }

    private static void take(String name) {
        byte[] results =
                AgreementText.resource("/districtkpi/demonstration/" + name).getBytes(UTF_8);
        REPORTS.add(
                context.getBean(ResultImportService.class)
                        .commitDemonstration(new ImportFile(name, results)));
    }

    @AfterAll
    static void dropAll() {
        context.close();
        database.close();
    }

    /** Nothing but the rows that the receipts name, in a program that knows nothing else. */
    @Test
    void everyPublishedScoreFollowsFromTheRowsThatItsReceiptNames() {
        PublicationRepository publications = context.getBean(PublicationRepository.class);
        try (TestDatabase empty = TestDatabase.create();
                AnnotationConfigApplicationContext another = contextOn(empty)) {
            for (String id : ROUNDS) {
                RoundId round = RoundId.parse(id);
                Publishing.in(context::getBean).publish(round, "");
                Scoreboard published = publications.findScoreboard(round, 1).orElseThrow();

                agree(id, another);
                ImportReport report =
                        another.getBean(ResultImportService.class)
                                .commit(
                                        new ImportFile("receipts.csv", namedRows(published)),
                                        Optional.empty());
                Ranking again =
                        another.getBean(ScoreboardQuery.class).find(round).orElseThrow().ranking();

                assertThat(report.status()).isEqualTo(Status.COMMITTED);
                assertThat(again.rows()).as(id).hasSize(9);
                assertThat(again).as(id).isEqualTo(published.ranking());
            }
        }
    }

    /** Under the header of the first file, each as it stands in its file at its line. */
    private static byte[] namedRows(Scoreboard published) {
        StringBuilder rows = new StringBuilder();
        for (Ranking.Row row : published.ranking().rows()) {
            published
                    .stored()
                    .agreement()
                    .indicators()
                    .flatMap(indicator ->
                            indicator.measures().stream()
                                    .map(measure -> indicator.key(measure.id())))
                    .flatMap(key -> published.measurement(row.scorecard().district(), key).stream())
                    .map(Measurement::origin)
                    .forEach(origin -> {
                        List<String> lines = linesOf(origin.importId());
                        if (rows.isEmpty()) {
                            rows.append(lines.getFirst()).append('\n');
                        }
                        assertThat(origin.rawText()).isEqualTo(lines.get(origin.line() - 1));
                        rows.append(origin.rawText()).append('\n');
                    });
        }
        return rows.toString().getBytes(UTF_8);
    }

    private static List<String> linesOf(long importId) {
        byte[] content = context.getBean(ImportRepository.class).content(importId).orElseThrow();
        return new String(content, UTF_8).lines().toList();
    }

    @Test
    void areImportedWithoutAnyWarningAndStayMarked() {
        assertThat(REPORTS)
                .hasSize(5)
                .allSatisfy(report -> {
                    assertThat(report.status())
                            .as(report.issues().toString())
                            .isEqualTo(Status.COMMITTED);
                    assertThat(report.issues()).as(report.file()).isEmpty();
                });
        assertThat(ROUNDS)
                .allSatisfy(round -> {
                    assertThat(board(round).demonstration()).isTrue();
                    assertThat(board(round).ranking().rows())
                            .hasSize(9)
                            .allMatch(row -> row.rank().isPresent());
                });
    }

    @Test
    void theTotalsAreAsFarApartAsInARealProvince() {
        for (String round : ROUNDS) {
            List<BigFraction> totals =
                    board(round).ranking().rows().stream()
                            .map(row -> row.scorecard().total().points().orElseThrow())
                            .sorted(BY_SIZE)
                            .toList();
            double lowest = totals.getFirst().doubleValue();
            double highest = totals.getLast().doubleValue();
            assertThat(lowest).as(round).isBetween(53.0, 62.0);
            assertThat(highest).as(round).isBetween(78.0, 92.0);
        }
    }

    @Test
    void aTieAndANearTieShareABandAndSomebodyStandsClear() {
        Certainty certainty = Certainty.of(last().ranking());

        List<Band> bands = certainty.bands(Certainty.NEAR);
        assertThat(bands).anyMatch(band -> !band.isAlone() && band.isTie());
        assertThat(bands).anyMatch(band -> !band.isAlone() && !band.isTie());
        assertThat(bands).filteredOn(Band::isAlone).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void missingFiguresLeaveARangeOfPointsAndRanks() {
        Ranking.Row missing = last().ranking().row(DistrictCode.of("4316")).orElseThrow();

        assertThat(missing.scorecard().total().possibleMax())
                .isGreaterThan(missing.scorecard().total().possibleMin());
        assertThat(score("4316", "P6")).isInstanceOf(IndicatorScore.NoResult.class);
        assertThat(score("4317", "T3")).isInstanceOf(IndicatorScore.Incomplete.class);
        assertThat(
                        Objects.requireNonNull(
                                        Certainty.of(last().ranking())
                                                .byMissingFigures()
                                                .get(DistrictCode.of("4316")))
                                .isCertain())
                .isFalse();
    }

    @Test
    void theWeightOfWhatDoesNotApplyIsSpread() {
        assertThat(score("4317", "P4")).isInstanceOf(IndicatorScore.NotApplicable.class);
        Agreement agreement = last().stored().agreement();
        List<CombinedLine> lines =
                CombinedLine.of(
                        agreement,
                        last().ranking().row(DistrictCode.of("4317")).orElseThrow().scorecard());
        // 20 of 100 become 20 of 90, in a section that is half of the total.
        assertThat(lines)
                .filteredOn(line -> line.indicator().id().equals(IndicatorId.of("P1")))
                .singleElement()
                .satisfies(line -> assertThat(line.weight()).isEqualTo(BigFraction.of(100, 9)));
    }

    @Test
    void somebodyFellTwiceInARow() {
        Attention attention = Attention.of(ROUNDS.stream().map(DemonstrationIT::ranking).toList());

        assertThat(attention.twiceFalling())
                .extracting(fall -> fall.district().value())
                .containsExactly("4317", "4316");
        assertThat(attention.missing()).isNotEmpty();
    }

    @Test
    void resultsLieRightAboveAndRightBelowAThreshold() {
        CliffWatch cliffs = CliffWatch.of(results("2565-2"));

        assertThat(cliffs.justMet())
                .anySatisfy(edge -> assertEdge(edge, "4302", "T1", 5, 4))
                .hasSizeLessThan(40);
        assertThat(cliffs.justMissed())
                .anySatisfy(edge -> assertEdge(edge, "4305", "T1", 2, 3))
                .hasSizeLessThan(40);
    }

    private static void assertEdge(
            CliffWatch.Edge edge, String district, String indicator, int level, int across) {
        assertThat(edge.district()).hasToString(district);
        assertThat(edge.indicator().id()).hasToString(indicator);
        assertThat(edge.level()).isEqualTo(level);
        assertThat(edge.across()).isEqualTo(across);
    }

    @Test
    void improvementLeavesOutWhatCannotBeCompared() {
        Improvement improvement = Improvement.of(ranking("2565-1"), last().ranking());

        assertThat(improvement.byGain())
                .allSatisfy(row ->
                        assertThat(row.improvement().excluded())
                                .extracting(one -> one.reason())
                                .contains(Reason.ADDED, Reason.DROPPED));
        assertThat(improvement.byGain())
                .anySatisfy(row ->
                        assertThat(row.improvement().excluded())
                                .extracting(one -> one.reason())
                                .contains(Reason.NO_LEVEL));
        assertThat(improvement.byGain().getFirst().improvement().gain().orElseThrow().gained())
                .isGreaterThan(BigFraction.ZERO);
        assertThat(improvement.byGain().getLast().improvement().gain().orElseThrow().gained())
                .isLessThan(BigFraction.ZERO);
    }

    @Test
    void ranksMoveByTheOwnTotalAndByThoseOfOthers() {
        RankMovement movement = RankMovement.of(ranking("2565-1"), last().ranking());

        RankMovement.Row byOthers = movement.row(DistrictCode.of("4307")).orElseThrow();
        assertThat(byOthers.own()).isEqualTo(BigFraction.ZERO);
        assertThat(byOthers.change()).isEqualTo(1);
        RankMovement.Row byItself = movement.row(DistrictCode.of("4317")).orElseThrow();
        assertThat(byItself.others()).isEqualTo(BigFraction.ZERO);
        assertThat(byItself.change()).isEqualTo(-4);
    }

    @Test
    void aMovementHasResultsRulesIndicatorsAndCorrections() {
        RankMovement ranks = RankMovement.of(ranking("2565-1"), last().ranking());
        int furthest =
                ranks.rows().stream().mapToInt(row -> Math.abs(row.change())).max().orElseThrow();
        assertThat(ranks.rows())
                .filteredOn(row -> Math.abs(row.change()) == furthest)
                .extracting(row -> row.district().value())
                .containsExactly("4308");

        // 30 of 32 activities are level 4, 31 are level 5: a level of 40 in half of the total.
        Parts risen = movement("4308").parts();
        assertThat(risen.corrections()).isEqualTo(BigFraction.of(4));
        assertThat(risen.results()).isGreaterThan(BigFraction.ZERO);
        assertThat(risen.added()).isEqualTo(BigFraction.of(4));
        assertThat(risen.dropped()).isEqualTo(BigFraction.of(-4));
        // 36 of 48 households are level 4, 33 are level 3: a level of 20 in half of the total.
        assertThat(movement("4314").parts().corrections()).isEqualTo(BigFraction.of(-2));
        // 86.49 % were level 5 before, and are level 4 now.
        assertThat(movement("4302").parts().thresholds()).isEqualTo(BigFraction.of(-1));
    }

    private static TotalMovement movement(String district) {
        return TotalMovement.of(
                        DistrictCode.of(district),
                        state("2565-1", district),
                        state("2565-2", district))
                .orElseThrow();
    }

    private static RoundState state(String round, String district) {
        Scoreboard board = board(round);
        DistrictCode code = DistrictCode.of(district);
        Map<MeasureKey, MeasuredValue> values = results(round).of(code);
        Map<MeasureKey, MeasuredValue> first = new HashMap<>(values);
        context.getBean(MeasurementRepository.class)
                .findFirstReported(RoundId.parse(round), code, board.asOf())
                .forEach(figure -> first.put(figure.measure(), figure.value()));
        return new RoundState(new Scorer(board.stored().agreement()), values, first);
    }

    @Test
    void theBriefHasSomethingToSayAboutEverything() {
        Scoreboard last = last();
        Certainty certainty = Certainty.of(last.ranking());
        Brief brief =
                Brief.of(
                        new Brief.Sources(
                                last.ranking(),
                                certainty,
                                certainty.byWeights(Certainty.NEAR),
                                Optional.of(RankMovement.of(ranking("2565-1"), last.ranking())),
                                district -> Optional.of(movement(district.value())),
                                CliffWatch.of(results("2565-2")),
                                Attention.of(
                                        ROUNDS.stream().map(DemonstrationIT::ranking).toList()),
                                ProvinceMoves.of(
                                        last.ranking(),
                                        last.values(),
                                        last.asOf(),
                                        _ -> new EffortBasis.UnitsMissing())));

        assertThat(brief.findings())
                .hasExactlyElementsOfTypes(
                        Finding.Leads.class,
                        Finding.Close.class,
                        Finding.Moved.class,
                        Finding.Moved.class,
                        Finding.OnTheEdge.class,
                        Finding.MissingFigures.class,
                        Finding.TwiceFalling.class,
                        Finding.BestMoves.class);
    }

    @Test
    void aGoalIsInReachAnotherIsNotAndADeadlineIsOver() {
        assertThat(planner("4305").towards(new Goal.Score(BigFraction.of(80))))
                .isInstanceOf(Outcome.Reached.class);
        assertThat(planner("4305").towards(new Goal.Rank(6))).isInstanceOf(Outcome.Reached.class);
        assertThat(planner("4316").towards(new Goal.Score(BigFraction.of(100))))
                .isInstanceOf(Outcome.TooFar.class);
        // The evidence had to arrive by 2 September.
        assertThat(planner("4316").towards(new Goal.NothingBelow(5)))
                .isInstanceOfSatisfying(
                        Outcome.StillBelow.class,
                        below -> assertThat(below.below()).contains(IndicatorId.of("T3")));
        assertThat(moves(last(), "4316").of(IndicatorId.of("T3")))
                .extracting(move -> ((Move.Climb) move).to())
                .containsExactly(4);
        Scoreboard before = board("2565-2", NEWEST);
        assertThat(moves(before, "4316").of(IndicatorId.of("T3")))
                .extracting(move -> ((Move.Climb) move).to())
                .containsExactly(4, 5);
    }

    private static Planner planner(String district) {
        return Planner.of(
                last().ranking(),
                moves(last(), district),
                new EffortBasis.UnitsMissing(),
                MissingAssumption.LEFT_OUT);
    }

    private static Moves moves(Scoreboard board, String district) {
        DistrictCode code = DistrictCode.of(district);
        return Moves.of(
                board.stored().agreement(),
                board.ranking().row(code).orElseThrow().scorecard(),
                new RoundResults(board.ranking(), board.values()).of(code),
                board.asOf());
    }

    @Test
    void districtsAreAlikeInGroups() {
        Similarity similarity = similarity();
        List<Double> nearest = new ArrayList<>();
        List<Double> furthest = new ArrayList<>();
        for (District district : last().districts()) {
            List<Similarity.Peer> peers = similarity.peers(district.code());
            nearest.add(peers.getFirst().distance());
            furthest.add(peers.getLast().distance());
        }
        // 1.4 is the distance of two districts drawn at random.
        assertThat(nearest).filteredOn(distance -> distance < 0.6).hasSizeGreaterThanOrEqualTo(4);
        assertThat(furthest).allMatch(distance -> distance > 1.4);
    }

    private static Similarity similarity() {
        return Similarity.of(ContextFigure.of(last().stored().agreement()), last().values());
    }

    @Test
    void anExampleCameFromBelowTheLevelThatSomebodyWants() {
        Examples examples =
                Examples.of(
                                results("2565-2"),
                                results("2565-1"),
                                similarity(),
                                DistrictCode.of("4315"),
                                IndicatorId.of("T1"))
                        .orElseThrow();

        assertThat(examples.level()).isEqualTo(4);
        assertThat(examples.reached())
                .filteredOn(one -> one.before().orElseThrow().level().orElseThrow() < 4)
                .extracting(one -> one.district().value())
                .containsExactlyInAnyOrder("4308", "4316");
        assertThat(examples.reached()).hasSizeGreaterThan(2);
    }

    @Test
    void oneIndicatorSeparatesNobodyAndTheOthersDo() {
        assertThat(Influence.of(last().ranking()).indicators())
                .allSatisfy(one ->
                        assertThat(one.separation())
                                .as(one.indicator().id().value())
                                .isEqualTo(
                                        one.indicator().id().equals(IndicatorId.of("P2"))
                                                ? Separation.SAME_FOR_ALL
                                                : Separation.SEPARATES));
    }

    @ParameterizedTest
    @CsvSource({"2565-2, 2022-11-01", "2565-1, 2022-03-15"})
    void coursesLeadToAForecastWithASensibleInterval(String round, LocalDate day) {
        Scoreboard board = board(round, day);
        Set<MeasureKey> measures = new HashSet<>();
        Set<Integer> levels = new HashSet<>();
        for (District district : board.districts()) {
            List<Course> courses =
                    courses(board, district.code()).filter(DemonstrationIT::isFollowed).toList();
            assertThat(courses).as(district.name().th()).hasSizeGreaterThanOrEqualTo(5);
            for (Course course : courses) {
                Forecast forecast = forecast(board, district.code(), course);
                assertThat(forecast)
                        .as(district.code() + " " + course.key())
                        .isInstanceOfAny(
                                Forecast.Estimate.class,
                                Forecast.Constant.class,
                                Forecast.PerfectLine.class);
                if (forecast instanceof Forecast.Estimate(var expected, var low, var high)) {
                    measures.add(course.key());
                    assertThat(high.number() - low.number())
                            .as(district.code() + " " + course.key())
                            .isLessThan(60);
                    levels.add(((IndicatorScore.WithLevel) expected.score()).level());
                }
            }
        }
        assertThat(measures).hasSizeGreaterThanOrEqualTo(6);
        assertThat(levels).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void aMeasureThatIsReportedByTheMonthHasTooFewFiguresForAForecast() {
        MeasureKey sales = MeasureKey.parse("P8.otop_sales");

        assertThat(
                        courses(last(), DistrictCode.of("4305"))
                                .filter(course -> course.key().equals(sales))
                                .map(course -> forecast(last(), DistrictCode.of("4305"), course)))
                .containsExactly(new Forecast.TooFewFigures(4));
    }

    @Test
    void spendingIsForecastWithinAFewPointsOfWhereItIs() {
        for (District district : last().districts()) {
            Course course =
                    courses(last(), district.code())
                            .filter(one -> one.key().equals(MeasureKey.parse("T1.spending")))
                            .findFirst()
                            .orElseThrow();
            double now = course.numbers().getLast().number().orElseThrow().doubleValue();

            assertThat(forecast(last(), district.code(), course))
                    .isInstanceOfSatisfying(
                            Forecast.Estimate.class,
                            estimate -> {
                                assertThat(estimate.expected().number()).isBetween(now, now + 25);
                                assertThat(estimate.high().number() - estimate.low().number())
                                        .isBetween(2.0, 25.0);
                            });
        }
    }

    @Test
    void someAreOnPaceSomeAreBehindSomeAreThereAndADayIsNear() {
        Scoreboard board = board("2565-2", NEWEST);
        Set<String> onPace = new HashSet<>();
        Set<String> behind = new HashSet<>();
        Set<String> there = new HashSet<>();
        Set<String> due = new HashSet<>();
        for (District district : board.districts()) {
            String code = district.code().value();
            courses(board, district.code())
                    .forEach(course -> {
                        switch (PaceNeeded.of(
                                board.stored().agreement(), course, score(board, course), NEWEST)) {
                            case PaceNeeded.Reached _ -> {
                                if (course.measure().kind().isNumeric()) {
                                    there.add(code);
                                }
                            }
                            case PaceNeeded.Change change ->
                                    PaceSoFar.of(course)
                                            .ifPresent(soFar ->
                                                    (isFastEnough(soFar, change) ? onPace : behind)
                                                            .add(code));
                            case PaceNeeded.ByDay by -> due.add(by.until().toString());
                            case PaceNeeded.PartOfComputed _,
                                    PaceNeeded.NotApplicable _,
                                    PaceNeeded.OutOfReach _,
                                    PaceNeeded.Over _,
                                    PaceNeeded.NoFigure _ -> {}
                        }
                    });
        }
        assertThat(onPace).hasSizeGreaterThanOrEqualTo(3);
        assertThat(behind).hasSizeGreaterThanOrEqualTo(3);
        assertThat(there).hasSizeGreaterThanOrEqualTo(3);
        // The evidence is due before the round ends.
        assertThat(due).contains("2022-09-02", "2022-09-30");
        assertThat(
                        courses(last(), DistrictCode.of("4305"))
                                .filter(course ->
                                        course.key()
                                                .equals(MeasureKey.parse("T3.evidence_received")))
                                .map(course ->
                                        PaceNeeded.of(
                                                last().stored().agreement(),
                                                course,
                                                score(last(), course),
                                                last().asOf())))
                .containsExactly(new PaceNeeded.Over(LocalDate.of(2022, 9, 2)));
    }

    private static boolean isFastEnough(PaceSoFar soFar, PaceNeeded.Change change) {
        BigFraction needed = change.perWeek();
        return needed.compareTo(BigFraction.ZERO) >= 0
                ? soFar.perWeek().compareTo(needed) >= 0
                : soFar.perWeek().compareTo(needed) <= 0;
    }

    private static IndicatorScore score(Scoreboard board, Course course) {
        return board.ranking()
                .row(course.district())
                .orElseThrow()
                .scorecard()
                .line(course.key().indicator())
                .score();
    }

    /** True for a number that was reported often enough for a forecast. */
    private static boolean isFollowed(Course course) {
        return course.numbers().size() >= Forecast.MIN_FIGURES;
    }

    private static Stream<Course> courses(Scoreboard board, DistrictCode district) {
        Agreement agreement = board.stored().agreement();
        List<Measurement> figures =
                context
                        .getBean(MeasurementRepository.class)
                        .findAll(agreement.round(), district)
                        .stream()
                        .filter(figure -> !figure.asOf().isAfter(board.asOf()))
                        .toList();
        return agreement
                .indicators()
                .flatMap(indicator ->
                        indicator.measures().stream().map(measure -> indicator.key(measure.id())))
                .map(key -> Course.of(agreement, district, key, figures));
    }

    private static Forecast forecast(Scoreboard board, DistrictCode district, Course course) {
        return Forecast.of(
                new Scorer(board.stored().agreement()),
                new RoundResults(board.ranking(), board.values()).of(district),
                course,
                // As long as the round goes on.
                course.lastDay());
    }

    private static IndicatorScore score(String district, String indicator) {
        return last().ranking()
                .row(DistrictCode.of(district))
                .orElseThrow()
                .scorecard()
                .line(IndicatorId.of(indicator))
                .score();
    }

    private static RoundResults results(String round) {
        return new RoundResults(ranking(round), board(round).values());
    }

    private static Ranking ranking(String round) {
        return board(round).ranking();
    }

    /** The newest round with results, which is what the pages show first. */
    private static Scoreboard last() {
        return board(ROUNDS.getLast());
    }

    private static Scoreboard board(String round) {
        return context.getBean(ScoreboardQuery.class).find(RoundId.parse(round)).orElseThrow();
    }

    private static Scoreboard board(String round, LocalDate day) {
        return context.getBean(ScoreboardQuery.class).find(RoundId.parse(round), day).orElseThrow();
    }
}
