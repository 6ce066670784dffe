package districtkpi.ui.parts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.office.words.Words;
import districtkpi.ui.state.PageState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Still rows that were written for somebody, for all others who see the same: of the same rounds,
 * under an address that says the same, in the same language.
 *
 * @see "Decision record 0053: many readers"
 */
@Component
public final class RowCache {

    /** In characters of HTML, most of them two bytes: a tenth of the least memory. */
    private static final long MAX = 24_000_000;

    /** Rounds that nobody looks at any more are not held by it. */
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final Cache<Same, List<Written>> rows =
            Caffeine.newBuilder()
                    .maximumWeight(MAX)
                    .weigher((Same _, List<Written> written) ->
                            written.stream().mapToInt(row -> row.html().length()).sum())
                    .expireAfterAccess(UNUSED)
                    .build();

    /** A row as it was written. */
    record Written(Optional<String> id, List<String> styles, String html) {}

    /**
     * A scoreboard as an object: they are shared, and to compare them costs more than this saves.
     */
    private record Round(Scoreboard scoreboard) {

        @Override
        @SuppressWarnings("ReferenceEquality") // see above
        public boolean equals(Object other) {
            return other instanceof Round round && scoreboard == round.scoreboard;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(scoreboard);
        }
    }

    /** All that some rows are made of. */
    private record Same(String table, List<Round> rounds, PageState state, Words words) {}

    /**
     * The place of some rows.
     *
     * @param table whose they are
     * @param rounds that they say something of
     * @param state as far as they depend on it
     */
    public Place of(String table, List<Scoreboard> rounds, PageState state, Words words) {
        return new Place(
                this, new Same(table, rounds.stream().map(Round::new).toList(), state, words));
    }

    /** Where the rows of a table are kept. */
    public static final class Place {

        private final RowCache kept;
        private final Same same;

        private Place(RowCache kept, Same same) {
            this.kept = kept;
            this.same = same;
        }

        Optional<List<Written>> find() {
            return Optional.ofNullable(kept.rows.getIfPresent(same));
        }

        void keep(List<Written> written) {
            kept.rows.put(same, List.copyOf(written));
        }
    }
}
