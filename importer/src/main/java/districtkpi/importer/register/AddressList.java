package districtkpi.importer.register;

import districtkpi.db.register.EmailAddress;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportFile;
import districtkpi.importer.Issue;
import districtkpi.importer.PersonalNumbers;
import districtkpi.importer.SpreadsheetText;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.DistrictNames;
import districtkpi.importer.table.FileDecoder;
import districtkpi.importer.table.HeaderRows;
import districtkpi.importer.table.ImportLimits;
import districtkpi.importer.table.IssueCode;
import districtkpi.importer.table.IssueLog;
import districtkpi.importer.table.Table;
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
import java.util.stream.Stream;

/** Reads a list of addresses. */
final class AddressList {

    private static final ImportLimits LIMITS =
            new ImportLimits(AddressListService.MOST_BYTES, 2_000, 50, 4_000, 200);

    static final LocalizedText DISTRICT = new LocalizedText("อำเภอ", "district");
    static final LocalizedText NAME = new LocalizedText("ชื่ออำเภอ", "district_name");
    static final LocalizedText EMAIL = new LocalizedText("อีเมล", "email");

    private static final Set<String> DISTRICT_NAMES = Set.of("district", "อำเภอ", "รหัสอำเภอ");
    private static final Set<String> NAME_NAMES = Set.of("district_name", "ชื่ออำเภอ");
    private static final Set<String> EMAIL_NAMES =
            Set.of("email", "e-mail", "address", "อีเมล", "อีเมลของสำนักงาน", "ที่อยู่อีเมล");

    private final RoundId round;
    private final DistrictNames names;
    private final IssueLog log = new IssueLog(LIMITS.issues());
    private final Map<DistrictCode, EmailAddress> addresses = new LinkedHashMap<>();
    private final Map<DistrictCode, Integer> lines = new HashMap<>();

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
        Optional<Table> table =
                WorkbookTables.isWorkbook(file)
                        ? WorkbookTables.read(file, LIMITS, log).stream()
                                .findFirst()
                                .map(Sheet::table)
                        : FileDecoder.decode(file, LIMITS, log)
                                .flatMap(text -> TableReader.read(text, LIMITS, log));
        if (table.isEmpty()) {
            return;
        }
        Optional<Columns> found = columns(table.get().header());
        if (found.isEmpty()) {
            log.add(
                    AddressIssueCode.NO_ADDRESS_COLUMNS,
                    new Cell(table.get().header().line(), "", ""));
            return;
        }
        Columns columns = found.get();
        Stream<Row> header = columns.hasHeader() ? Stream.empty() : Stream.of(table.get().header());
        Stream.concat(header, table.get().rows().stream()).forEach(row -> take(row, columns));
        if (addresses.isEmpty() && !log.hasErrors()) {
            log.addFile(AddressIssueCode.NO_ADDRESSES);
        }
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

    private void take(Row row, Columns columns) {
        if (row.cells().stream().anyMatch(PersonalNumbers::isIn)) {
            log.add(IssueCode.PERSONAL_NUMBER, new Cell(row.line(), "", ""));
            return;
        }
        Cell district = new Cell(row.line(), DISTRICT.en(), text(row, columns.district()));
        Cell email = new Cell(row.line(), EMAIL.en(), text(row, columns.email()));
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
            keep(code.get(), district, address);
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
        return new LocalizedText(
                " หมายถึง “" + suggestion.th() + "” หรือไม่",
                " Did you mean “" + suggestion.en() + "”?");
    }

    /** Whether the name beside the code is that of the same district. */
    private boolean isNamed(DistrictCode code, Row row, Columns columns) {
        Optional<Cell> other =
                columns.name()
                        .map(column -> new Cell(row.line(), NAME.en(), text(row, column)))
                        .filter(cell -> !cell.isEmpty())
                        .filter(cell -> names.find(cell.text()).filter(code::equals).isEmpty());
        other.ifPresent(cell -> log.add(IssueCode.DISTRICT_MISMATCH, cell, code));
        return other.isEmpty();
    }

    private void keep(DistrictCode code, Cell district, Optional<EmailAddress> address) {
        Integer before = lines.putIfAbsent(code, district.line());
        if (before != null) {
            log.add(AddressIssueCode.DISTRICT_TWICE, district, before);
        } else {
            address.ifPresent(one -> addresses.put(code, one));
        }
    }
}
