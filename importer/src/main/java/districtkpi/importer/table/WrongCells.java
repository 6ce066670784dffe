package districtkpi.importer.table;

import districtkpi.importer.CellCorrection;
import districtkpi.importer.CellCorrections;
import districtkpi.importer.Issue;
import districtkpi.importer.PersonalNumbers;
import districtkpi.importer.WrongCell;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Finds the cells that errors are about, so that they can be mended where they stand. */
public final class WrongCells {

    /** What is longer has to be shortened in the file. */
    private static final int MAX_LENGTH = 4_000;

    private final String sheet;
    private final List<String> headings;
    private final CellCorrections corrections;

    /**
     * @param sheet as messages name it
     * @param headings clean
     * @param corrections what was read in the place of cells
     */
    public WrongCells(String sheet, List<String> headings, CellCorrections corrections) {
        this.sheet = sheet;
        this.headings = List.copyOf(headings);
        this.corrections = corrections;
    }

    /**
     * The cell that an error is about; absent if it is about more or less than a cell, or about one
     * that is not repeated.
     *
     * @param own what was read in a column of the row, as it stands
     * @param above what the cell says that the one in a column is merged with
     */
    public Optional<WrongCell> find(
            Issue error, IntFunction<String> own, IntFunction<String> above) {
        if (error.severity() != Issue.Severity.ERROR
                || error.line() == 0
                || error.column().isEmpty()) {
            return Optional.empty();
        }
        List<Integer> columns =
                IntStream.range(0, headings.size())
                        .filter(i -> shown(headings.get(i)).equals(error.column()))
                        .boxed()
                        .toList();
        return columns.stream()
                .filter(i -> shown(CellText.clean(read(i, own, above))).equals(error.value()))
                .findFirst()
                .or(() -> columns.stream().findFirst())
                .map(i -> cell(error, i, own.apply(i), read(i, own, above)))
                .filter(cell -> Math.max(cell.own().length(), cell.text().length()) <= MAX_LENGTH)
                .filter(cell ->
                        !PersonalNumbers.isIn(cell.own()) && !PersonalNumbers.isIn(cell.text()));
    }

    private static String read(int column, IntFunction<String> own, IntFunction<String> above) {
        String text = own.apply(column);
        return text.isEmpty() ? above.apply(column) : text;
    }

    private WrongCell cell(Issue error, int column, String own, String text) {
        return new WrongCell(
                error.code(),
                sheet,
                error.line(),
                column,
                error.column(),
                corrections.all().stream()
                        .filter(one ->
                                one.sheet().equals(sheet)
                                        && one.line() == error.line()
                                        && one.column() == column)
                        .map(CellCorrection::before)
                        .findFirst()
                        .orElse(own),
                text);
    }

    private static String shown(String text) {
        return CellText.shown(PersonalNumbers.mask(text));
    }
}
