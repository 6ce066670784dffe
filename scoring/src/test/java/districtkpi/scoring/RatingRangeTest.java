package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Rating;
import districtkpi.domain.testing.AgreementBuilder;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingRangeTest {

    /** Weights of 50 and 50, five levels each: 10 points a level. */
    private static final Agreement PLAIN = LevelTable.agreement("50", "50");

    private static final Agreement RATED =
            AgreementBuilder.like(PLAIN)
                    .ratings(rating("A", "90"), rating("B", "59.99"), rating("C", "0"))
                    .build();

    private static Rating rating(String name, String from) {
        return new Rating(new LocalizedText(name, name), new BigDecimal(from));
    }

    /** Levels 5 and 4 are 90 points, 3 and 3 are 60; without the second 30 to 80 are possible. */
    @ParameterizedTest
    @CsvSource({
        "5 5, A, A",
        "5 4, A, A",
        "4 4, B, B",
        "3 3, B, B",
        "3 2, C, C",
        "0 0, C, C",
        "3 -, C, B",
        "5 -, C, A",
        "0 -, C, C",
        "5 n/a, A, A"
    })
    void isTheWordOfTheLeastAndOfTheMostThatIsPossible(
            String levels, String lowest, String highest) {
        Scorecard card = LevelTable.card(new Scorer(RATED), "4301", levels);

        assertThat(RatingRange.of(RATED, card.total()))
                .hasValueSatisfying(range -> {
                    assertThat(range.lowest().name().en()).isEqualTo(lowest);
                    assertThat(range.highest().name().en()).isEqualTo(highest);
                    assertThat(range.isCertain()).isEqualTo(lowest.equals(highest));
                });
    }

    @Test
    void isNoneWithoutAResultOrWithoutRatings() {
        assertThat(RatingRange.of(RATED, LevelTable.card(new Scorer(RATED), "4301", "- -").total()))
                .isEmpty();
        assertThat(RatingRange.of(PLAIN, LevelTable.card(new Scorer(PLAIN), "4301", "5 5").total()))
                .isEmpty();
    }

    @Test
    void ratingsFallToZero() {
        AgreementBuilder builder = AgreementBuilder.like(PLAIN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.ratings(rating("A", "90"), rating("B", "1")).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.ratings(rating("A", "0"), rating("B", "0.0")).build());
        assertThatIllegalArgumentException().isThrownBy(() -> rating("A", "-1"));
    }
}
