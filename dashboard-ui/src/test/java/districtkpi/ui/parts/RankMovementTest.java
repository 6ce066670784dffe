package districtkpi.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RankMovementTest {

    private final Words words = new Words(new Translations(), Translations.ENGLISH, false);

    @Test
    void countsALowerNumberAsUp() {
        assertThat(move(5, 2).in(words)).isEqualTo("▲ up 3");
        assertThat(move(1, 4).in(words)).isEqualTo("▼ down 3");
        assertThat(move(3, 3).in(words)).isEqualTo("= unchanged");
    }

    @Test
    void comparesNothingWithNothing() {
        RankMovement unknown = RankMovement.of(OptionalInt.empty(), OptionalInt.of(1));
        assertThat(unknown).isInstanceOf(RankMovement.Unknown.class);
        assertThat(RankMovement.of(OptionalInt.of(1), OptionalInt.empty()))
                .isInstanceOf(RankMovement.Unknown.class);
    }

    private static RankMovement move(int then, int now) {
        return RankMovement.of(OptionalInt.of(then), OptionalInt.of(now));
    }
}
