package districtkpi.domain.agreement;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Whether something was done by its deadline. */
public enum Punctuality {
    ON_TIME,
    LATE,
    /** Done, where no deadline was agreed. */
    DONE,
    /** Not done, but there is time, or no deadline was agreed. */
    OPEN,
    /** Not done, and the deadline is over. */
    OVERDUE;

    /**
     * How it stands.
     *
     * @param deadline absent where none was agreed
     * @param done the day on which it was done; absent where it was not
     */
    public static Punctuality of(
            Optional<Deadline> deadline, Optional<LocalDate> done, LocalDate today) {
        if (done.isPresent()) {
            return deadline.map(last -> last.isMissedOn(done.get()) ? LATE : ON_TIME).orElse(DONE);
        }
        return deadline.filter(last -> last.isMissedOn(today)).isPresent() ? OVERDUE : OPEN;
    }

    /** The form in files and texts, such as {@code on-time}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
