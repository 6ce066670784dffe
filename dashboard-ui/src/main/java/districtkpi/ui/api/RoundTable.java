package districtkpi.ui.api;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.ui.api.RequestedRound.Asked;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A table of one round, as the API serves it as CSV and JSON.
 *
 * @param name as in the path, such as {@code ranking}
 * @param parameters of the request, beside the day and the byte order mark
 */
record RoundTable<R>(
        String name, Set<String> parameters, Table<R> columns, Function<Asked, List<R>> rows) {

    /** A table that is about the round as a whole. */
    static <R> RoundTable<R> of(String name, Table<R> columns, Function<Scoreboard, List<R>> rows) {
        return new RoundTable<>(name, Set.of(), columns, asked -> rows.apply(asked.board()));
    }
}
