package districtkpi.office.register;

import districtkpi.db.register.EmailAddress;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.TextBundle;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportFile;
import districtkpi.importer.Issue;
import districtkpi.importer.KnownWords;
import districtkpi.importer.PersonalNumbers;
import districtkpi.importer.SpreadsheetText;
import districtkpi.importer.issue.AddressIssueCode;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.DistrictNames;
import districtkpi.importer.table.FileDecoder;
import districtkpi.importer.table.HeaderRows;
import districtkpi.importer.table.ImportLimits;
import districtkpi.importer.table.IssueLog;
import districtkpi.importer.table.Table.Row;
import districtkpi.importer.table.TableReader;
import districtkpi.importer.table.WorkbookTables;
import districtkpi.importer.table.WorkbookTables.Sheet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads a list of addresses. */
final class AddressList {

    private static final ImportLimits LIMITS =
            new ImportLimits(AddressListService.MAX_BYTES, 2_000, 50, 4_000, 200);

    /** A header stands within so many rows, below a title. */
    private static final int ROWS_TO_LOOK_AT = 31;

    static final TextBundle TEXTS = TextBundle.beside(AddressList.class, "addresses");

    static final LocalizedText DISTRICT = TEXTS.text("column-district");
    static final LocalizedText NAME = TEXTS.text("column-name");
    static final LocalizedText EMAIL = TEXTS.text("column-email");

    private static final Set<String> DISTRICT_NAMES = KnownWords.of("address-list-district");
    private static final Set<String> NAME_NAMES = KnownWords.of("address-list-name");
    private static final Set<String> EMAIL_NAMES = KnownWords.of("address-list-email");

    private final RoundId round;
    private final DistrictNames names;
    private final IssueLog log = new IssueLog(LIMITS.issues());
    private final Map<DistrictCode, EmailAddress> addresses = new LinkedHashMap<>();
    private final Map<DistrictCode, Place> places = new HashMap<>();

    /**
     * A line of a sheet.
     *
     * @param sheet empty where there is only one
     */
    private record Place(String sheet, int line) {

        @Override
        public String toString() {
            return sheet.isEmpty() ? Integer.toString(line) : sheet + "!" + line;
        }
    }

    /**
     * Where what stands.
     *
     * @param name of the name beside the code; absent where there is none
     * @param hasHeader whether the first row names the columns
     */
    private record Columns(int district, Optional<Integer> name, int email, boolean hasHeader) {}

    private AddressList(RoundId round, List<District> districts) {
        this.round = round;
        this.names = new DistrictNames(districts);
    }

    /**
     * Reads a file as far as it can be read.
     *
     * @param round that the districts are of, for messages
     */
    static AddressList read(ImportFile file, RoundId round, List<District> districts) {
        AddressList list = new AddressList(round, districts);
        list.read(file);
        return list;
    }

    /** The addresses, in the order of the list. */
    Map<DistrictCode, EmailAddress> addresses() {
        return Collections.unmodifiableMap(addresses);
    }

    List<Issue> issues() {
        return log.issues();
    }

    private void read(ImportFile file) {
        List<Sheet> all =
                WorkbookTables.isWorkbook(file)
                        ? WorkbookTables.read(file, LIMITS, log)
                        : FileDecoder.decode(file, LIMITS, log)
                                .flatMap(text -> TableReader.read(text, LIMITS, log))
                                .map(table -> new Sheet("", "", false, table))
                                .stream()
                                .toList();
        if (all.isEmpty()) {
            return;
        }
        List<Sheet> visible = all.stream().filter(sheet -> !sheet.hidden()).toList();
        List<Sheet> candidates = visible.isEmpty() ? all : visible;
        boolean named = candidates.stream().anyMatch(sheet -> header(sheet, true).isPresent());
        List<Sheet> chosen =
                candidates.stream().filter(sheet -> header(sheet, named).isPresent()).toList();
        if (chosen.isEmpty()) {
            log.add(
                    AddressIssueCode.NO_ADDRESS_COLUMNS,
                    new Cell(candidates.getFirst().table().header().line(), "", ""));
            return;
        }
        boolean several = all.size() > 1;
        for (Sheet sheet : all) {
            String name = several ? CellText.shown(CellText.clean(sheet.name())) : "";
            log.enter(name);
            Optional<Integer> header = header(sheet, named);
            if (chosen.contains(sheet) && header.isPresent()) {
                int rows = take(rows(sheet), header.get(), name);
                if (several) {
                    log.addFile(IssueCode.SHEET_READ, name, rows);
                }
            } else {
                reportLeftOut(sheet, name, header.isPresent());
            }
        }
        log.enter("");
        if (addresses.isEmpty() && !log.hasErrors()) {
            log.addFile(AddressIssueCode.NO_ADDRESSES);
        }
    }

