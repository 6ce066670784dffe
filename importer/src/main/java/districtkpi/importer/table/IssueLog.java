package districtkpi.importer.table;

import districtkpi.domain.LocalizedText;
import districtkpi.importer.DateOrder;
import districtkpi.importer.Issue;
import districtkpi.importer.Issue.Severity;
import districtkpi.importer.PersonalNumbers;
import districtkpi.importer.RefusedRow;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.issue.MessageCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Collects what is wrong with a file. Nothing that it is told can put a personal number, a control
 * character or an endless text into a message.
 */
public final class IssueLog {

    private final int most;
    private final List<Issue> errors = new ArrayList<>();
    private final List<Issue> others = new ArrayList<>();

    /** A bit for each line of each sheet: there may be millions with an error. */
    private final Map<String, BitSet> linesWithError = new HashMap<>();

    /** The place of each sheet in the file, as messages have its name; 0 for the whole file. */
    private final Map<String, Integer> sheets = new HashMap<>(Map.of("", 0));

    /** Whose lines are spoken of now. */
    private String sheet = "";

    private int warnings;
    private int dropped;

    public IssueLog(int most) {
        this.most = most;
    }

    /**
     * Says of which sheet of a workbook the lines are that come next.
     *
     * @param name empty for a file without sheets
     */
    public void enter(String name) {
        sheet = name;
        sheets.putIfAbsent(shown(name), sheets.size());
    }

    /** Something about the whole file. */
    public void addFile(MessageCode code, Object... arguments) {
        add(code, new Cell(0, "", ""), arguments);
    }

    /** Why a file, or a row of it, cannot be read. */
    public void add(UnreadableFileException refusal) {
        add(refusal.code(), new Cell(refusal.line(), "", ""), refusal.arguments().toArray());
    }

    /**
     * Asks which stands first in a column of days, the day or the month.
     *
     * @param sheet of the column
     * @param cell whose two readings are shown
     */
    public void askForDateOrder(String sheet, Cell cell) {
        enter(sheet);
        add(IssueCode.DAY_OR_MONTH, cell, read(cell, DateOrder.DMY), read(cell, DateOrder.MDY));
        enter("");
    }

    private static LocalizedText read(Cell cell, DateOrder order) {
        return DateReader.read(cell.text(), order) instanceof Reading.Read<LocalDate>(var day)
                ? DateReader.shown(day)
                : new LocalizedText("-", "-");
    }

    /**
     * Something about a cell, a row (then column and text are empty) or a column of the header.
     *
     * @param arguments texts, numbers, or {@link LocalizedText} where the languages differ
     */
    public void add(MessageCode code, Cell cell, Object... arguments) {
        if (code != IssueCode.PERSONAL_NUMBER && PersonalNumbers.isIn(cell.text())) {
            // The number itself is reported; what else is wrong with it is not of interest.
            return;
        }
        Severity severity = code.severity();
        if (severity == Severity.ERROR) {
            lines(cell.line() == 0 ? "" : sheet).set(cell.line());
        }
        if (severity == Severity.WARNING) {
            warnings++;
        }
        List<Issue> list = severity == Severity.ERROR ? errors : others;
        if (list.size() >= most) {
            dropped++;
            return;
        }
        String value = code == IssueCode.PERSONAL_NUMBER ? "" : shown(cell.text());
        String column = shown(cell.column());
        list.add(
                new Issue(
                        severity,
                        code.name(),
                        cell.line() == 0 ? "" : shown(sheet),
                        cell.line(),
                        column,
                        value,
                        code.messageOnCell(value, column, arguments)));
    }

    /** The errors since the last time; they are kept no longer, so that there may be any number. */
    public List<Issue> drain() {
        List<Issue> drained = List.copyOf(errors);
        errors.clear();
        others.clear();
        return drained;
    }

    /**
     * The errors that are kept, but for the first of them.
     *
     * @param first so many
     */
    public List<Issue> errorsAfter(int first) {
        return List.copyOf(errors.subList(Math.min(first, errors.size()), errors.size()));
    }

    /** True if further errors are only counted, so that their texts need no work. */
    public boolean isFull() {
        return errors.size() >= most;
    }

    public boolean hasErrors() {
        return !linesWithError.isEmpty();
    }

    /**
     * Whether something is wrong with what starts on a line.
     *
     * @param sheetOfLine empty for a file without sheets
     */
    public boolean hasErrorOn(String sheetOfLine, int line) {
        return linesWithError.containsKey(sheetOfLine) && lines(sheetOfLine).get(line);
    }

    /** Whether something is wrong with the same lines as in another log. */
    public boolean hasErrorsOnTheLinesOf(IssueLog other) {
        return linesWithError.equals(other.linesWithError);
    }

    /**
     * The number of rows below the header that have an error.
     *
     * @param sheetOfLines empty for a file without sheets
     */
    public int linesWithErrorAfter(String sheetOfLines, int headerLine) {
        if (!linesWithError.containsKey(sheetOfLines)) {
            return 0;
        }
        BitSet lines = lines(sheetOfLines);
        return lines.cardinality() - lines.get(0, headerLine + 1).cardinality();
    }

    /** The number of rows of all sheets that have an error. */
    public int linesWithError() {
        return linesWithError.values().stream()
                .mapToInt(lines -> lines.cardinality() - (lines.get(0) ? 1 : 0))
                .sum();
    }

    private BitSet lines(String sheetOfLines) {
        return linesWithError.computeIfAbsent(sheetOfLines, _ -> new BitSet());
    }

    public int warnings() {
        return warnings;
    }

    /** All by sheet and line, errors before the rest if not all can be listed. */
    public List<Issue> issues() {
        int room = most - errors.size();
        int more = dropped + Math.max(0, others.size() - room);
        List<Issue> sorted =
                Stream.concat(errors.stream(), others.stream().limit(room))
                        .sorted(
                                Comparator.<Issue>comparingInt(
                                                issue -> sheets.getOrDefault(issue.sheet(), 0))
                                        .thenComparingInt(Issue::line))
                        .toList();
        List<Issue> ofWhole = new ArrayList<>();
        if (more > 0) {
            ofWhole.add(information(IssueCode.MORE_ISSUES, more));
        }
        int refused = linesWithError();
        if (refused > RefusedRow.MAX) {
            ofWhole.add(
                    information(
                            IssueCode.MORE_ROWS,
                            refused,
                            RefusedRow.MAX,
                            refused - RefusedRow.MAX));
        }
        return Stream.concat(sorted.stream(), ofWhole.stream()).toList();
    }

    private static Issue information(IssueCode code, Object... arguments) {
        return new Issue(code.severity(), code.name(), 0, "", "", code.message(arguments));
    }

    private static String shown(String text) {
        return CellText.shown(PersonalNumbers.mask(text));
    }
}
