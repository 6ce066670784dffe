package districtkpi.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ReasonTextTest {

    @Test
    void countsCharactersAsPeopleDoAndRefusesWhatIsLonger() {
        String longest = "\uD83D\uDCC4".repeat(ReasonText.MAX_LENGTH);
        assertThat(ReasonText.isTooLong(longest)).isFalse();
        assertThat(ReasonText.checked(longest)).isEqualTo(longest);
        assertThat(ReasonText.isTooLong(longest + "x")).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> ReasonText.checked(longest + "x"));
    }
}