    /** That a sheet was not read must not be found out by what is missing. */
    private void reportLeftOut(Sheet sheet, String name, boolean hasColumns) {
        if (sheet.hidden() && hasColumns) {
            log.addFile(IssueCode.SHEET_HIDDEN, name);
        } else if (!sheet.hidden()) {
            log.addFile(IssueCode.SHEET_LEFT_OUT, name);
        }
    }

    private static List<Row> rows(Sheet sheet) {
        return Stream.concat(Stream.of(sheet.table().header()), sheet.table().rows().stream())
                .toList();
    }

    /**
     * The place of the first row that says where what stands; it may stand below a title.
     *
     * @param named whether it has to name the columns
     */
    private Optional<Integer> header(Sheet sheet, boolean named) {
        List<Row> rows = rows(sheet);
        return IntStream.range(0, Math.min(rows.size(), ROWS_TO_LOOK_AT))
                .boxed()
                .filter(i ->
                        columns(rows.get(i))
                                .filter(found -> found.hasHeader() == named)
                                .isPresent())
                .findFirst();
    }

    /** Takes what stands below a header, and says how many rows that were. */
    private int take(List<Row> rows, int first, String sheet) {
        Columns columns = columns(rows.get(first)).orElseThrow();
        if (first > 0) {
            log.add(
                    IssueCode.TITLE_LEFT_OUT,
                    new Cell(rows.getFirst().line(), "", ""),
                    rows.get(first).line());
            // Personal numbers are looked for everywhere.
            rows.subList(0, first).forEach(this::isAboutNobody);
        }
        List<Row> data = rows.subList(columns.hasHeader() ? first + 1 : first, rows.size());
        data.forEach(row -> take(row, columns, sheet));
        return data.size();
    }

    /**
     * By their names; in a list without names the first is the district, the second the address.
     */
    private Optional<Columns> columns(Row first) {
        List<String> headers =
                first.cells().stream()
                        .map(cell -> CellText.name(HeaderRows.parts(cell).getLast()))
                        .toList();
        Optional<Integer> code = column(headers, DISTRICT_NAMES);
        Optional<Integer> name = column(headers, NAME_NAMES);
        Optional<Integer> email = column(headers, EMAIL_NAMES);
        Optional<Integer> district = code.or(() -> name);
        if (district.isPresent() && email.isPresent()) {
            return Optional.of(
                    new Columns(
                            district.get(),
                            code.isPresent() ? name : Optional.empty(),
                            email.get(),
                            true));
        }
        boolean hasValues =
                first.cells().size() >= 2
                        && (names.find(text(first, 0)).isPresent() || text(first, 1).contains("@"));
        return hasValues
                ? Optional.of(new Columns(0, Optional.empty(), 1, false))
                : Optional.empty();
    }

    private static Optional<Integer> column(List<String> headers, Set<String> called) {
        return headers.stream().filter(called::contains).findFirst().map(headers::indexOf);
    }

    private static String text(Row row, int column) {
        if (column >= row.cells().size()) {
            return "";
        }
        String own = row.cells().get(column);
        // Of cells that are merged below each other the first counts for all rows.
        return CellText.clean(SpreadsheetText.original(own.isEmpty() ? row.above(column, 0) : own));
    }

