package districtkpi.importer.result;

import districtkpi.db.result.NewConfirmation;
import districtkpi.db.result.NewMeasurement;
import districtkpi.importer.ImportEffect;
import districtkpi.importer.ImportEffect.Change;
import districtkpi.importer.ImportEffect.Figure;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.DateReader;
import districtkpi.importer.table.IssueLog;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What figures do to the rounds that they are about, and what is stored for it.
 *
 * @param shown what they do
 * @param toStore by line; all figures but those that would repeat what is stored for the same day
 * @param toConfirm by line; those
 * @param overtaken changes of which a figure of a later day counts today, with that figure
 */
public record FigureEffect(
        ImportEffect shown,
        List<NewMeasurement> toStore,
        List<NewConfirmation> toConfirm,
        Map<Change, Figure> overtaken) {

    public FigureEffect {
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
                            ? ImportTexts.text("result.of-import", counting.importId().getAsLong())
                            : "");
        });
        log.enter("");
    }
}
