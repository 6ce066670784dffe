package districtkpi.office.analysis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.brief.Brief;
import districtkpi.scoring.certainty.Certainty;
import districtkpi.scoring.certainty.RankInterval;
import districtkpi.scoring.comparison.Attention;
import districtkpi.scoring.comparison.CliffWatch;
import districtkpi.scoring.comparison.Comparison;
import districtkpi.scoring.comparison.ContextFigure;
import districtkpi.scoring.comparison.Examples;
import districtkpi.scoring.comparison.RoundResults;
import districtkpi.scoring.comparison.Similarity;
import districtkpi.scoring.comparison.Strengths;
import districtkpi.scoring.course.Course;
import districtkpi.scoring.course.PaceSoFar;
import districtkpi.scoring.movement.Improvement;
import districtkpi.scoring.movement.RankMovement;
import districtkpi.scoring.movement.TotalMovement;
import districtkpi.scoring.movement.Trend;
import districtkpi.scoring.plan.EffortBasis;
import districtkpi.scoring.plan.Moves;
import districtkpi.scoring.plan.ProvinceMoves;
import districtkpi.scoring.weighting.Breakdown;
import districtkpi.scoring.weighting.Influence;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.springframework.stereotype.Component;

/**
 * What follows from the scores of a round, for every view and file: worked out when it is first
 * asked for, and shared until the data changes.
 */
@Component
public final class Analyses {

    /** Of each round, how many choices of districts are remembered. */
    private static final int MAX_CHOICES = 200;

    private final ScoreboardCache<Certainty> certainty =
            new ScoreboardCache<>(rounds -> Certainty.of(last(rounds)));
    private final ScoreboardCache<Influence> influence =
            new ScoreboardCache<>(rounds -> Influence.of(last(rounds)));
    private final ScoreboardCache<Optional<Breakdown>> breakdown =
            new ScoreboardCache<>(rounds -> Breakdown.of(last(rounds)));
    private final ScoreboardCache<RoundResults> roundResults =
            new ScoreboardCache<>(
                    rounds -> new RoundResults(last(rounds), rounds.getLast().values()));
    private final ScoreboardCache<CliffWatch> cliffs =
            new ScoreboardCache<>(rounds -> CliffWatch.of(roundResults.of(rounds)));
    private final ScoreboardCache<Similarity> similarity =
            new ScoreboardCache<>(rounds -> similarity(rounds.getLast(), roundResults.of(rounds)));
    private final ScoreboardCache<EffortBasis.OthersNotThere> othersNotThere =
            new ScoreboardCache<>(rounds -> EffortBasis.OthersNotThere.of(last(rounds)));
    private final ScoreboardCache<ProvinceMoves> moves = new ScoreboardCache<>(this::moves);
    private final ScoreboardCache<Attention> attention =
            new ScoreboardCache<>(rounds -> Attention.of(rankings(rounds)));
    private final ScoreboardCache<Trend> trend =
            new ScoreboardCache<>(rounds -> Trend.of(rankings(rounds)));
    private final ScoreboardCache<Improvement> improvement =
            new ScoreboardCache<>(
                    rounds -> Improvement.of(rounds.getFirst().ranking(), last(rounds)));
    private final ScoreboardCache<RankMovement> rankMovement =
            new ScoreboardCache<>(
                    rounds -> RankMovement.of(rounds.getFirst().ranking(), last(rounds)));

    private final ScoreboardCache<Cache<List<DistrictCode>, Comparison>> comparisons =
            new ScoreboardCache<>(_ -> Caffeine.newBuilder().maximumSize(MAX_CHOICES).build());
    private final ScoreboardCache<Cache<DistrictCode, Optional<Strengths>>> strengths =
            new ScoreboardCache<>(_ -> Caffeine.newBuilder().maximumSize(MAX_CHOICES).build());

    private final ScoreboardCache<Cache<DistrictCode, Optional<TotalMovement>>> movementOf =
            new ScoreboardCache<>(_ -> Caffeine.newBuilder().maximumSize(MAX_CHOICES).build());

