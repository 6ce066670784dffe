package districtkpi.importer.table;

import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.table.NumberForms.Form;
import districtkpi.importer.table.WorkbookFile.Sheet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows of sheets of a workbook, sheet after sheet, with the numbers that Excel gives to rows.
 *
 * <p>Of merged cells the first has the text, as in Excel's own formulas; the others are empty, and
 * each row says which it is part of. Hidden rows and columns are read. A formula has the value that
 * was worked out when the file was saved.
 */
final class WorkbookRows implements RowReader {

    /** A formula that no program has worked out: a missing value would look like no result. */
    private static final String NOT_CALCULATED = "#CALC!";

    /** 0 in any form that programs write. */
    private static final Pattern ZERO = Pattern.compile("[+-]?0+(?:\\.0*)?(?:[eE][+-]?[0-9]+)?");

    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;

    private final WorkbookFile workbook;
    private final int maxColumns;

    /** Those to be seen first. */
    private final List<Sheet> sheets;

    private @Nullable XmlPart xml;
    private int sheet = -1;
    private boolean inCells;
    private int row;
    private boolean foundVisible;

    /** Of the sheet that is read. */
    private FormulaRanges formulas;

    private SheetMerges merges = new SheetMerges(List.of());

    private boolean foundPending;

    /** Of the file, before the sheet that is read. */
    private long bytesBefore;

    /**
     * @param maxColumns that may hold something
     */
    WorkbookRows(WorkbookFile workbook, int maxColumns) {
        this.workbook = workbook;
        this.maxColumns = maxColumns;
        this.formulas = new FormulaRanges(maxColumns);
        this.sheets =
                workbook.sheets().stream().sorted(Comparator.comparing(Sheet::hidden)).toList();
        this.bytesBefore =
                workbook.fileSize() - sheets.stream().mapToLong(workbook::compressedSize).sum();
    }

    @Override
    public Optional<FileRow> next() {
        while (true) {
            XmlPart cells = xml;
            if (cells == null) {
                if (!openNextSheet()) {
                    return Optional.empty();
                }
                continue;
            }
            Optional<FileRow> next = nextOfSheet(cells);
            if (next.isPresent()) {
                foundVisible |= !sheets.get(sheet).hidden();
                return next;
            }
            closeSheet();
        }
    }

    /** The sheet of the row given last. */
    Sheet sheet() {
        return sheets.get(sheet);
    }

