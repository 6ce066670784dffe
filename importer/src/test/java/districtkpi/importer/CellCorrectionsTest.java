package districtkpi.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellCorrectionsTest {

    private static final Instant NOON = Instant.parse("2022-04-01T05:00:00Z");

    private static CellCorrection at(int line, int column, String after) {
        return new CellCorrection("", line, column, "value", "abc", after, NOON);
    }

    @Test
    void severalRoundsAddUpAndTheNewerCounts() {
        CellCorrections first = CellCorrections.NONE.with(List.of(at(3, 4, "12"), at(2, 4, "1")));
        CellCorrections second = first.with(List.of(at(2, 4, "2")));

        assertThat(second.all()).containsExactly(at(2, 4, "2"), at(3, 4, "12"));
        assertThat(second.without(at(3, 4, "")).all()).containsExactly(at(2, 4, "2"));
        assertThat(second.with(List.of(at(2, 4, "abc"))).all()).containsExactly(at(3, 4, "12"));
        assertThat(second.without(at(2, 4, "")).without(at(3, 4, "")))
                .isEqualTo(CellCorrections.NONE);
    }

    @Test
    void theirDigestIsOfWhatIsReadWhereWhoeverSaidSoAndWhenever() {
        CellCorrections one = CellCorrections.NONE.with(List.of(at(2, 4, "1"), at(3, 4, "2")));
        CellCorrections later =
                CellCorrections.NONE.with(
                        List.of(
                                at(3, 4, "2"),
                                new CellCorrection(
                                        "", 2, 4, "value", "abc", "1", NOON.plusSeconds(9))));

        assertThat(one.sha256()).matches("[0-9a-f]{64}").isEqualTo(later.sha256());
        assertThat(one.with(List.of(at(3, 4, "3"))).sha256()).isNotEqualTo(one.sha256());
        assertThat(one.with(List.of(at(3, 5, "2"))).sha256()).isNotEqualTo(one.sha256());
        assertThat(CellCorrections.NONE.sha256()).isEmpty();
        assertThat(CellCorrections.NONE.with(List.of(at(11, 2, "3"))).sha256())
                .isNotEqualTo(CellCorrections.NONE.with(List.of(at(1, 12, "3"))).sha256());
    }

    @Test
    void noCellIsMendedTwice() {
        assertThatThrownBy(() -> new CellCorrections(List.of(at(2, 4, "1"), at(2, 4, "2"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
