package districtkpi.ui.recording;

import districtkpi.db.recording.EvidenceDeadlines.Due;
import districtkpi.db.recording.EvidenceDeadlines.LevelDue;
import districtkpi.db.recording.EvidenceDeadlines.StepDue;
import districtkpi.office.words.Words;

/** Says what asks for a day: a level, or a step that brings points. */
final class DueWords {

    private DueWords() {}

    static String of(Due due, Words words) {
        return switch (due) {
            case LevelDue level -> words.of("receipt.due.level", words.level(level.level()));
            case StepDue step -> words.of("receipt.due.step", words.of(step.step().text()));
        };
    }
}
