package districtkpi.importer.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.RoundId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnusualRoundTest {

    /** In round 2570-1. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private static Optional<UnusualRound> find(String round, String... opened) {
        List<RoundId> rounds = Arrays.stream(opened).map(RoundId::parse).toList();
        return UnusualRound.find(
                RoundId.parse(round), RoundId.parse(round).firstDay(), rounds, TODAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2569-1", "2569-2", "2570-1", "2570-2", "2571-1", "2571-2"})
    void theYearOfTodayAndThoseBesideItAreUsual(String round) {
        assertThat(find(round)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2564-2", "2565-2", "2566-1", "2566-2"})
    void theYearOfARoundThatIsThereAndThoseBesideItAreUsual(String round) {
        assertThat(find(round, "2565-1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // Two digits changed places.
        "2596-1, 2569-1",
        "2507-1, 2570-1",
        "2751-2, 2571-2",
        // One digit is another.
        "2469-1, 2569-1",
        "2580-2, 2570-2",
        // Nothing near: what follows the last one.
        "2544-1, 2569-1",
        "2999-2, 2569-1",
    })
    void saysWhichRoundWasProbablyMeant(String round, String likely) {
        assertThat(find(round, "2568-1", "2568-2"))
                .map(UnusualRound::likely)
                .contains(RoundId.parse(likely));
    }

    @Test
    void doesNotProposeARoundThatIsThere() {
        assertThat(find("2596-1", "2569-1"))
                .map(UnusualRound::likely)
                .contains(RoundId.parse("2569-2"));
    }

    @Test
    void doesNotProposeWhatFollowsAnotherSlip() {
        assertThat(find("2957-1", "2568-2", "2596-1"))
                .map(UnusualRound::likely)
                .contains(RoundId.parse("2569-1"));
    }

    /** Somebody took the file of the last round and changed its name alone. */
    @Test
    void doesNotBelieveDaysOfARoundThatIsThere() {
        RoundId last = RoundId.parse("2568-2");

        assertThat(
                        UnusualRound.find(
                                RoundId.parse("2596-1"), last.firstDay(), List.of(last), TODAY))
                .map(UnusualRound::likely)
                .contains(RoundId.parse("2569-1"));
    }

    @Test
    void believesTheDaysOfTheAgreementFirst() {
        RoundId last = RoundId.parse("2565-2");

        assertThat(
                        UnusualRound.find(
                                RoundId.parse("2596-1"),
                                LocalDate.of(2022, 10, 1),
                                List.of(last),
                                TODAY))
                .map(UnusualRound::likely)
                .contains(RoundId.parse("2566-1"));
    }

    @Test
    void saysWhenItStartsAndHowFarThatIsInBothLanguages() {
        UnusualRound unusual = find("2596-2", "2568-2").orElseThrow();

        assertThat(unusual.start().en()).isEqualTo("1 April 2596");
        assertThat(unusual.start().th()).isEqualTo("1 เมษายน 2596");
        assertThat(unusual.distance().en()).isEqualTo("26 years after round 2570-1");
        assertThat(unusual.distance().th()).isEqualTo("ซึ่งหลังรอบ 2570-1 ไป 26 ปี");
    }

    /** The eras have ends; a neighbour beyond them is none. */
    @Test
    void theLastRoundThereIsHasNoneAfterIt() {
        assertThat(find("2400-1", "2999-2")).map(UnusualRound::likely).isPresent();
    }
}
