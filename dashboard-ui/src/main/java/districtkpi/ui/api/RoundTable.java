package districtkpi.ui.api;

import districtkpi.db.scoreboard.Scoreboard;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A table of one round, as the API serves it.
 *
 * @param name as in the path, such as {@code ranking}
 * @param csv writes the table of a round; the second argument asks for a byte order mark
 * @param json writes the same table
 */
record RoundTable(
        String name,
        BiFunction<Scoreboard, Boolean, byte[]> csv,
        Function<Scoreboard, byte[]> json) {

    static <R> RoundTable of(String name, Table<R> columns, Function<Scoreboard, List<R>> rows) {
        return new RoundTable(
                name,
                (board, byteOrderMark) -> columns.csv(rows.apply(board), byteOrderMark),
                board -> columns.json(rows.apply(board)));
    }
}