    private final ScoreboardCache<List<LocalDate>> days;
    private final Map<WeightChange, ScoreboardCache<Map<DistrictCode, RankInterval>>>
            ranksByWeights =
                    Stream.of(WeightChange.values())
                            .collect(
                                    Collectors.toUnmodifiableMap(
                                            change -> change,
                                            change ->
                                                    new ScoreboardCache<>(rounds ->
                                                            certainty(rounds.getLast())
                                                                    .byWeights(change.part()))));
    private final ScoreboardCache<Brief> brief = new ScoreboardCache<>(this::compose);
    private final Movements movements;
    private final Courses courses;

    Analyses(MeasurementRepository measurements, Movements movements, Courses courses) {
        this.movements = movements;
        this.courses = courses;
        days = new ScoreboardCache<>(rounds -> measurements.findDays(round(rounds.getLast())));
    }

    /**
     * The days that the figures of a round describe, newest first: the days worth looking back to.
     */
    public List<LocalDate> days(Scoreboard scoreboard) {
        return days.of(List.of(scoreboard));
    }

    /** How sure the ranks are. */
    public Certainty certainty(Scoreboard scoreboard) {
        return certainty.of(List.of(scoreboard));
    }

    /** The ranks that each ranked district can have under other weights. */
    public Map<DistrictCode, RankInterval> ranksByWeights(
            Scoreboard scoreboard, WeightChange change) {
        return Objects.requireNonNull(ranksByWeights.get(change)).of(List.of(scoreboard));
    }

    /**
     * What a director should know first about the last of some rounds.
     *
     * @param rounds in order, at least one; three are enough
     */
    public Brief brief(List<Scoreboard> rounds) {
        return brief.of(rounds);
    }

    /** Which indicators order the districts. */
    public Influence influence(Scoreboard scoreboard) {
        return influence.of(List.of(scoreboard));
    }

    /**
     * Where points are earned and lost.
     *
     * @param district absent for the province
     * @return absent without any result
     */
    public Optional<Breakdown> breakdown(Scoreboard scoreboard, Optional<DistrictCode> district) {
        return district.isEmpty()
                ? breakdown.of(List.of(scoreboard))
                : scoreboard
                        .ranking()
                        .row(district.get())
                        .flatMap(row -> Breakdown.of(scoreboard.agreement(), row.scorecard()));
    }

    /** Results that decide a level by a hair. */
    public CliffWatch cliffs(Scoreboard scoreboard) {
        return cliffs.of(List.of(scoreboard));
    }

    /** Which districts are alike in what they work with. */
    public Similarity similarity(Scoreboard scoreboard) {
        return similarity.of(List.of(scoreboard));
    }

    /** The next steps of all districts, weighed by how many others are already there. */
    public ProvinceMoves moves(Scoreboard scoreboard) {
        return moves.of(List.of(scoreboard));
    }

    /**
     * Districts side by side.
     *
     * @param chosen at most {@link Comparison#MAX}
     */
    public Comparison comparison(Scoreboard scoreboard, List<DistrictCode> chosen) {
        return comparisons
                .of(List.of(scoreboard))
                .get(
                        List.copyOf(chosen),
                        districts -> Comparison.of(scoreboard.ranking(), districts));
    }

    /** Where a district is better and where worse than the province. */
    public Optional<Strengths> strengths(Scoreboard scoreboard, DistrictCode district) {
        return strengths
                .of(List.of(scoreboard))
                .get(district, code -> Strengths.of(scoreboard.ranking(), code));
    }

    /**
     * Who reached the next level of an indicator, and from where.
     *
     * @param before the previous round, where there is one
     * @return absent where there is nothing to reach
     */
    public Optional<Examples> examples(
            Scoreboard scoreboard,
            Optional<Scoreboard> before,
            DistrictCode district,
            IndicatorId indicator) {
        return Examples.of(
                roundResults.of(List.of(scoreboard)),
                before.map(board -> roundResults.of(List.of(board))).orElse(null),
                similarity(scoreboard),
                district,
                indicator);
    }

    /** The values that count of a district; empty for one that reported nothing. */
    public Map<MeasureKey, MeasuredValue> values(Scoreboard scoreboard, DistrictCode district) {
        return roundResults.of(List.of(scoreboard)).of(district);
    }

