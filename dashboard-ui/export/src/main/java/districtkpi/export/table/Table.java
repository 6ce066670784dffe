package districtkpi.export.table;

import districtkpi.importer.SpreadsheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.numbers.fraction.BigFraction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The columns of a table, declared once for CSV and JSON.
 *
 * <p>CSV follows RFC 4180 and is UTF-8. JSON is an array with one object for each row, whose keys
 * are the column names in their order; a number is written with the digits that the CSV has.
 *
 * @param <R> what a row is made from
 */
public final class Table<R> {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** The forms of a table. */
    public enum Form {
        CSV,
        JSON
    }

    /**
     * A column, as those who read the table have to know it.
     *
     * @param always whether every row has something in it
     */
    public record Heading(String name, Cell.Kind kind, boolean always) {}

    private record Column<R>(Heading heading, Function<R, Cell> cell) {

        String name() {
            return heading.name();
        }
    }

    private final List<Column<R>> columns;

    private Table(List<Column<R>> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Begins with no column. */
    public static <R> Builder<R> columns() {
        return new Builder<>();
    }

    /** The columns from left to right. */
    public List<Heading> headings() {
        return columns.stream().map(Column::heading).toList();
    }

    /** The names of the columns, from left to right. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * Writes one row after the other; none is kept.
     *
     * @param byteOrderMark true to put one in front, for spreadsheets that guess the encoding
     */
    void writeCsv(Stream<R> rows, boolean byteOrderMark, OutputStream out) throws IOException {
        // Not closed: more may follow, as in an archive.
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        if (byteOrderMark) {
            writer.append(BYTE_ORDER_MARK);
        }
        printer.printRecord(columns.stream().map(Column::name));
        for (Iterator<R> all = rows.iterator(); all.hasNext(); ) {
            R row = all.next();
            printer.printRecord(columns.stream().map(column -> csv(column.cell().apply(row))));
        }
        printer.flush();
    }

    /** Writes one row after the other, as an array of objects; none is kept. */
    void writeJson(Stream<R> rows, OutputStream out) {
        try (JsonGenerator json = generator(out)) {
            json.writeStartArray();
            rows.forEachOrdered(row -> write(json, row));
            json.writeEndArray();
        }
    }

    /** One row alone, as an object. */
    public void writeJson(R row, OutputStream out) {
        try (JsonGenerator json = generator(out)) {
            write(json, row);
        }
    }

    /**
     * Writes the table in one of its forms, one row after the other.
     *
     * @param byteOrderMark true to put one in front of CSV
     */
    public void write(Stream<R> rows, Form form, boolean byteOrderMark, OutputStream out)
            throws IOException {
        switch (form) {
            case CSV -> writeCsv(rows, byteOrderMark, out);
            case JSON -> writeJson(rows, out);
        }
    }

    private static JsonGenerator generator(OutputStream out) {
        return JSON.createGenerator(ObjectWriteContext.empty(), out)
                .configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
    }

    private static String csv(Cell cell) {
        return switch (cell) {
            case Cell.Word(String text) -> text;
            case Cell.Words(List<String> texts) -> String.join(" ", texts);
            case Cell.Text(String text) -> SpreadsheetText.neutral(text);
            case Cell.Decimal(BigDecimal number) -> number.toPlainString();
            case Cell.Flag(boolean value) -> Boolean.toString(value);
            case Cell.Absent() -> "";
        };
    }

    private void write(JsonGenerator json, R row) {
        json.writeStartObject();
        for (Column<R> column : columns) {
            json.writeName(column.name());
            switch (column.cell().apply(row)) {
                case Cell.Word(String text) -> json.writeString(text);
                case Cell.Words(List<String> texts) -> {
                    json.writeStartArray();
                    texts.forEach(json::writeString);
                    json.writeEndArray();
                }
                case Cell.Text(String text) -> json.writeString(text);
                case Cell.Decimal(BigDecimal number) -> json.writeNumber(number);
                case Cell.Flag(boolean value) -> json.writeBoolean(value);
                case Cell.Absent() -> json.writeNull();
            }
        }
        json.writeEndObject();
    }

    /** Collects columns from left to right. */
    public static final class Builder<R> {

        private final List<Column<R>> columns = new ArrayList<>();

        private Builder() {}

        /** A column in which some rows may have nothing. */
        public Builder<R> cell(String name, Cell.Kind kind, Function<R, Cell> cell) {
            columns.add(new Column<>(new Heading(name, kind, false), cell));
            return this;
        }

        private Builder<R> always(String name, Cell.Kind kind, Function<R, Cell> cell) {
            columns.add(new Column<>(new Heading(name, kind, true), cell));
            return this;
        }

        /** A code, a day or another word of ours: written as its {@code toString()}. */
        public Builder<R> word(String name, Function<R, ?> word) {
            return always(name, Cell.Kind.TEXT, row -> new Cell.Word(word.apply(row).toString()));
        }

        /** Several words of ours. */
        public Builder<R> words(String name, Function<R, List<String>> words) {
            return always(name, Cell.Kind.TEXTS, row -> new Cell.Words(words.apply(row)));
        }

        /** What people wrote. */
        public Builder<R> text(String name, Function<R, String> text) {
            return always(name, Cell.Kind.TEXT, row -> new Cell.Text(text.apply(row)));
        }

        /** A whole number that every row has. */
        public Builder<R> whole(String name, ToLongFunction<R> number) {
            return always(
                    name,
                    Cell.Kind.WHOLE,
                    row -> new Cell.Decimal(BigDecimal.valueOf(number.applyAsLong(row))));
        }

        /** A number that every row has, printed as it is kept. */
        public Builder<R> decimal(String name, Function<R, BigDecimal> number) {
            return always(name, Cell.Kind.DECIMAL, row -> Cells.decimal(number.apply(row)));
        }

        /** An exact number, printed with at most four places. */
        public Builder<R> exact(String name, Function<R, Optional<BigFraction>> number) {
            return cell(name, Cell.Kind.DECIMAL, row -> Cells.exact(number.apply(row)));
        }

        /** True or false. */
        public Builder<R> flag(String name, Predicate<R> flag) {
            return always(name, Cell.Kind.FLAG, row -> new Cell.Flag(flag.test(row)));
        }

        /** The table of the columns so far. */
        public Table<R> build() {
            return new Table<>(columns);
        }
    }
}
