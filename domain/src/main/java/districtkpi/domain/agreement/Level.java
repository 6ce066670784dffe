package districtkpi.domain.agreement;

import districtkpi.domain.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/**
 * One of the levels of an indicator.
 *
 * @param number 1–{@value #MAX}
 * @param score what it is worth, above 0; mostly its number. The weight of the indicator is earned
 *     by the part that this is of the score of its top level
 * @param text the Thai text verbatim, with its Thai digits, and an English reading
 * @param conditions the machine reading: all must hold; at least one
 * @param basis stated where the reading follows from the words, assumed where they leave it open
 */
public record Level(
        int number,
        BigDecimal score,
        LocalizedText text,
        List<Condition> conditions,
        Basis basis,
        List<Note> notes) {

    /** The most levels that an indicator can have. */
    public static final int MAX = 10;

    public Level {
        if (number < 1 || number > MAX) {
            throw new IllegalArgumentException("A level is 1 to " + MAX + ": " + number);
        }
        if (score.signum() <= 0) {
            throw new IllegalArgumentException("Level " + number + " needs a score above 0");
        }
        conditions = List.copyOf(conditions);
        notes = List.copyOf(notes);
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException("Level " + number + " has no condition");
        }
    }

    /** The same level that asks for something else. */
    Level withConditions(List<Condition> others) {
        return new Level(number, score, text, others, basis, notes);
    }

    /** Whether it is worth its number, as most levels are. */
    public boolean isWorthItsNumber() {
        return score.compareTo(BigDecimal.valueOf(number)) == 0;
    }
}
