package districtkpi.domain.agreement;

import districtkpi.domain.LocalizedText;
import java.util.List;

/**
 * One of the five levels of an indicator.
 *
 * @param number 1–5
 * @param text the Thai text verbatim, with its Thai digits, and an English reading
 * @param conditions the machine reading: all must hold; at least one
 * @param basis stated where the reading follows from the words, assumed where they leave it open
 */
public record Level(
        int number, LocalizedText text, List<Condition> conditions, Basis basis, List<Note> notes) {

    public Level {
        if (number < 1 || number > 5) {
            throw new IllegalArgumentException("A level is 1 to 5: " + number);
        }
        conditions = List.copyOf(conditions);
        notes = List.copyOf(notes);
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException("Level " + number + " has no condition");
        }
    }
}
