package districtkpi.importer.result;

import districtkpi.domain.LocalizedText;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.RefusedRow;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.result.Layout.MeasureColumns;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.HeaderRows;
import districtkpi.importer.table.IssueLog;
import districtkpi.importer.table.Nearest;
import districtkpi.importer.table.Table;
import districtkpi.importer.table.Table.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out from the header which form a file has and which column says what. */
final class LayoutReader {

    /** {@code P1.households_developed} or {@code P1.households_developed.of}, in any case. */
    private static final Pattern MEASURE =
            Pattern.compile(
                    "([a-z][a-z0-9_]{0,19})\\s*\\.\\s*([a-z][a-z0-9_]{0,59})(\\s*\\.\\s*of)?",
                    Pattern.CASE_INSENSITIVE);

    /** What a download of refused rows adds, and may come back with the corrected rows. */
    private static final Set<String> LEFT_OUT =
            Stream.concat(RefusedRow.COLUMNS.stream(), Stream.of(RefusedRow.SHEET))
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<Field> LONG_ONLY = EnumSet.of(Field.MEASURE, Field.VALUE);
    private static final List<Field> LONG_REQUIRED =
            List.of(Field.DISTRICT, Field.INDICATOR, Field.MEASURE, Field.VALUE);
    private static final List<Field> WIDE_KNOWN =
            List.of(
                    Field.ROUND,
                    Field.DISTRICT,
                    Field.DISTRICT_NAME,
                    Field.AS_OF,
                    Field.SOURCE,
                    Field.NOTE);

    /** A header stands within so many rows, below a title that names fewer columns than it. */
    private static final int ROWS_TO_LOOK_AT = 30;

    private static final int MIN_KNOWN = 2;

    /** What a measure is called may stand behind its key in brackets. */
    private static final Pattern REMARK = Pattern.compile("([^(]*[^(\\s])\\s*\\(.*\\)");

    private static final LocalizedText OR_CHOOSE_ROUND = ImportTexts.text("result.or-choose-round");

    private final Row header;
    private final List<String> names;
    private final IssueLog log;

    private LayoutReader(Row header, IssueLog log) {
        List<String> headings = header.cells().stream().map(LayoutReader::resolved).toList();
        this.header = new Row(header.line(), headings, header.rawText(), header.merges());
        this.names = headings.stream().map(cell -> withoutRemark(CellText.name(cell))).toList();
        this.log = log;
    }

    /**
     * The layout that a header describes; absent if the log says why there is none.
     *
     * @param roundIsGiven true if the file needs no column for it
     */
    static Optional<Layout> read(Row header, boolean roundIsGiven, IssueLog log) {
        return new LayoutReader(header, log).read(roundIsGiven);
    }

    /**
     * A table below its header, which may stand below a title: the first row is the header unless
     * it names next to no column and another of the first rows names several.
     */
    static Table belowTitle(Table table, IssueLog log) {
        if (known(table.header()) >= MIN_KNOWN) {
            return table;
        }
        List<Row> rows = table.rows();
        int header = -1;
        int most = MIN_KNOWN - 1;
        for (int i = 0; i < Math.min(rows.size(), ROWS_TO_LOOK_AT); i++) {
            int known = isHeader(rows.get(i)) ? known(rows.get(i)) : 0;
            if (known > most) {
                most = known;
                header = i;
            }
        }
        if (header < 0) {
            return table;
        }
        Row found = rows.get(header);
        log.add(IssueCode.TITLE_LEFT_OUT, new Cell(table.header().line(), "", ""), found.line());
        return new Table(
                found, rows.subList(header + 1, rows.size()), table.unreadable(), table.cutOff());
    }

    /** How many columns a row names. */
    private static int known(Row row) {
        return (int)
                row.cells().stream()
                        .map(LayoutReader::resolved)
                        .map(CellText::name)
                        .map(LayoutReader::withoutRemark)
                        .filter(name ->
                                Field.named(name).isPresent() || MEASURE.matcher(name).matches())
                        .distinct()
                        .count();
    }

    /** Whether a row can be the header of results. */
    static boolean isHeader(Row row) {
        return row.cells().stream()
                .anyMatch(cell ->
                        Field.named(CellText.name(resolved(cell)))
                                .filter(Field.DISTRICT::equals)
                                .isPresent());
    }

    /**
     * Whether a row can be nothing but the header of results, whatever it lacks: it names a
     * measure, or says in which columns there are some.
     */
    static boolean isOfResults(Row row) {
        List<String> names =
                row.cells().stream()
                        .map(cell -> withoutRemark(CellText.name(resolved(cell))))
                        .toList();
        Set<Field> fields =
                names.stream()
                        .flatMap(name -> Field.named(name).stream())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
        boolean wide = names.stream().anyMatch(name -> MEASURE.matcher(name).matches());
        return wide
                || (fields.contains(Field.INDICATOR)
                        && LONG_ONLY.stream().anyMatch(fields::contains));
    }

    /**
     * A heading that was joined of several rows as one row would have it: {@code spending} below
     * {@code T1} is {@code T1.spending}.
     */
    private static String resolved(String heading) {
        return HeaderRows.parts(heading).stream().reduce(LayoutReader::resolved).orElse(heading);
    }

