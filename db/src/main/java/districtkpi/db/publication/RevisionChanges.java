package districtkpi.db.publication;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * What differs between two scoreboards of a round, such as two of its revisions.
 *
 * @param figures by district and measure; those whose value or day differs
 * @param levels by district and indicator
 * @param places by district; those whose total or rank differs
 */
public record RevisionChanges(
        List<FigureChange> figures, List<LevelChange> levels, List<PlaceChange> places) {

    public RevisionChanges {
        figures = List.copyOf(figures);
        levels = List.copyOf(levels);
        places = List.copyOf(places);
    }

    /** A figure that differs; absent where there is none. */
    public record FigureChange(
            DistrictCode district,
            MeasureKey measure,
            Optional<Measurement> before,
            Optional<Measurement> after) {}

    /** A level, 0 to 5, that differs; absent where there is none. */
    public record LevelChange(
            DistrictCode district, IndicatorId indicator, OptionalInt before, OptionalInt after) {}

    /** A total out of 100 or a rank that differs; absent where there is none. */
    public record PlaceChange(
            DistrictCode district,
            Optional<BigFraction> totalBefore,
            Optional<BigFraction> totalAfter,
            OptionalInt rankBefore,
            OptionalInt rankAfter) {}

    /** What differs from one to the other, of the districts that the later one has. */
    public static RevisionChanges between(Scoreboard before, Scoreboard after) {
        List<FigureChange> figures = new ArrayList<>();
        List<LevelChange> levels = new ArrayList<>();
        List<PlaceChange> places = new ArrayList<>();
        for (District known : after.districts()) {
            DistrictCode district = known.code();
            addFigures(
                    district,
                    before.measurements().getOrDefault(district, Map.of()),
                    after.measurements().getOrDefault(district, Map.of()),
                    figures);
            Optional<Ranking.Row> old = before.ranking().row(district);
            Optional<Ranking.Row> now = after.ranking().row(district);
            addLevels(district, levels(old), levels(now), levels);
            PlaceChange place =
                    new PlaceChange(district, total(old), total(now), rank(old), rank(now));
            if (!place.totalBefore().equals(place.totalAfter())
                    || !place.rankBefore().equals(place.rankAfter())) {
                places.add(place);
            }
        }
        return new RevisionChanges(figures, levels, places);
    }

    public boolean isEmpty() {
        return figures.isEmpty() && levels.isEmpty() && places.isEmpty();
    }

    private static void addFigures(
            DistrictCode district,
            Map<MeasureKey, Measurement> before,
            Map<MeasureKey, Measurement> after,
            List<FigureChange> figures) {
        for (MeasureKey measure : both(before, after)) {
            Optional<Measurement> old = Optional.ofNullable(before.get(measure));
            Optional<Measurement> now = Optional.ofNullable(after.get(measure));
            boolean same =
                    old.map(Measurement::value).equals(now.map(Measurement::value))
                            && old.map(Measurement::asOf).equals(now.map(Measurement::asOf));
            if (!same) {
                figures.add(new FigureChange(district, measure, old, now));
            }
        }
    }

    private static void addLevels(
            DistrictCode district,
            Map<IndicatorId, OptionalInt> before,
            Map<IndicatorId, OptionalInt> after,
            List<LevelChange> levels) {
        for (IndicatorId indicator : both(before, after)) {
            OptionalInt old = before.getOrDefault(indicator, OptionalInt.empty());
            OptionalInt now = after.getOrDefault(indicator, OptionalInt.empty());
            if (!old.equals(now)) {
                levels.add(new LevelChange(district, indicator, old, now));
            }
        }
    }

    private static Map<IndicatorId, OptionalInt> levels(Optional<Ranking.Row> row) {
        Map<IndicatorId, OptionalInt> levels = new TreeMap<>();
        row.ifPresent(found ->
                found.scorecard()
                        .lines()
                        .forEach(line ->
                                levels.put(line.score().indicator().id(), level(line.score()))));
        return levels;
    }

    private static OptionalInt level(IndicatorScore score) {
        return score instanceof IndicatorScore.WithLevel known
                ? OptionalInt.of(known.level())
                : OptionalInt.empty();
    }

    private static Optional<BigFraction> total(Optional<Ranking.Row> row) {
        return row.flatMap(found -> found.scorecard().total().points());
    }

    private static OptionalInt rank(Optional<Ranking.Row> row) {
        return row.map(Ranking.Row::rank).orElseGet(OptionalInt::empty);
    }

    private static <K> Set<K> both(Map<K, ?> before, Map<K, ?> after) {
        Set<K> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys;
    }
}
