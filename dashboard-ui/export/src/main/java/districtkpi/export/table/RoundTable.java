package districtkpi.export.table;

import districtkpi.db.scoreboard.Scoreboard;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A table of one round, or of many, as it is given to programs as CSV and JSON.
 *
 * @param name as in the path, such as {@code ranking}
 * @param span whether it can be asked for of many rounds at once
 * @param needed what has to be chosen, each once
 * @param possible what else can be chosen, each once
 * @param filters what chooses some of its rows, each as often as wanted
 * @param rows all of them
 * @param keeps whether a filter wants a row
 * @param wide the rows in the wide form, where there is one
 */
public record RoundTable<R>(
        String name,
        Span span,
        Set<Choice> needed,
        Set<Choice> possible,
        Set<Choice> filters,
        Table<R> columns,
        Function<TableRequest, List<R>> rows,
        BiPredicate<Filter, R> keeps,
        Optional<Wide<R>> wide) {

    /** How a table goes together with rounds. */
    public enum Span {
        /** About one round only. */
        ONE,
        /** One round after the other. */
        EACH,
        /** About several rounds, which are compared. */
        ACROSS,
        /** About one round as it stands now, and so not as of a day or in a revision. */
        NOW
    }

    /** Spreads rows over columns. */
    @FunctionalInterface
    public interface Wide<R> {
        /**
         * The wide form.
         *
         * @param boards the rounds asked for, oldest first
         * @param rows that were asked for, in the long form
         */
        Rows<?> of(List<Scoreboard> boards, Filter filter, Stream<R> rows);
    }

    /** Rows with their columns. */
    public record Rows<R>(Table<R> columns, Stream<R> rows) {

        /** Writes them in one of the forms of a table. */
        public void write(Table.Form form, boolean byteOrderMark, OutputStream out)
                throws IOException {
            columns.write(rows, form, byteOrderMark, out);
        }
    }

    /** A table that is about each round as a whole. */
    static <R> RoundTable<R> each(
            String name,
            Set<Choice> filters,
            Table<R> columns,
            Function<Scoreboard, List<R>> rows,
            BiPredicate<Filter, R> keeps) {
        return new RoundTable<>(
                name,
                Span.EACH,
                Set.of(),
                Set.of(),
                filters,
                columns,
                asked -> rows.apply(asked.board()),
                keeps,
                Optional.empty());
    }

    /** A table that is about one round. */
    static <R> RoundTable<R> one(
            String name,
            Set<Choice> needed,
            Table<R> columns,
            Function<TableRequest, List<R>> rows) {
        return new RoundTable<>(
                name,
                Span.ONE,
                needed,
                Set.of(),
                Set.of(),
                columns,
                rows,
                (filter, row) -> true,
                Optional.empty());
    }

    /** The table, of which more can be chosen. */
    RoundTable<R> about(Set<Choice> more) {
        return new RoundTable<>(name, span, needed, more, filters, columns, rows, keeps, wide);
    }

    RoundTable<R> filtered(Set<Choice> by, BiPredicate<Filter, R> keeping) {
        return new RoundTable<>(name, span, needed, possible, by, columns, rows, keeping, wide);
    }

    RoundTable<R> withWide(Wide<R> form) {
        return new RoundTable<>(
                name, span, needed, possible, filters, columns, rows, keeps, Optional.of(form));
    }

    RoundTable<R> across() {
        return new RoundTable<>(
                name, Span.ACROSS, needed, possible, filters, columns, rows, keeps, wide);
    }

    RoundTable<R> asOfNow() {
        return new RoundTable<>(
                name, Span.NOW, needed, possible, filters, columns, rows, keeps, wide);
    }

    /** What can be chosen once: what is needed, and what else the table can be about. */
    public Set<Choice> single() {
        Set<Choice> all = EnumSet.noneOf(Choice.class);
        all.addAll(needed);
        all.addAll(possible);
        return all;
    }

    /** The rows that were asked for, one round after the other, in the form that was asked for. */
    public Rows<?> answer(TableRequest asked, boolean wideForm) {
        Stream<R> wanted =
                (span == Span.EACH ? asked.each() : Stream.of(asked))
                        .flatMap(one -> rows.apply(one).stream())
                        .filter(row -> keeps.test(asked.filter(), row));
        return wideForm
                ? wide.orElseThrow().of(asked.boards(), asked.filter(), wanted)
                : new Rows<>(columns, wanted);
    }
}
