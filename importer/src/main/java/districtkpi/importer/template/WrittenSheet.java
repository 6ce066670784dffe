package districtkpi.importer.template;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of a workbook that the program wrote itself. Rows and columns are counted from 0.
 *
 * <p>It keeps values, and only the place of each formula, whose results take that place once they
 * are worked out.
 */
public final class WrittenSheet {

    private static final int LETTERS = 26;

    private final String name;
    private final WrittenFormulas formulas;

    /** A number, text, flag or place of a formula each. */
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    private int columns = 1;

    WrittenSheet(String name, WrittenFormulas formulas) {
        this.name = name;
        this.formulas = formulas;
    }

    /** The row of an address such as {@code B7} or {@code B$7}. */
    public static int row(String address) {
        int row = 0;
        for (int i = 0; i < address.length(); i++) {
            char one = address.charAt(i);
            if (Character.isDigit(one)) {
                row = 10 * row + one - '0';
            }
        }
        return row - 1;
    }

    /** The column of an address such as {@code B7} or {@code $B7}. */
    public static int column(String address) {
        int column = 0;
        for (int i = 0; i < address.length(); i++) {
            char one = address.charAt(i);
            if (one >= 'A' && one <= 'Z') {
                column = LETTERS * column + one - 'A' + 1;
            }
        }
        return column - 1;
    }

    public String name() {
        return name;
    }

    /**
     * What stands in a cell: a {@link Double}, {@link String} or {@link Boolean}; absent in an
     * empty one, and in that of a formula that has no result yet.
     */
    public Optional<Object> value(int row, int column) {
        return Optional.ofNullable(at(row, column))
                .filter(found -> !(found instanceof WrittenFormulas.At));
    }

    /** The formula of a cell; absent where there is none, or its result is known. */
    public Optional<String> formula(int row, int column) {
        return at(row, column) instanceof WrittenFormulas.At found
                ? Optional.of(formulas.text(found))
                : Optional.empty();
    }

    /** Keeps what a formula gave in its place. */
    public void result(int row, int column, Object value) {
        put(row, column, value);
    }

    private @Nullable Object at(int row, int column) {
        if (row >= rows.size()) {
            return null;
        }
        @Nullable Object[] cells = rows.get(row);
        return column < cells.length ? cells[column] : null;
    }

    void formula(String address, String formula) throws IOException {
        value(address, formulas.add(formula));
    }

    void empty(String address) {
        reach(row(address), column(address));
    }

    void value(String address, Object value) {
        reach(row(address), column(address));
        put(row(address), column(address), value);
    }

    private void reach(int row, int column) {
        while (rows.size() <= row) {
            rows.add(new Object[0]);
        }
        columns = Math.max(columns, column + 1);
    }

    private void put(int row, int column, Object value) {
        @Nullable Object[] cells = rows.get(row);
        if (column >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(columns, column + 1));
            rows.set(row, cells);
        }
        cells[column] = value;
    }

    /** From the first cell to the last row and the last column, such as {@code A1:C7}. */
    String dimension() {
        String last = letters(columns - 1) + rows.size();
        return last.equals("A1") ? last : "A1:" + last;
    }

    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
    }
}