    private static String resolved(String above, String below) {
        String lowest = CellText.clean(below);
        String joined = CellText.clean(above) + "." + lowest;
        Optional<Field> field = Field.named(CellText.name(lowest));
        if (isMeasure(joined)) {
            return joined;
        }
        if (isMeasure(above) && field.filter(Field::isFigure).isPresent()) {
            return field.filter(Field.OF::equals).isPresent() ? above + ".of" : above;
        }
        return field.isPresent() || isMeasure(lowest) ? lowest : HeaderRows.joined(above, lowest);
    }

    private static boolean isMeasure(String heading) {
        return MEASURE.matcher(withoutRemark(CellText.name(heading))).matches();
    }

    private static String withoutRemark(String name) {
        Matcher remark = REMARK.matcher(name);
        return remark.matches() && MEASURE.matcher(remark.group(1)).matches()
                ? remark.group(1)
                : name;
    }

    private Optional<Layout> read(boolean roundIsGiven) {
        boolean anyKnown =
                names.stream()
                        .anyMatch(name ->
                                Field.named(name).isPresent() || MEASURE.matcher(name).matches());
        if (!anyKnown) {
            log.add(IssueCode.NO_HEADER, new Cell(header.line(), "", ""));
            return Optional.empty();
        }
        boolean wide =
                names.stream().anyMatch(name -> MEASURE.matcher(name).matches())
                        && names.stream()
                                .flatMap(name -> Field.named(name).stream())
                                .noneMatch(LONG_ONLY::contains);
        boolean unique = reportDuplicates();
        Layout layout =
                wide ? wide() : new Layout.LongForm(header, fields(List.of(Field.values()), false));
        List<Field> required = wide ? List.of(Field.DISTRICT) : LONG_REQUIRED;
        boolean complete = true;
        if (!roundIsGiven && !layout.has(Field.ROUND)) {
            reportMissing(Field.ROUND.header(), OR_CHOOSE_ROUND);
            complete = false;
        }
        for (Field field : required) {
            if (!layout.has(field)) {
                reportMissing(field.header(), "");
                complete = false;
            }
        }
        return unique && complete ? Optional.of(layout) : Optional.empty();
    }

    private boolean reportDuplicates() {
        Map<String, Integer> first = new HashMap<>();
        boolean unique = true;
        for (int i = 0; i < names.size(); i++) {
            String name =
                    Field.named(names.get(i))
                            .map(Field::header)
                            .orElse(names.get(i).replaceAll("\\s*\\.\\s*", "."));
            Integer before = name.isEmpty() ? null : first.putIfAbsent(name, i);
            if (before != null) {
                log.add(IssueCode.DUPLICATE_COLUMN, cell(i), before + 1, i + 1);
                unique = false;
            }
        }
        return unique;
    }

    private void reportMissing(String column, Object remedy) {
        log.add(IssueCode.MISSING_COLUMN, new Cell(header.line(), column, ""), remedy);
    }

    private Map<Field, Integer> fields(List<Field> known, boolean wide) {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        List<String> knownNames = known.stream().flatMap(Field::names).toList();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Optional<Field> field = Field.named(name).filter(known::contains);
            // Spreadsheets leave columns without a name beside the table.
            boolean expected =
                    name.isEmpty()
                            || LEFT_OUT.contains(name)
                            || (wide && MEASURE.matcher(name).matches());
            if (field.isPresent()) {
                columns.putIfAbsent(field.get(), i);
            } else if (!expected) {
                reportUnknown(i, knownNames);
            }
        }
        return columns;
    }

    private void reportUnknown(int column, List<String> knownNames) {
        if (CellText.isSpreadsheetError(names.get(column))) {
            // Whatever the column is called, it may be one that counts.
            log.add(IssueCode.SPREADSHEET_ERROR, cell(column));
            return;
        }
        Object hint =
                Nearest.to(names.get(column), knownNames)
                        .<Object>map(near -> ImportTexts.text("result.meant", near))
                        .orElse("");
        log.add(IssueCode.UNKNOWN_COLUMN, cell(column), column + 1, hint);
    }

    private Layout wide() {
        Map<Field, Integer> columns = fields(WIDE_KNOWN, true);
        Map<String, Integer> ofs = new LinkedHashMap<>();
        Map<String, Integer> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Matcher matcher = MEASURE.matcher(names.get(i));
            if (matcher.matches()) {
                String key = matcher.group(1) + "." + matcher.group(2);
                (matcher.group(3) == null ? values : ofs).putIfAbsent(key, i);
            }
        }
        ofs.keySet().stream()
                .filter(key -> !values.containsKey(key))
                .forEach(key -> reportMissing(key, ""));
        List<MeasureColumns> measures = new ArrayList<>();
        values.forEach((key, value) -> measures.add(measure(value, ofs.get(key))));
        return new Layout.WideForm(header, columns, measures);
    }

    private MeasureColumns measure(int value, @Nullable Integer of) {
        String name = CellText.clean(header.cells().get(value));
        String key = withoutRemark(name);
        Matcher matcher = MEASURE.matcher(key);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a column of a measure: " + name);
        }
        return new MeasureColumns(
                name,
                matcher.group(1),
                matcher.group(2),
                value,
                of == null ? OptionalInt.empty() : OptionalInt.of(of),
                of == null ? key + ".of" : CellText.clean(header.cells().get(of)));
    }

    private Cell cell(int column) {
        String name = CellText.clean(header.cells().get(column));
        return new Cell(header.line(), name, name);
    }
}
