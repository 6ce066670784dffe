package districtkpi.ui.analysis;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.ImportReport.Impact;
import districtkpi.importer.ImportReport.LevelChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

    /** What differs from one to the other. */
    public static RevisionChanges between(Scoreboard before, Scoreboard after) {
        return new RevisionChanges(
                figures(before, after),
                LevelChange.between(before.ranking(), after.ranking(), List.of()).stream()
                        .filter(change -> !change.levelBefore().equals(change.levelAfter()))
                        .toList(),
                Impact.between(before.ranking(), after.ranking()).stream()
                        .filter(impact -> after.district(impact.district()).isPresent())
                        .filter(impact ->
                                !impact.totalBefore().equals(impact.totalAfter())
                                        || !impact.rankBefore().equals(impact.rankAfter()))
                        .toList());
    }

    public boolean isEmpty() {
        return figures.isEmpty() && levels.isEmpty() && places.isEmpty();
    }

    private static List<FigureChange> figures(Scoreboard before, Scoreboard after) {
        List<FigureChange> figures = new ArrayList<>();
        for (District district : after.districts()) {
            DistrictCode code = district.code();
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
