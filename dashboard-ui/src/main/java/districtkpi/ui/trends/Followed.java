package districtkpi.ui.trends;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.ConceptId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.OutOfFive;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.movement.DistrictTrend;
import districtkpi.scoring.movement.RuleChange;
import districtkpi.scoring.movement.Streak;
import districtkpi.scoring.movement.Trend;
import districtkpi.ui.parts.Part;
import districtkpi.ui.parts.RoundBefore;
import districtkpi.ui.state.PageState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What is followed from round to round: the points of the agreement or of a part of it, or the
 * level of one concept.
 *
 * @param rounds in order, at least one, the one of the page last
 * @param before what the last of them is compared with
 * @param trend of these rounds
 * @param parts what is looked at of the agreement of each round
 * @param concept of the trend; absent where points are followed
 * @param chosen districts that are to stand out, all of them known to the trend
 * @param unknown districts of the address that no round has
 */
record Followed(
        List<Scoreboard> rounds,
        RoundBefore before,
        Trend trend,
        List<Part> parts,
        Optional<Trend.Concept> concept,
        List<DistrictCode> chosen,
        List<DistrictCode> unknown) {

    /** Lines that can still be told apart. */
    static final int MAX_DRAWN = 12;

    static Followed of(List<Scoreboard> rounds, RoundBefore before, Trend trend, PageState state) {
        List<DistrictCode> chosen = new ArrayList<>();
        List<DistrictCode> unknown = new ArrayList<>();
        for (DistrictCode code : state.chosen(TrendsNavigation.DISTRICTS).orElse(List.of())) {
            (trend.district(code).isPresent() ? chosen : unknown).add(code);
        }
        return new Followed(
                rounds,
                before,
                trend,
                rounds.stream().map(round -> Part.of(round.agreement(), state)).toList(),
                state.chosen(TrendsNavigation.CONCEPT).flatMap(trend::concept),
                chosen,
                unknown);
    }

    /** What is looked at of the agreement of the last round. */
    Part part() {
        return parts.getLast();
    }

    /** The concepts of the part, each by its latest indicator; the one that is followed is kept. */
    List<Trend.Concept> offered() {
        return trend.concepts().stream()
                .filter(one -> concept.filter(one::equals).isPresent() || isInPart(one))
                .toList();
    }

    private boolean isInPart(Trend.Concept one) {
        int latest =
                IntStream.range(0, rounds.size())
                        .filter(round -> one.indicators().get(round).isPresent())
                        .max()
                        .orElseThrow();
        return one.indicators().get(latest).filter(parts.get(latest)::includes).isPresent();
    }

    Scoreboard last() {
        return rounds.getLast();
    }

    /**
     * All districts: those chosen first, then by rank in the last round, then those of earlier
     * ones.
     */
    List<DistrictTrend> ordered() {
        Set<DistrictCode> codes = new LinkedHashSet<>(chosen);
        last().ranking().rows().stream()
                .map(Ranking.Row::scorecard)
                .forEach(scorecard -> codes.add(scorecard.district()));
        trend.districts().forEach(district -> codes.add(district.district()));
        return codes.stream().flatMap(code -> trend.district(code).stream()).toList();
    }

    /** The values of a district; a gap where there is none. */
    List<Optional<BigFraction>> values(DistrictTrend district) {
        return concept.map(one -> levels(district, one)).orElseGet(() -> points(district));
    }

    /** Points of the part out of 100: of the whole the total, of a section what it has. */
    private List<Optional<BigFraction>> points(DistrictTrend district) {
        return IntStream.range(0, rounds.size())
                .mapToObj(round ->
                        district.rows()
                                .get(round)
                                .flatMap(row -> parts.get(round).points(row.scorecard())))
                .toList();
    }

    private static List<Optional<BigFraction>> levels(
            DistrictTrend district, Trend.Concept concept) {
        return district.lines(concept).stream()
                .map(line -> line.map(Scorecard.Line::score).flatMap(Followed::level))
                .toList();
    }

    private static Optional<BigFraction> level(IndicatorScore score) {
        return score instanceof IndicatorScore.WithLevel found
                ? Optional.of(OutOfFive.score(found))
                : Optional.empty();
    }

    /**
     * The change to the last round from what it is compared with; absent where the two cannot be
     * compared.
     */
    Optional<BigFraction> lastChange(DistrictTrend district) {
        if (isBreak(rounds.size() - 1)) {
            return Optional.empty();
        }
        return values(district)
                .getLast()
                .flatMap(now ->
                        before.comparable()
                                .flatMap(then -> value(then, district.district()))
                                .map(now::subtract));
    }

    /** The value of a district in what the last round is compared with. */
    private Optional<BigFraction> value(Scoreboard then, DistrictCode district) {
        Optional<Scorecard> scorecard = then.ranking().row(district).map(Ranking.Row::scorecard);
        return concept.isEmpty()
                ? scorecard.flatMap(parts.get(rounds.size() - 2)::points)
                : scorecard.stream()
                        .flatMap(one -> one.lines().stream())
                        .map(Scorecard.Line::score)
                        .filter(score ->
                                score.indicator().concept().equals(concept.get().concept()))
                        .findFirst()
                        .flatMap(Followed::level);
    }

    /**
     * How often in a row it rose or fell, since it is measured as it is now; absent while the last
     * round is filled, which is no fall.
     */
    Optional<Streak> streak(DistrictTrend district) {
        if (before.isFilling()) {
            return Optional.empty();
        }
        List<Optional<BigFraction>> values = values(district);
        int since = IntStream.range(0, values.size()).filter(this::isBreak).max().orElse(0);
        return Streak.of(values.subList(since, values.size()));
    }

    /** True if what is followed is measured otherwise from a round on. */
    boolean isBreak(int round) {
        return concept.filter(one -> one.breaks().contains(round)).isPresent();
    }

    /**
     * What changed in the rules up to a round since the one before it, as far as it concerns what
     * is followed.
     */
    List<RuleChange> changes(int round) {
        return round == 0
                ? List.of()
                : trend.ruleChanges().get(round - 1).stream()
                        .filter(change -> concerns(change, round))
                        .toList();
    }

    private boolean concerns(RuleChange change, int round) {
        Optional<ConceptId> about = change.concept();
        if (about.isEmpty()) {
            // The points of one section do not depend on its share.
            return concept.isPresent()
                    || part().section() == null
                    || !(change instanceof RuleChange.SectionShare);
        }
        return concept.isPresent()
                ? about.get().equals(concept.get().concept())
                : has(round - 1, about.get()) || has(round, about.get());
    }

    private boolean has(int round, ConceptId id) {
        return parts.get(round).indicators().stream()
                .anyMatch(indicator -> indicator.concept().equals(id));
    }

    /** The district's name in the last round that has it. */
    Optional<District> district(DistrictCode code) {
        return rounds.reversed().stream()
                .flatMap(round -> round.district(code).stream())
                .findFirst();
    }
}
