package districtkpi.office.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Deadline;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderDaysTest {

    private static final Deadline DEADLINE = new Deadline(LocalDate.of(2022, 3, 4));

    @ParameterizedTest
    @CsvSource({
        "2022-02-24,", // eight days before
        "2022-02-25, -7",
        "2022-02-27, -7", // two days late, since nothing ran
        "2022-02-28,",
        "2022-03-02,",
        "2022-03-03, -1",
        "2022-03-04, -1",
        "2022-03-05, 1", // says more than the one of the day before the deadline
        "2022-03-07, 1",
        "2022-03-08,",
        "2025-03-05,"
    })
    void aReminderIsDueOnItsDayAndALittleLater(LocalDate today, @Nullable Integer expected) {
        assertThat(ReminderDays.due(List.of(1, -7, -1), DEADLINE, today).orElse(null))
                .isEqualTo(expected);
    }

    @Test
    void noneIsDueWhereNoDaysAreSet() {
        assertThat(ReminderDays.due(List.of(), DEADLINE, DEADLINE.day())).isEmpty();
    }
}
