package districtkpi.office.analysis;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.ImportEffect.Impact;
import districtkpi.importer.ImportEffect.LevelChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What differs between two scoreboards of a round, such as two of its revisions, of the districts
 * that the later one has.
 *
 * @param figures by district and measure; those whose value or day differs
 * @param levels by district, in the order of the agreement; those that differ
 * @param places by district; those whose total or rank differs
 */
public record RevisionChanges(
        List<FigureChange> figures, List<LevelChange> levels, List<Impact> places) {

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

    /**
     * What differs from one to the other.
     *
     * @param before no more of it than may be seen of the other: one district where that is one
     */
    public static RevisionChanges between(Scoreboard before, Scoreboard after) {
        Set<DistrictCode> codes = codes(before, after);
        return new RevisionChanges(
                figures(before, after, codes),
                Stream.concat(
                                LevelChange.between(before.ranking(), after.ranking(), List.of())
                                        .stream(),
                                lost(before, after).stream())
                        .filter(change -> !change.levelBefore().equals(change.levelAfter()))
                        .toList(),
                Impact.between(before.ranking(), after.ranking()).stream()
                        .filter(impact -> codes.contains(impact.district()))
                        .filter(impact ->
                                !impact.totalBefore().equals(impact.totalAfter())
                                        || !impact.rankBefore().equals(impact.rankAfter()))
                        .toList());
    }

    /** Of both: a district whose code ended within the round counts no more, which is a change. */
    private static Set<DistrictCode> codes(Scoreboard before, Scoreboard after) {
        return Stream.of(before, after)
                .flatMap(board -> board.districts().stream())
                .map(District::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The levels of districts that are ranked no more: what they would gain, turned round. */
    private static List<LevelChange> lost(Scoreboard before, Scoreboard after) {
        return LevelChange.between(after.ranking(), before.ranking(), List.of()).stream()
                .filter(change -> after.ranking().row(change.district()).isEmpty())
                .map(change ->
                        new LevelChange(
                                change.round(),
                                change.district(),
                                change.indicator(),
                                /* levelBefore= */ change.levelAfter(),
                                /* levelAfter= */ change.levelBefore(),
                                /* pointsBefore= */ change.pointsAfter(),
                                /* pointsAfter= */ change.pointsBefore()))
                .toList();
    }

    public boolean isEmpty() {
        return figures.isEmpty() && levels.isEmpty() && places.isEmpty();
    }

    private static List<FigureChange> figures(
            Scoreboard before, Scoreboard after, Set<DistrictCode> codes) {
        List<FigureChange> figures = new ArrayList<>();
        for (DistrictCode code : codes) {
            Map<MeasureKey, Measurement> old = before.measurements().getOrDefault(code, Map.of());
            Map<MeasureKey, Measurement> now = after.measurements().getOrDefault(code, Map.of());
            Set<MeasureKey> measures = new TreeSet<>(old.keySet());
            measures.addAll(now.keySet());
            for (MeasureKey measure : measures) {
                FigureChange change =
                        new FigureChange(
                                code,
                                measure,
                                Optional.ofNullable(old.get(measure)),
                                Optional.ofNullable(now.get(measure)));
                if (differs(change.before(), change.after())) {
                    figures.add(change);
                }
            }
        }
        return figures;
    }

    private static boolean differs(Optional<Measurement> before, Optional<Measurement> after) {
        return !before.map(Measurement::value).equals(after.map(Measurement::value))
                || !before.map(Measurement::asOf).equals(after.map(Measurement::asOf));
    }
}
