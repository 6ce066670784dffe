package districtkpi.office.words;

import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.scoring.Exact;

/**
 * What a result is worth that reaches no level.
 *
 * @param words of the reader
 */
public record BelowLevelOneWords(Words words) {

    /** As the predicate of “a result below level 1”. */
    public String of(BelowLevelOne rule) {
        if (rule.linear()) {
            return words.of("rules.below.linear");
        }
        if (rule.equals(BelowLevelOne.ZERO)) {
            return words.of("rules.below.zero");
        }
        return rule.equals(BelowLevelOne.ONE)
                ? words.of("rules.below.one")
                : words.of("rules.below.score", words.level(Exact.fraction(rule.score())));
    }
}