    @Override
    public List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        if (foundPending) {
            remarks.add(new Remark(IssueCode.NOT_RECALCULATED, new Cell(0, "", "")));
        }
        WorkbookSearch.personalNumbers(workbook)
                .forEach(cell -> remarks.add(new Remark(IssueCode.PERSONAL_NUMBER, cell)));
        return remarks;
    }

    @Override
    public boolean isHidden() {
        return foundVisible && sheets.get(sheet).hidden();
    }

    private boolean openNextSheet() {
        if (sheet + 1 >= sheets.size()) {
            sheet = sheets.size();
            bytesBefore = workbook.fileSize();
            return false;
        }
        sheet++;
        row = 0;
        inCells = false;
        formulas = new FormulaRanges(maxColumns);
        merges = workbook.merges(sheets.get(sheet));
        xml = workbook.cells(sheets.get(sheet));
        return true;
    }

    private void closeSheet() {
        XmlPart cells = xml;
        if (cells != null) {
            cells.close();
            xml = null;
            bytesBefore += workbook.compressedSize(sheets.get(sheet));
        }
    }

    private Optional<FileRow> nextOfSheet(XmlPart cells) {
        while (cells.next()) {
            if (cells.starts("sheetData")) {
                inCells = true;
            } else if (cells.ends("sheetData")) {
                return Optional.empty();
            } else if (inCells && cells.starts("row")) {
                row = rowNumber(cells);
                List<String> texts = readRow(cells);
                List<MergedCells> merged = merges.reaching(row, texts);
                if (texts.stream().anyMatch(text -> !CellText.clean(text).isEmpty())) {
                    return Optional.of(new FileRow(sheets.get(sheet).name(), row, texts, merged));
                }
            }
        }
        return Optional.empty();
    }

    private int rowNumber(XmlPart cells) {
        int number = cells.attribute("r").map(this::integer).orElse(row + 1);
        if (number <= row || number > LAST_ROW) {
            throw damaged();
        }
        return number;
    }

    private List<String> readRow(XmlPart cells) {
        List<String> texts = new ArrayList<>();
        int column = -1;
        int characters = 0;
        while (cells.next() && !cells.ends("row")) {
            if (cells.starts("c")) {
                int next = cells.attribute("r").map(this::column).orElse(column + 1);
                if (next <= column || next >= LAST_COLUMN) {
                    throw damaged();
                }
                addUnwritten(texts, column + 1, next);
                column = next;
                String text = readCell(cells, column);
                if (text.isEmpty()) {
                    continue;
                }
                if (column >= maxColumns) {
                    throw new UnreadableFileException(IssueCode.TOO_MANY_COLUMNS, row, maxColumns);
                }
                characters += text.length();
                if (characters > TextRows.MAX_LENGTH) {
                    throw new UnreadableFileException(
                            IssueCode.ROW_TOO_LONG, row, TextRows.MAX_LENGTH);
                }
                set(texts, column, text);
            }
        }
        addUnwritten(texts, column + 1, maxColumns);
        return texts;
    }

    private static void set(List<String> texts, int column, String text) {
        while (texts.size() < column) {
            texts.add("");
        }
        texts.add(text);
    }

    /** Cells of a formula for several that the file has nothing of. */
    private void addUnwritten(List<String> texts, int from, int to) {
        int end = Math.min(to, formulas.width());
        for (int column = from; column < end; column++) {
            if (formulas.cover(row, column)) {
                set(texts, column, NOT_CALCULATED);
            }
        }
    }

    private String readCell(XmlPart cells, int column) {
        String type = cells.attribute("t").orElse("n");
        int style = cells.attribute("s").map(this::integer).orElse(0);
        StringBuilder text = new StringBuilder();
        boolean collecting = false;
        boolean isFormula = formulas.cover(row, column);
        boolean hasValue = false;
        int phonetic = 0;
        while (cells.next() && !cells.ends("c")) {
            if (cells.isText()) {
                if (collecting && phonetic == 0) {
                    WorkbookTexts.append(cells, text, row);
                }
            } else if (cells.isStart() || cells.isEnd()) {
                switch (cells.name()) {
                    case "v", "t" -> {
                        collecting = cells.isStart();
                        hasValue = true;
                    }
                    case "f" -> {
                        isFormula = true;
                        if (cells.isStart()) {
                            addIfOfSeveral(cells);
                        }
                    }
                    case "rPh" -> phonetic += cells.isStart() ? 1 : -1;
                    default -> {}
                }
            }
        }
        if (isFormula && !isCalculated(type, hasValue, text)) {
            return NOT_CALCULATED;
        }
        return text.isEmpty() ? "" : value(type, text.toString(), style);
    }

    /** What shares a formula has it again; of arrays and tables of data the others have none. */
    private void addIfOfSeveral(XmlPart cells) {
        String kind = cells.attribute("t").orElse("normal");
        Optional<String> reference = cells.attribute("ref");
        if (reference.isPresent() && (kind.equals("array") || kind.equals("dataTable"))) {
            CellRange range = CellRange.of(reference.get()).orElseThrow(this::damaged);
            if (!formulas.add(range)) {
                throw damaged();
            }
        }
    }

    /**
     * Whether what stands beside a formula is what it gives. An empty text can be that, an empty
     * number cannot.
     *
     * <p>Programs that cannot calculate write 0, or an empty text, beside every formula, and that
     * all have to be worked out once the workbook is opened; those in Java write 0.0, which no
     * program does that gives its name and calculates.
     */
    private boolean isCalculated(String type, boolean hasValue, CharSequence raw) {
        boolean isText = type.equals("str") || type.equals("inlineStr");
        String value = raw.toString().strip();
        if (!hasValue || (value.isEmpty() && !isText)) {
            return false;
        }
        boolean isPlaceholder =
                value.isEmpty() || (type.equals("n") && ZERO.matcher(value).matches());
        if (workbook.isCalculated()) {
            return !isPlaceholder || !value.contains(".") || !workbook.namesProgram();
        }
        foundPending |= !isPlaceholder;
        return !isPlaceholder;
    }

    private String value(String type, String raw, int style) {
        return switch (type) {
            case "s" -> workbook.texts().get(integer(raw)).orElseThrow(this::damaged);
            case "b" -> XmlPart.isTrue(raw.strip()) ? "TRUE" : "FALSE";
            case "n" -> number(raw.strip(), workbook.forms().of(style));
            case "d" -> raw.split("T", 2)[0];
            // Errors, inline texts and the texts of formulas.
            default -> WorkbookTexts.plain(raw);
        };
    }

    private String number(String raw, Form form) {
        try {
            return raw.isEmpty() ? "" : WorkbookNumbers.text(raw, form, workbook.isFrom1904());
        } catch (NumberFormatException e) {
            throw damaged();
        }
    }

    private int integer(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw damaged();
        }
    }

    /** From 0, of a reference such as {@code BC12}. */
    private int column(String reference) {
        int column = 0;
        int i = 0;
        while (i < reference.length() && i < 4) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = 26 * column + c - 'A' + 1;
            i++;
        }
        if (column == 0) {
            throw damaged();
        }
        return column - 1;
    }

    private UnreadableFileException damaged() {
        return WorkbookFault.damagedPart(row, sheets.get(sheet).part());
    }

    @Override
    public long bytesRead() {
        XmlPart cells = xml;
        if (cells == null) {
            return bytesBefore;
        }
        Sheet current = sheets.get(sheet);
        long size = Math.max(1, workbook.size(current));
        return bytesBefore + workbook.compressedSize(current) * cells.bytesRead() / size;
    }

    /** Closes the workbook too. */
    @Override
    public void close() {
        try {
            closeSheet();
        } finally {
            workbook.close();
        }
    }
}
