package districtkpi.office.words;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.RoundId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static final LocalDate DAY = LocalDate.of(2022, 3, 4);

    private final Translations translations = new Translations();
    private final Words thai = new Words(translations, Translations.THAI, false);
    private final Words thaiDigits = new Words(translations, Translations.THAI, true);
    private final Words english = new Words(translations, Translations.ENGLISH, true);

    @Test
    void writesDaysInTheBuddhistEra() {
        assertThat(thai.date(DAY)).isEqualTo("4 มีนาคม 2565");
        assertThat(thaiDigits.date(DAY)).isEqualTo("๔ มีนาคม ๒๕๖๕");
        assertThat(thai.shortDate(DAY)).isEqualTo("4 มี.ค. 2565");
    }

    @Test
    void writesBothErasInEnglish() {
        assertThat(english.date(DAY)).isEqualTo("4 March 2022 (2565 BE)");
        assertThat(english.shortDate(DAY)).isEqualTo("4 Mar 2022 (2565 BE)");
    }

    @Test
    void cutsATextAtThePlacesOfItsArguments() {
        assertThat(english.pieces("value.in-unit"))
                .containsExactly(
                        new TextPiece.Place(0), new TextPiece.Said(" "), new TextPiece.Place(1));
        assertThat(thaiDigits.pieces("level.below"))
                .containsExactly(new TextPiece.Said("ต่ำกว่าระดับ ๑"));
    }

    @Test
    void writesPartsRangesAndGains() {
        assertThat(english.part(BigFraction.of(1, 3))).isEqualTo("33.3\u00a0%");
        assertThat(english.share(BigFraction.of(100))).isEqualTo("100");
        assertThat(english.share(BigFraction.of(9998, 100))).isEqualTo("99.98");
        assertThat(english.share(BigFraction.of(-47, 100))).isEqualTo("−0.5");
        assertThat(english.level(BigFraction.of(9, 2))).isEqualTo("4.50");
        assertThat(english.level(BigFraction.of(4))).isEqualTo("4");
        assertThat(english.eitherWay(BigFraction.of(1, 11))).isEqualTo("±9.09\u00a0%");
        assertThat(english.eitherWay(BigFraction.of(1, 10))).isEqualTo("±10\u00a0%");
        assertThat(english.ranks(2, 5)).isEqualTo("2–5");
        assertThat(thaiDigits.ranks(4, 4)).isEqualTo("๔");
        assertThat(english.gain(BigFraction.of(5, 4))).isEqualTo("+1.250");
        assertThat(english.gain(BigFraction.of(-1, 3))).isEqualTo("−0.333");
    }

    @Test
    void writesTimesOfBangkok() {
        Instant evening = Instant.parse("2022-03-04T17:30:00Z");
        assertThat(thai.dateTime(evening)).isEqualTo("5 มี.ค. 2565 00:30 น.");
        assertThat(english.dateTime(evening)).isEqualTo("5 Mar 2022 (2565 BE), 00:30");
    }

    @Test
    void neverRoundsAnEffortToNothing() {
        assertThat(thai.effort(BigFraction.of(1, 1500))).isEqualTo("< 0.01");
        assertThat(thaiDigits.effort(BigFraction.of(1, 1500))).isEqualTo("< ๐.๐๑");
        assertThat(thai.effort(BigFraction.ZERO)).isEqualTo("0");
        assertThat(thai.effort(BigFraction.of(376, 375))).isEqualTo("1");
        assertThat(thai.effort(BigFraction.of(311, 100))).isEqualTo("3.11");
    }

    @Test
    void namesRounds() {
        RoundId round = RoundId.parse("2565-1");
        assertThat(thai.round(round)).isEqualTo("รอบที่ 1 ปีงบประมาณ พ.ศ. 2565");
        assertThat(thaiDigits.round(round)).isEqualTo("รอบที่ ๑ ปีงบประมาณ พ.ศ. ๒๕๖๕");
        assertThat(english.round(round)).isEqualTo("Round 1, fiscal year 2565 BE");
    }

    @Test
    void keepsArabicDigitsInEnglish() {
        assertThat(english.number(1234)).isEqualTo("1,234");
    }

    @Test
    void saysLanguageAndDigitsAsBrowsersUnderstandThem() {
        assertThat(thaiDigits.languageTag()).isEqualTo("th-u-nu-thai");
        assertThat(english.languageTag()).isEqualTo("en");
    }

    @Test
    void leavesArgumentsAndPlacesOfArgumentsAlone() {
        assertThat(thaiDigits.of("report.file", "results-2565-1.csv"))
                .isEqualTo("ไฟล์ results-2565-1.csv");
        assertThat(thaiDigits.of("district.of-five", "3.650")).isEqualTo("เท่ากับ 3.650 จาก ๕");
    }

    @ParameterizedTest
    @CsvSource({
        "73, 1, 73.00",
        "145, 2, 72.50",
        "200, 3, 66.67",
        "1, 200, 0.01",
        "1999, 200, 10.00",
        "0, 1, 0.00"
    })
    void roundsTotalsHalfUpToTwoPlaces(long numerator, long denominator, String expected) {
        assertThat(thai.total(BigFraction.of(numerator, denominator))).isEqualTo(expected);
    }

    @Test
    void writesTheTotalOutOfFiveWithThreePlaces() {
        assertThat(thai.outOfFive(BigFraction.of(73))).isEqualTo("3.650");
    }

    @ParameterizedTest
    @CsvSource({
        "70, 1, 70.00",
        "69999, 1000, 69.999",
        "699999999, 10000000, 69.9999999",
        "5538, 100, 55.38",
        "200, 3, 66.67",
        "10995, 1000, 10.995",
        "-1, 100, −0.01",
        "-1, 1000, −0.001"
    })
    void neverShowsAThresholdThatWasNotReached(long numerator, long denominator, String expected) {
        assertThat(thai.percentage(BigFraction.of(numerator, denominator))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "12400, 2, '12,400'",
        "12400.5, 2, '12,400.50'",
        "3, 0, 3",
        "1234567, 0, '1,234,567'"
    })
    void showsSatangOnlyWhereThereAreAny(BigDecimal amount, int places, String expected) {
        assertThat(thai.amount(amount, places)).isEqualTo(expected);
    }

    @Test
    void signsDifferences() {
        assertThat(thai.difference(BigFraction.of(28))).isEqualTo("+28.00");
        assertThat(thai.difference(BigFraction.of(-37))).isEqualTo("−37.00");
        assertThat(thai.difference(BigFraction.ZERO)).isEqualTo("0.00");
        assertThat(thai.difference(BigFraction.of(-1, 1000))).isEqualTo("0.00");
    }
}
