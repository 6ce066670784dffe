package districtkpi.domain.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

    private static final LocalDate DAY = LocalDate.of(2022, 3, 4);
    private static final Deadline DEADLINE = new Deadline(DAY);

    @ParameterizedTest
    @CsvSource({
        "2022-03-03T16:59:59Z, false", // 23:59:59 of the day before
        "2022-03-03T17:00:00Z, false", // 00:00:00 of the day, when Greenwich has the day before
        "2022-03-03T23:59:59Z, false",
        "2022-03-04T00:00:00Z, false",
        "2022-03-04T16:59:59Z, false", // 23:59:59 of the day
        "2022-03-04T16:59:59.999999Z, false",
        "2022-03-04T17:00:00Z, true", // 00:00:00 of the next, when Greenwich still has the day
        "2022-03-04T23:59:59Z, true",
        "2022-03-05T00:00:00Z, true"
    })
    void countsToTheEndOfItsDayInBangkok(Instant moment, boolean missed) {
        assertThat(DEADLINE.isMissedAt(moment)).isEqualTo(missed);
    }

    @Test
    void saysHowWhatWasAskedForStands() {
        assertThat(state(DEADLINE, DAY, DAY.plusDays(9))).isEqualTo(Punctuality.ON_TIME);
        assertThat(state(DEADLINE, DAY.plusDays(1), DAY.plusDays(9))).isEqualTo(Punctuality.LATE);
        assertThat(state(DEADLINE, null, DAY)).isEqualTo(Punctuality.OPEN);
        assertThat(state(DEADLINE, null, DAY.plusDays(1))).isEqualTo(Punctuality.OVERDUE);
        assertThat(state(null, DAY, DAY)).isEqualTo(Punctuality.DONE);
        assertThat(state(null, null, DAY)).isEqualTo(Punctuality.OPEN);
    }

    private static Punctuality state(
            @Nullable Deadline deadline, @Nullable LocalDate done, LocalDate today) {
        return Punctuality.of(Optional.ofNullable(deadline), Optional.ofNullable(done), today);
    }
}