    private boolean isAboutNobody(Row row) {
        boolean about = row.cells().stream().anyMatch(PersonalNumbers::isIn);
        if (about) {
            log.add(IssueCode.PERSONAL_NUMBER, new Cell(row.line(), "", ""));
        }
        return !about;
    }

    /** A cell, empty where a sign in it says that there is nothing; that it does is said. */
    private Cell something(Cell cell) {
        if (!CellText.isSignOfNothing(cell.text())) {
            return cell;
        }
        log.add(IssueCode.SIGN_OF_NOTHING, cell);
        return new Cell(cell.line(), cell.column(), "");
    }

    private void take(Row row, Columns columns, String sheet) {
        if (!isAboutNobody(row)) {
            return;
        }
        Cell district =
                something(new Cell(row.line(), DISTRICT.en(), text(row, columns.district())));
        Cell email = something(new Cell(row.line(), EMAIL.en(), text(row, columns.email())));
        List<Cell> failed =
                Stream.concat(
                                Stream.of(district, email),
                                columns.name().stream()
                                        .map(name ->
                                                new Cell(row.line(), NAME.en(), text(row, name))))
                        .filter(cell -> CellText.isSpreadsheetError(cell.text()))
                        .toList();
        if (!failed.isEmpty()) {
            failed.forEach(cell -> log.add(IssueCode.SPREADSHEET_ERROR, cell));
            return;
        }
        Optional<EmailAddress> address = address(email);
        if (district.isEmpty()) {
            if (!email.isEmpty()) {
                log.add(AddressIssueCode.DISTRICT_MISSING, email);
            }
            return;
        }
        Optional<DistrictCode> code = code(district);
        if (code.isPresent() && isNamed(code.get(), row, columns)) {
            keep(code.get(), new Place(sheet, district.line()), district, address);
        }
    }

    private Optional<EmailAddress> address(Cell email) {
        try {
            return email.isEmpty() ? Optional.empty() : Optional.of(EmailAddress.of(email.text()));
        } catch (IllegalArgumentException _) {
            log.add(AddressIssueCode.NOT_AN_ADDRESS, email);
            return Optional.empty();
        }
    }

    private Optional<DistrictCode> code(Cell district) {
        Optional<DistrictCode> code = names.find(district.text());
        if (code.isEmpty()) {
            log.add(
                    IssueCode.UNKNOWN_DISTRICT,
                    district,
                    round,
                    names.suggest(district.text()).<Object>map(AddressList::meant).orElse(""));
        }
        return code;
    }

    private static LocalizedText meant(LocalizedText suggestion) {
        return TEXTS.text("meant", suggestion);
    }

    /** Whether the name beside the code is that of the same district. */
    private boolean isNamed(DistrictCode code, Row row, Columns columns) {
        Optional<Cell> other =
                columns.name()
                        .map(column -> new Cell(row.line(), NAME.en(), text(row, column)))
                        .filter(cell -> !cell.isEmpty() && !CellText.isSignOfNothing(cell.text()))
                        .filter(cell -> names.find(cell.text()).filter(code::equals).isEmpty());
        other.ifPresent(cell -> log.add(IssueCode.DISTRICT_MISMATCH, cell, code));
        return other.isEmpty();
    }

    /** A second sheet may say what the first one said; one that says it twice was mistyped. */
    private void keep(
            DistrictCode code, Place place, Cell district, Optional<EmailAddress> address) {
        Place before = places.putIfAbsent(code, place);
        if (before == null) {
            address.ifPresent(one -> addresses.put(code, one));
            return;
        }
        boolean same =
                !before.sheet().equals(place.sheet())
                        && (address.isEmpty()
                                || !addresses.containsKey(code)
                                || address.equals(Optional.ofNullable(addresses.get(code))));
        if (same) {
            address.ifPresent(one -> addresses.put(code, one));
        } else {
            log.add(AddressIssueCode.DISTRICT_TWICE, district, before);
        }
    }
}
