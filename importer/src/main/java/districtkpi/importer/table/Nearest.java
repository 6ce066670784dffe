package districtkpi.importer.table;

import java.util.Collection;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what was probably meant by a name that is not known. */
public final class Nearest {

    /** Longer names are not slips of anything. */
    private static final int MAX_LENGTH = 100;

    private Nearest() {}

    /**
     * The known name with the fewest letters to change, if about a third of the letters is enough;
     * of several the first.
     */
    public static Optional<String> to(String name, Collection<String> known) {
        if (name.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int fewest = Math.max(1, (name.length() + 1) / 3) + 1;
        Optional<String> nearest = Optional.empty();
        for (String candidate : known) {
            int changes = new LevenshteinDistance(fewest).apply(name, candidate);
            if (changes >= 0 && changes < fewest) {
                fewest = changes;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }
}
