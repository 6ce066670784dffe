package districtkpi.office.analysis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import districtkpi.db.scoreboard.Scoreboard;
import java.util.List;
import java.util.function.Function;

/**
 * A result for a line of rounds, kept as long as every one of them is the same object: scoreboards
 * are shared until a round's data changes, and then replaced.
 */
final class ScoreboardCache<T> {

    private record Result<T>(List<Scoreboard> of, T value) {

        boolean isOf(List<Scoreboard> rounds) {
            if (of.size() != rounds.size()) {
                return false;
            }
            for (int i = 0; i < of.size(); i++) {
                // The same object, not only an equal one: to compare rounds costs more than this
                // saves.
                if (!isSame(of.get(i), rounds.get(i))) {
                    return false;
                }
            }
            return true;
        }

        @SuppressWarnings("ReferenceEquality") // see above
        private static boolean isSame(Scoreboard one, Scoreboard other) {
            return one == other;
        }
    }

    private static final int MAX = 64;

    /** Weak keys are compared as objects; what is kept refers to them, so the size is limited. */
    private final Cache<Scoreboard, Result<T>> results =
            Caffeine.newBuilder().weakKeys().maximumSize(MAX).build();

    private final Function<List<Scoreboard>, T> calculation;

    ScoreboardCache(Function<List<Scoreboard>, T> calculation) {
        this.calculation = calculation;
    }

    /**
     * The result for rounds.
     *
     * @param rounds at least one, the one that it is about last
     */
    T of(List<Scoreboard> rounds) {
        Scoreboard last = rounds.getLast();
        Result<T> kept = results.getIfPresent(last);
        if (kept == null || !kept.isOf(rounds)) {
            kept = new Result<>(rounds, calculation.apply(rounds));
            results.put(last, kept);
        }
        return kept.value();
    }
}
