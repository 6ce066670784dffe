package districtkpi.office.reminder;

import districtkpi.domain.agreement.Deadline;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** On which days reminders are sent without being asked for. */
final class ReminderDays {

    /**
     * How many days later a reminder still makes sense, where the program or the mail server did
     * not run on its day.
     */
    private static final int GRACE = 2;

    private ReminderDays() {}

    /**
     * The reminder that is due, as days after the deadline.
     *
     * @param days on which reminders are sent, counted from the deadline
     * @return absent on all other days; of several the newest, which says more than the ones before
     */
    static Optional<Integer> due(Collection<Integer> days, Deadline deadline, LocalDate today) {
        long now = ChronoUnit.DAYS.between(deadline.day(), today);
        return days.stream()
                .filter(day -> day <= now)
                .max(Comparator.naturalOrder())
                .filter(day -> now - day <= GRACE);
    }
}
