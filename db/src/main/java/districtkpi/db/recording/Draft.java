package districtkpi.db.recording;

import java.time.Instant;

/**
 * What stands in a field that was not handed in yet.
 *
 * @param text as it was typed, right or wrong
 * @param version counts its changes from 1
 * @param changedBy the name of the account; empty where there was none
 */
public record Draft(
        RecordingField field, String text, int version, Instant changedAt, String changedBy) {}
