package districtkpi.domain.agreement;

import districtkpi.domain.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/**
 * A word for totals, such as ดีเด่น from 90 on. It is indicative: who is rated so, and what follows
 * from it, is decided elsewhere.
 *
 * @param from the least combined total that has the word, 0–100
 */
public record Rating(LocalizedText name, BigDecimal from) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Rating {
        if (from.signum() < 0 || from.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("A rating begins from 0 to 100: " + from);
        }
    }

    /**
     * Whether ratings give each total one word.
     *
     * @param ratings from the highest; the last one begins at 0
     */
    static boolean coverAllTotals(List<Rating> ratings) {
        for (int i = 1; i < ratings.size(); i++) {
            if (ratings.get(i).from().compareTo(ratings.get(i - 1).from()) >= 0) {
                return false;
            }
        }
        return ratings.isEmpty() || ratings.getLast().from().signum() == 0;
    }
}
