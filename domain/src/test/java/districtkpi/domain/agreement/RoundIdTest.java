package districtkpi.domain.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundIdTest {

    @ParameterizedTest
    @CsvSource({
        "2565-1, 2021-10-01, 2022-03-31, 2565-2",
        "2565-2, 2022-04-01, 2022-09-30, 2566-1",
        "2565-q1, 2021-10-01, 2021-12-31, 2565-q2",
        "2565-q2, 2022-01-01, 2022-03-31, 2565-q3",
        "2565-q3, 2022-04-01, 2022-06-30, 2565-q4",
        "2565-q4, 2022-07-01, 2022-09-30, 2566-q1",
        "2565-9m, 2021-10-01, 2022-06-30, 2566-9m",
        "2565-y, 2021-10-01, 2022-09-30, 2566-y",
        "2565-2-province, 2022-04-01, 2022-09-30, 2566-1-province",
        "2565-y-department, 2021-10-01, 2022-09-30, 2566-y-department"
    })
    void hasTheDaysOfItsPeriodAndANextOne(String id, LocalDate first, LocalDate last, String next) {
        RoundId round = RoundId.parse(id);

        assertThat(round).hasToString(id);
        assertThat(round.firstDay()).isEqualTo(first);
        assertThat(round.lastDay()).isEqualTo(last);
        assertThat(round.next()).hasToString(next);
        assertThat(round.next().follows(round)).isTrue();
        assertThat(round.follows(round.next())).isFalse();
        assertThat(round.on(first)).isEqualTo(round);
        assertThat(round.on(last)).isEqualTo(round);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2565-3",
                "2565-q5",
                "2565-6m",
                "2565-",
                "2565-1-",
                "2565-1-district",
                "2565-1-Province",
                "2399-1",
                "3000-1",
                "2565-q1 ",
                "2565-Q1"
            })
    void refusesWhatIsNoRound(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> RoundId.parse(text));
    }

    @Test
    void comesAfterWhatEndsBefore() {
        List<RoundId> inOrder =
                Stream.of(
                                "2564-y",
                                "2565-q1",
                                "2565-1",
                                "2565-1-province",
                                "2565-q2",
                                "2565-q3",
                                "2565-9m",
                                "2565-2",
                                "2565-q4",
                                "2565-y",
                                "2566-1")
                        .map(RoundId::parse)
                        .toList();

        assertThat(inOrder.reversed().stream().sorted()).containsExactlyElementsOf(inOrder);
    }

    @ParameterizedTest
    @CsvSource({
        "2565-2, 2565-1, true",
        "2566-1, 2565-1, true",
        "2565-q3, 2565-q1, true",
        "2566-y, 2565-y, true",
        "2565-2, 2565-q1, false",
        "2565-q4, 2565-1, false",
        "2566-y, 2565-9m, false",
        "2565-2-province, 2565-1, false",
        "2565-2, 2565-1-province, false",
        "2565-2-province, 2565-1-province, true",
        "2565-1, 2565-1, false"
    })
    void followsWhatItIsComparedWith(String later, String earlier, boolean follows) {
        assertThat(RoundId.parse(later).follows(RoundId.parse(earlier))).isEqualTo(follows);
    }

    @Test
    void nineMonthsAreThoseThatAreOver() {
        assertThat(RoundId.parse("2560-9m").on(LocalDate.of(2022, 8, 1))).hasToString("2565-9m");
    }

    @ParameterizedTest
    @CsvSource({
        "FIRST_HALF, FIRST_QUARTER, true, true",
        "FIRST_HALF, THIRD_QUARTER, false, false",
        "NINE_MONTHS, SECOND_HALF, false, true",
        "NINE_MONTHS, THIRD_QUARTER, true, true",
        "SECOND_QUARTER, FIRST_HALF, false, true",
        "YEAR, SECOND_HALF, true, true"
    })
    void periodsLieInOthers(Period period, Period other, boolean includes, boolean overlaps) {
        assertThat(period.includes(other)).isEqualTo(includes);
        assertThat(period.overlaps(other)).isEqualTo(overlaps);
    }
}
