package districtkpi.ui.api;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.ui.api.RequestedRound.TableRequest;
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
 * A table of one round, or of many, as the API serves it as CSV and JSON.
 *
 * @param name as in the path, such as {@code ranking}
 * @param span whether it can be asked for of many rounds at once
 * @param needed parameters of its own, beside the filters, the day, the revision and the byte order
 *     mark
 * @param filters parameters that choose some of its rows
 * @param rows all of them
 * @param keeps whether a filter wants a row
 * @param wide the rows in the wide form, where there is one
 */
record RoundTable<R>(
        String name,
        Span span,
        Set<Query> needed,
        Set<Query> filters,
        Table<R> columns,
        Function<TableRequest, List<R>> rows,
        BiPredicate<Filter, R> keeps,
        Optional<Wide<R>> wide) {

    /** How a table goes together with rounds. */
    enum Span {
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
    interface Wide<R> {
        /**
         * The wide form.
         *
         * @param boards the rounds asked for, oldest first
         * @param rows that were asked for, in the long form
         */
        Rows<?> of(List<Scoreboard> boards, Filter filter, Stream<R> rows);
    }

    /** Rows with their columns. */
    record Rows<R>(Table<R> columns, Stream<R> rows) {

        void write(Download.Form form, boolean byteOrderMark, OutputStream out) throws IOException {
            columns.write(rows, form, byteOrderMark, out);
        }
    }

    /** A table that is about each round as a whole. */
    static <R> RoundTable<R> each(
            String name,
            Set<Query> filters,
            Table<R> columns,
            Function<Scoreboard, List<R>> rows,
            BiPredicate<Filter, R> keeps) {
        return new RoundTable<>(
                name,
                Span.EACH,
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
            Set<Query> needed,
            Table<R> columns,
            Function<TableRequest, List<R>> rows) {
        return new RoundTable<>(
                name,
                Span.ONE,
                needed,
                Set.of(),
                columns,
                rows,
                (filter, row) -> true,
                Optional.empty());
    }

    RoundTable<R> filtered(Set<Query> by, BiPredicate<Filter, R> keeping) {
        return new RoundTable<>(name, span, needed, by, columns, rows, keeping, wide);
    }

    RoundTable<R> withWide(Wide<R> form) {
        return new RoundTable<>(
                name, span, needed, filters, columns, rows, keeps, Optional.of(form));
    }

    RoundTable<R> across() {
        return new RoundTable<>(name, Span.ACROSS, needed, filters, columns, rows, keeps, wide);
    }

    RoundTable<R> asOfNow() {
        return new RoundTable<>(name, Span.NOW, needed, filters, columns, rows, keeps, wide);
    }

    /** Everything that the address of the table takes for one round. */
    Set<Query> parameters() {
        Set<Query> all = EnumSet.of(Query.BYTE_ORDER_MARK);
        if (span != Span.NOW) {
            all.addAll(EnumSet.of(Query.AS_OF, Query.REVISION));
        }
        all.addAll(needed);
        all.addAll(filters);
        if (wide.isPresent()) {
            all.add(Query.FORM);
        }
        return all;
    }

    /** The rows that were asked for, one round after the other, in the form that was asked for. */
    Rows<?> answer(TableRequest asked, boolean wideForm) {
        Filter filter = Filter.of(asked.parameters(), filters, asked.boards());
        Stream<R> wanted =
                (span == Span.EACH ? asked.each() : Stream.of(asked))
                        .flatMap(one -> rows.apply(one).stream())
                        .filter(row -> keeps.test(filter, row));
        return wideForm
                ? wide.orElseThrow().of(asked.boards(), filter, wanted)
                : new Rows<>(columns, wanted);
    }
}
