package districtkpi.office.recording;

import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Status;
import districtkpi.office.recording.RecordingService.Shown;

/**
 * What would be handed in of an indicator now.
 *
 * @param shown what is to be looked at, and handed back with the step
 * @param difference from what was handed in before
 */
public record HandIn(Shown shown, Difference difference) {

    /** What handing in would change. */
    public enum Difference {
        /** Nothing was typed, and the evidence says nothing new: what counts is handed in. */
        NOTHING_TYPED,
        /** The texts are those that are handed in already, and no evidence came since. */
        NOTHING_CHANGED,
        SOMETHING
    }

    /** Whether the importer refuses what stands in the fields, so that it cannot be handed in. */
    public boolean isRejected() {
        return shown.effect().map(ImportReport::status).filter(Status.REJECTED::equals).isPresent();
    }
}
