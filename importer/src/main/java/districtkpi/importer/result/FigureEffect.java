package districtkpi.importer.result;

import districtkpi.db.result.NewConfirmation;
import districtkpi.db.result.NewMeasurement;
import districtkpi.domain.LocalizedText;
import districtkpi.importer.ImportReport.Change;
import districtkpi.importer.ImportReport.Figure;
import districtkpi.importer.ImportReport.Impact;
import districtkpi.importer.ImportReport.Kind;
import districtkpi.importer.ImportReport.LevelChange;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.DateReader;
import districtkpi.importer.table.IssueCode;
import districtkpi.importer.table.IssueLog;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What figures do to the rounds that they are about.
 *
 * @param changes what becomes of each figure, by line
 * @param levels the indicators before and after
 * @param impact the districts before and after
 * @param toStore by line; all figures but those that would repeat what is stored for the same day
 * @param toConfirm by line; those
 * @param overtaken changes of which a figure of a later day counts today, with that figure
 */
public record FigureEffect(
        List<Change> changes,
        List<LevelChange> levels,
        List<Impact> impact,
        List<NewMeasurement> toStore,
        List<NewConfirmation> toConfirm,
        Map<Change, Figure> overtaken) {

    public FigureEffect {
        changes = List.copyOf(changes);
        levels = List.copyOf(levels);
        impact = List.copyOf(impact);
        toStore = List.copyOf(toStore);
        toConfirm = List.copyOf(toConfirm);
        overtaken = Collections.unmodifiableMap(new LinkedHashMap<>(overtaken));
    }

    /** Says of each figure that is overtaken that it does not count today, and which one does. */
    public void reportOvertaken(IssueLog log) {
        overtaken.forEach((change, counting) -> {
            log.enter(change.sheet());
            log.add(
                    IssueCode.OVERTAKEN,
                    new Cell(change.line(), change.measure().toString(), ""),
                    change.district(),
                    DateReader.shown(change.asOf()),
                    DateReader.shown(counting.asOf()),
                    counting.importId().isPresent()
                            ? new LocalizedText(
                                    " (การนำเข้าครั้งที่ " + counting.importId().getAsLong() + ")",
                                    " (import " + counting.importId().getAsLong() + ")")
                            : "");
        });
        log.enter("");
    }

    /** Figures of which nothing was known on their day, without those that are overtaken. */
    public int created() {
        return count(Kind.CREATED);
    }

    /** Figures that differ from those that counted on their day, without those overtaken. */
    public int changed() {
        return count(Kind.CHANGED);
    }

    /** Figures that are the same number as before, however it is written. */
    public int unchanged() {
        return count(Kind.UNCHANGED);
    }

    private int count(Kind kind) {
        return (int) changes.stream().filter(change -> change.kind() == kind).count();
    }
}
