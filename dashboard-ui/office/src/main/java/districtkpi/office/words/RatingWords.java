package districtkpi.office.words;

import districtkpi.domain.agreement.Rating;
import districtkpi.scoring.RatingRange;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What totals are called.
 *
 * @param words of the reader
 */
public record RatingWords(Words words) {

    /** One word, or from which to which while figures are missing. */
    public String of(RatingRange range) {
        return range.isCertain()
                ? words.of(range.lowest().name())
                : words.of(
                        "rating.range",
                        words.of(range.lowest().name()),
                        words.of(range.highest().name()));
    }

    /** All words with their bounds, the highest first. */
    public String list(List<Rating> ratings) {
        return ratings.isEmpty()
                ? words.of("rating.none")
                : ratings.stream()
                        .map(rating ->
                                words.of(
                                        "rating.from",
                                        words.of(rating.name()),
                                        words.number(rating.from())))
                        .collect(Collectors.joining(" · "));
    }
}
