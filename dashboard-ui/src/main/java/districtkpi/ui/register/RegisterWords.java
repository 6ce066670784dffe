package districtkpi.ui.register;

import districtkpi.db.register.Done;
import districtkpi.db.register.RegisterEntry;
import districtkpi.db.register.RegisterEntry.Outcome;
import districtkpi.db.register.ReminderFailure;
import districtkpi.db.register.SubmissionStep;
import districtkpi.domain.agreement.Punctuality;
import districtkpi.office.mail.MailWords;
import districtkpi.office.words.Words;

/** What the register says of itself. */
record RegisterWords(Words words) {

    String state(Punctuality state) {
        return words.of(
                switch (state) {
                    case ON_TIME -> "register.state.on-time";
                    case LATE -> "register.state.late";
                    case DONE -> "register.state.done";
                    case OPEN -> "register.state.open";
                    case OVERDUE -> "register.state.overdue";
                });
    }

    /** When something was done, and by whom. */
    String done(Done done) {
        return words.of("register.done", words.dateTime(done.at()), by(done));
    }

    private static String by(Done done) {
        return done.by().isEmpty() ? "–" : done.by();
    }

    /** The newest reminder, and how it ended. */
    String reminder(RegisterEntry.Reminder reminder) {
        String at = words.dateTime(reminder.sent().at());
        String sent =
                reminder.sent().by().isEmpty()
                        ? words.of("register.reminder.automatic", at)
                        : words.of("register.reminder.by", at, reminder.sent().by());
        return switch (reminder.outcome()) {
            case Outcome.Sent _ -> sent;
            case Outcome.Failed(ReminderFailure failure) ->
                    words.of("register.reminder.failed", sent, MailWords.failure(failure, words));
            case Outcome.Unknown _ -> words.of("register.reminder.unknown", sent);
        };
    }

    /** Who did what when. */
    String step(SubmissionStep step) {
        String at = words.dateTime(step.done().at());
        String by = by(step.done());
        String said =
                switch (step.action()) {
                    case PRINTED -> words.of("register.step.printed", at, by);
                    case RECEIVED ->
                            words.of(
                                    "register.step.received",
                                    at,
                                    by,
                                    words.shortDate(step.day().orElseThrow()));
                    case RECEIPT_WITHDRAWN -> words.of("register.step.withdrawn", at, by);
                };
        return step.note().isEmpty() ? said : words.of("register.step.note", said, step.note());
    }

    /** What a district still owes, in one line. */
    String owed(RegisterEntry entry) {
        String recording =
                words.of(
                        "register.owed.recording",
                        words.number(entry.handedIn()),
                        words.number(entry.indicators()));
        if (entry.isRecorded()) {
            return words.of("register.owed.report");
        }
        return entry.receipt().isPresent()
                ? recording
                : words.of("register.owed.both", recording, words.of("register.owed.report"));
    }
}
