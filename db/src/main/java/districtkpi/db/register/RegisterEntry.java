package districtkpi.db.register;

import districtkpi.domain.agreement.Deadline;
import districtkpi.domain.agreement.Punctuality;
import districtkpi.domain.place.DistrictCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the register says of a district in a round.
 *
 * @param indicators how many the agreement has
 * @param handedIn how many of them are handed in and were not sent back
 * @param completeAt when every indicator had been handed in once; absent until then
 * @param lastHandedIn the newest time that one was handed in
 * @param printed the newest time that the report was printed
 * @param receipt of the printed report by the province
 * @param lastReceiptStep the newest receipt or withdrawal, for whoever adds another
 * @param reminders how many were sent
 * @param lastReminder the newest, sent or not
 * @param address where the district is reminded
 */
public record RegisterEntry(
        DistrictCode district,
        int indicators,
        int handedIn,
        Optional<Instant> completeAt,
        Optional<Done> lastHandedIn,
        Optional<Done> printed,
        Optional<Receipt> receipt,
        OptionalLong lastReceiptStep,
        int reminders,
        Optional<Reminder> lastReminder,
        Optional<EmailAddress> address) {

    /**
     * That the province received the printed report.
     *
     * @param day in Bangkok, on which it came
     * @param note may be empty
     */
    public record Receipt(LocalDate day, String note, Done recorded) {}

    /**
     * A reminder.
     *
     * @param sent when, and by whom; by nobody where it was automatic
     * @param outcome how it ended
     */
    public record Reminder(Done sent, Outcome outcome) {}

    /** How a reminder ended. */
    public sealed interface Outcome {

        /** The mail server took it. */
        record Sent() implements Outcome {}

        /** It was not sent. */
        record Failed(ReminderFailure failure) implements Outcome {}

        /** The program ended before it was known. */
        record Unknown() implements Outcome {}
    }

    /** Whether every indicator is handed in. */
    public boolean isRecorded() {
        return handedIn == indicators;
    }

    /** How recording online stands. */
    public Punctuality recording(Optional<Deadline> deadline, LocalDate today) {
        return Punctuality.of(
                deadline, isRecorded() ? completeAt.map(Deadline::dayOf) : Optional.empty(), today);
    }

    /** How sending in the printed report stands. */
    public Punctuality sending(Optional<Deadline> deadline, LocalDate today) {
        return Punctuality.of(deadline, receipt.map(Receipt::day), today);
    }

    /** Whether the district still owes something: recording, or the printed report. */
    public boolean isToChase() {
        return !isRecorded() || receipt.isEmpty();
    }
}
