package districtkpi.domain.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The short names by which files and the API call things. */
class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"2564-2", "2565-1", "2400-1", "2999-2"})
    void aRoundReadsWhatItWrites(String text) {
        assertThat(RoundId.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "2565", "2565-0", "2565-3", "2022-1", "3000-1", "๒๕๖๕-๑", "2565-1 ", "2565/1"
            })
    void aRoundIsABuddhistEraFiscalYearAndOneOrTwo(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoundId.parse(text))
                .withMessageContaining("2565-1");
    }

    @Test
    void roundsSortByTime() {
        assertThat(Stream.of("2565-2", "2564-2", "2565-1").map(RoundId::parse).sorted())
                .extracting(RoundId::toString)
                .containsExactly("2564-2", "2565-1", "2565-2");
        assertThatIllegalArgumentException().isThrownBy(() -> new RoundId(2399, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RoundId(2565, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "T 1", "ต1", "T1.x", "ABCDEFGHIJKLMNOPQRSTU"})
    void anIndicatorIdIsShortAscii(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> IndicatorId.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Spending", "1st", "a-b", "a.b", "งบ"})
    void measureConceptAndUnitIdsAreLowerCaseAscii(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MeasureId.of(text));
        assertThatIllegalArgumentException().isThrownBy(() -> ConceptId.of(text));
        assertThatIllegalArgumentException().isThrownBy(() -> UnitId.of(text));
    }

    @Test
    void idsHaveALongestForm() {
        assertThat(MeasureId.of("m".repeat(60)).value()).hasSize(60);
        assertThatIllegalArgumentException().isThrownBy(() -> MeasureId.of("m".repeat(61)));
        assertThat(UnitId.of("u".repeat(40)).value()).hasSize(40);
        assertThatIllegalArgumentException().isThrownBy(() -> UnitId.of("u".repeat(41)));
        assertThatIllegalArgumentException().isThrownBy(() -> ConceptId.of("c".repeat(61)));
    }

    @Test
    void aMeasureKeyIsTheColumnOfTheWideFileAndSortsByIndicatorFirst() {
        MeasureKey early = new MeasureKey(IndicatorId.of("P1"), MeasureId.of("z"));
        MeasureKey late = new MeasureKey(IndicatorId.of("P2"), MeasureId.of("a"));

        assertThat(early).hasToString("P1.z");
        assertThat(List.of(late, early).stream().sorted()).containsExactly(early, late);
        assertThat(MeasureKey.parse("P1.z")).isEqualTo(early);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P1", "P1.", ".z", "P1.z.of", "P1.Z", "p 1.z"})
    void whatIsNoMeasureKeyIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MeasureKey.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Team",
                "9a",
                "results-70",
                "part_1",
                "total",
                "unreported",
                "รายทีม",
                "aaaaaaaaaaaaaaaaaaaaa"
            })
    void whatIsNoSectionIdIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SectionId.of(text));
    }

    @ParameterizedTest
    @EnumSource(MeasureKind.class)
    void aKindReadsItsKey(MeasureKind kind) {
        assertThat(MeasureKind.parse(kind.key())).isEqualTo(kind);
    }

    @Test
    void keysAreThoseOfTheFilesInEveryLocale() {
        // A Turkish lower-case I has no dot; the build runs the tests in such a locale.
        assertThat(Ladder.HIGHEST.key()).isEqualTo("highest");
        assertThat(Ladder.CUMULATIVE.key()).isEqualTo("cumulative");
        assertThat(Interpolation.LINEAR.key()).isEqualTo("linear");
        assertThat(BelowLevelOne.ONE.key()).isEqualTo("one");
        assertThat(MeasureKind.REDUCTION.key()).isEqualTo("reduction");
        assertThatIllegalArgumentException().isThrownBy(() -> MeasureKind.parse("SHARE"));
    }
}