    /** Everything that a district can still do; none if the round does not have it. */
    public Optional<Moves> movesOf(Scoreboard scoreboard, DistrictCode district) {
        return scoreboard
                .ranking()
                .row(district)
                .map(row ->
                        Moves.of(
                                scoreboard.agreement(),
                                row.scorecard(),
                                values(scoreboard, district),
                                scoreboard.asOf()));
    }

    /** Effort by how many others are not there yet. */
    public EffortBasis.OthersNotThere othersNotThere(Scoreboard scoreboard) {
        return othersNotThere.of(List.of(scoreboard));
    }

    /** Effort by a district's own pace, from all its figures of the round up to the day shown. */
    public EffortBasis.OwnPace ownPace(Scoreboard scoreboard, DistrictCode district) {
        Agreement agreement = scoreboard.agreement();
        List<Measurement> figures =
                courses.figures(scoreboard, district).stream()
                        .filter(figure -> !figure.asOf().isAfter(scoreboard.asOf()))
                        .toList();
        Map<MeasureKey, BigFraction> perDay = new HashMap<>();
        agreement
                .indicators()
                .forEach(indicator -> {
                    for (Measure measure : indicator.measures()) {
                        MeasureKey key = indicator.key(measure.id());
                        PaceSoFar.of(Course.of(agreement, district, key, figures))
                                .ifPresent(pace -> perDay.put(key, pace.perDay()));
                    }
                });
        return new EffortBasis.OwnPace(perDay);
    }

    /**
     * What deserves a look in the last of some rounds.
     *
     * @param rounds in order, at least one
     */
    public Attention attention(List<Scoreboard> rounds) {
        return attention.of(rounds);
    }

    /**
     * Every district and concept through some rounds.
     *
     * @param rounds in order, at least one
     */
    public Trend trend(List<Scoreboard> rounds) {
        return trend.of(rounds);
    }

    /** Who improved from one round to another. */
    public Improvement improvement(Scoreboard earlier, Scoreboard later) {
        return improvement.of(List.of(earlier, later));
    }

    /** Whose rank moved from one round to another, and by whom. */
    public RankMovement rankMovement(Scoreboard earlier, Scoreboard later) {
        return rankMovement.of(List.of(earlier, later));
    }

    /**
     * Why the total of a district moved from one round to another.
     *
     * @return absent unless the district has a total in both
     */
    public Optional<TotalMovement> movement(
            DistrictCode district, Scoreboard earlier, Scoreboard later) {
        return movementOf
                .of(List.of(earlier, later))
                .get(district, code -> movements.of(code, earlier, later));
    }

    private Brief compose(List<Scoreboard> rounds) {
        Scoreboard current = rounds.getLast();
        Optional<Scoreboard> before =
                rounds.size() > 1 ? Optional.of(rounds.get(rounds.size() - 2)) : Optional.empty();
        return Brief.of(
                new Brief.Sources(
                        current.ranking(),
                        certainty(current),
                        ranksByWeights(current, WeightChange.TEN_PERCENT),
                        before.map(earlier -> rankMovement(earlier, current)),
                        district -> before.flatMap(earlier -> movement(district, earlier, current)),
                        cliffs(current),
                        attention(rounds),
                        moves(current)));
    }

    private static Similarity similarity(Scoreboard scoreboard, RoundResults results) {
        return Similarity.of(ContextFigure.of(scoreboard.agreement()), results.values());
    }

    private ProvinceMoves moves(List<Scoreboard> rounds) {
        EffortBasis basis = othersNotThere.of(rounds);
        return ProvinceMoves.of(
                last(rounds),
                roundResults.of(rounds).values(),
                rounds.getLast().asOf(),
                _ -> basis);
    }

    private static RoundId round(Scoreboard scoreboard) {
        return scoreboard.agreement().round();
    }

    private static Ranking last(List<Scoreboard> rounds) {
        return rounds.getLast().ranking();
    }

    private static List<Ranking> rankings(List<Scoreboard> rounds) {
        return rounds.stream().map(Scoreboard::ranking).toList();
    }
}
