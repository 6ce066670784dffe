package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.db.extract.ExtractRowWriter;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.source.CellReader.Result;
import districtkpi.importer.source.SourceDescription.Column;
import districtkpi.importer.source.SourceDescription.Within;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.DistrictNames;
import districtkpi.importer.table.FileRow;
import districtkpi.importer.table.IssueCode;
import districtkpi.importer.table.IssueLog;
import districtkpi.importer.table.ShortRows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one sheet: leaves out what is no row of data, says what is wrong with the rest,
 * and writes what is right.
 */
final class RowTaker {

    private static final Pattern NOTE =
            Pattern.compile(
                    "(?:หมายเหตุ|ที่มา|แหล่งที่มา|ข้อมูล ณ|คำอธิบาย|\\*|note\\b|remark|source\\b).*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TOTAL =
            Pattern.compile(
                    "(?:รวม|รวมทั้งสิ้น|รวมทั้งหมด|รวมทุกอำเภอ|รวมเป็นเงิน|ยอดรวม|ผลรวม|(?:grand )?total|sum)"
                            + "(?:[\\s:].*)?",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PROVINCE =
            Pattern.compile(
                    "(?:สำนักงานพัฒนาชุมชน|สพจ\\.?)?\\s*จังหวัด.*|province|provincial office",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS_OF_A_DISTRICT = 4;
    private static final int MOST_REMEMBERED = 10_000;

    private final SheetColumns columns;
    private final RoundSpan span;
    private final DistrictNames districts;
    private final @Nullable DistrictCode onlyDistrict;
    private final IssueLog log;
    private final int longestCell;

    private final List<Column> taken = new ArrayList<>();
    private final int[] places;
    private final CellReader[] readers;
    private final Result[] results;
    private final int districtPlace;
    private final int villagePlace;
    private final Map<String, Whose> remembered = new HashMap<>();
    private final ShortRows shortRows = new ShortRows();

    /** Columns of which it was said that a sign in them is taken for nothing. */
    private final Set<ColumnKey> signsSaid = new HashSet<>();

    private long rows;
    private int leftOut;

    RowTaker(
            SourceDescription source,
            SheetColumns columns,
            RoundSpan span,
            DistrictNames districts,
            @Nullable DistrictCode onlyDistrict,
            int longestCell,
            IssueLog log) {
        this.columns = columns;
        this.span = span;
        this.districts = districts;
        this.onlyDistrict = onlyDistrict;
        this.log = log;
        this.longestCell = longestCell;
        this.districtPlace = columns.place(source, ColumnType.DISTRICT).orElse(-1);
        this.villagePlace = columns.place(source, ColumnType.VILLAGE_CODE).orElse(-1);
        for (Column column : source.columns()) {
            if (column.type() != ColumnType.DISTRICT && columns.found().containsKey(column.key())) {
                taken.add(column);
            }
        }
        this.places =
                taken.stream().mapToInt(column -> columns.found().get(column.key())).toArray();
        this.readers = taken.stream().map(CellReader::new).toArray(CellReader[]::new);
        this.results = new Result[places.length];
        if (districtPlace < 0 && villagePlace < 0 && onlyDistrict == null) {
            log.add(ExtractIssueCode.NO_DISTRICT, new Cell(columns.headerLine(), "", ""));
        }
    }

    /** What a cell says of the district. */
    private sealed interface Whose {

        record Of(DistrictCode district) implements Whose {}

        record Total() implements Whose {}

        record Province() implements Whose {}

        record Nobodys() implements Whose {}

        record Unknown(Optional<LocalizedText> suggestion) implements Whose {}
    }

    /** Rows that were written or would have been. */
    long rows() {
        return rows;
    }

    /** Rows that are totals, notes or of another year. */
    int leftOut() {
        return leftOut;
    }

    /**
     * Says which rows had fewer cells than the header.
     *
     * @param cutOff the row with which a text ends without the end of a line, where it does
     */
    void reportShortRows(Optional<FileRow> cutOff) {
        shortRows.report(cutOff.map(FileRow::line), columns.headings().size(), log);
    }

    /** Takes a row below the header. */
    void take(FileRow row, ExtractRowWriter writer) {
        Whose whose = whose(text(row, districtPlace));
        if (isLeftOut(row, whose)) {
            leftOut++;
            return;
        }
        for (int i = 0; i < places.length; i++) {
            results[i] = readers[i].read(text(row, places[i]));
        }
        if (isOfOtherYear(row)) {
            leftOut++;
            return;
        }
        rows++;
        boolean right = isWhole(row);
        Optional<DistrictCode> district = district(row, whose);
        for (int i = 0; i < places.length; i++) {
            right &= isRight(row, i);
        }
        if (right && district.isPresent() && !log.hasErrors()) {
            write(row, district.get(), writer);
        }
    }

    private static String text(FileRow row, int place) {
        return place >= 0 && place < row.cells().size() ? row.cells().get(place) : "";
    }

    private boolean isLeftOut(FileRow row, Whose whose) {
        if (whose instanceof Whose.Total) {
            log.add(ExtractIssueCode.TOTAL_LEFT_OUT, districtCell(row));
            return true;
        }
        if (whose instanceof Whose.Province) {
            log.add(ExtractIssueCode.PROVINCE_LEFT_OUT, districtCell(row));
            return true;
        }
        if (whose instanceof Whose.Of) {
            return false;
        }
        String first = "";
        int filled = 0;
        for (String cell : row.cells()) {
            if (!cell.isEmpty()) {
                first = filled == 0 ? cell : first;
                filled++;
            }
        }
        String clean = CellText.clean(first);
        String village = text(row, villagePlace);
        boolean withoutPlace =
                whose instanceof Whose.Nobodys && (village.isEmpty() || village.equals(first));
        if (withoutPlace && TOTAL.matcher(clean).matches()) {
            log.add(ExtractIssueCode.TOTAL_LEFT_OUT, new Cell(row.line(), "", clean));
            return true;
        }
        if (filled == 1 || NOTE.matcher(clean).matches()) {
            log.add(ExtractIssueCode.NOTE_LEFT_OUT, new Cell(row.line(), "", clean));
            return true;
        }
        return false;
    }

    private Cell districtCell(FileRow row) {
        return cell(row, districtPlace);
    }

    private Cell cell(FileRow row, int place) {
        return new Cell(row.line(), columns.heading(place), CellText.clean(text(row, place)));
    }

    private boolean isOfOtherYear(FileRow row) {
        for (int i = 0; i < places.length; i++) {
            if (results[i] instanceof Result.Read read && isOfOtherYear(taken.get(i), read)) {
                log.add(
                        ExtractIssueCode.OTHER_YEAR_LEFT_OUT,
                        cell(row, places[i]),
                        span.round().fiscalYear());
                return true;
            }
        }
        return false;
    }

    private boolean isOfOtherYear(Column column, Result.Read read) {
        if (column.type() == ColumnType.FISCAL_YEAR) {
            return !read.text().equals(Integer.toString(span.round().fiscalYear()));
        }
        LocalDate day = read.day();
        return column.within() != Within.ANY && day != null && !span.contains(column.within(), day);
    }

    /**
     * In a text a cell more means that the others stand in wrong columns; cells that are missing at
     * the end of a row are empty.
     */
    private boolean isWhole(FileRow row) {
        int cells = row.cells().size();
        int headings = columns.headings().size();
        if (!row.sheet().isEmpty() || cells == headings) {
            return true;
        }
        boolean more =
                cells > headings
                        && row.cells().subList(headings, cells).stream()
                                .anyMatch(cell -> !cell.isBlank());
        if (!more) {
            if (cells < headings) {
                shortRows.add(row.line(), cells);
            }
            return true;
        }
        log.add(IssueCode.RAGGED_ROW, new Cell(row.line(), "", ""), cells, headings);
        return false;
    }

    private Whose whose(String raw) {
        if (raw.isEmpty()) {
            return new Whose.Nobodys();
        }
        Whose known = remembered.get(raw);
        if (known == null) {
            known = whoseSlowly(CellText.clean(raw));
            if (remembered.size() < MOST_REMEMBERED) {
                remembered.put(raw, known);
            }
        }
        return known;
    }

    private Whose whoseSlowly(String clean) {
        if (clean.isEmpty() || CellText.isSignOfNothing(clean)) {
            return new Whose.Nobodys();
        }
        Optional<DistrictCode> district = districts.find(clean);
        if (district.isPresent()) {
            return new Whose.Of(district.get());
        }
        if (PROVINCE.matcher(clean).matches()) {
            return new Whose.Province();
        }
        return DistrictNames.isTotal(clean)
                ? new Whose.Total()
                : new Whose.Unknown(districts.suggest(clean));
    }

    /** The district of a row; absent, with an error, if it cannot be told. */
    private Optional<DistrictCode> district(FileRow row, Whose whose) {
        if (whose instanceof Whose.Unknown(Optional<LocalizedText> suggestion)) {
            Cell cell = districtCell(row);
            if (CellText.isSpreadsheetError(cell.text())) {
                log.add(IssueCode.SPREADSHEET_ERROR, cell);
            } else {
                log.add(IssueCode.UNKNOWN_DISTRICT, cell, span.round(), meant(suggestion));
            }
            return Optional.empty();
        }
        return switch (districtOfVillage(row)) {
            case Whose.Of(DistrictCode ofVillage) -> agreed(row, whose, ofVillage);
            case Whose.Nobodys _ -> withoutVillage(row, whose);
            case Whose.Total _, Whose.Province _, Whose.Unknown _ -> Optional.empty();
        };
    }

    private Optional<DistrictCode> agreed(FileRow row, Whose whose, DistrictCode ofVillage) {
        if (whose instanceof Whose.Of(DistrictCode district) && !ofVillage.equals(district)) {
            log.add(
                    ExtractIssueCode.OTHER_DISTRICT,
                    cell(row, villagePlace),
                    ofVillage,
                    new LocalizedText(
                            "แถวนี้ระบุอำเภอ " + district, "the row names district " + district));
            return Optional.empty();
        }
        return requested(row, villagePlace, ofVillage);
    }

    private Optional<DistrictCode> withoutVillage(FileRow row, Whose whose) {
        if (whose instanceof Whose.Of(DistrictCode district)) {
            return requested(row, districtPlace, district);
        }
        // What is wrong with a village code is said of its cell.
        if (onlyDistrict == null && text(row, villagePlace).isEmpty()) {
            log.add(ExtractIssueCode.NO_DISTRICT, new Cell(row.line(), "", ""));
        }
        return Optional.ofNullable(onlyDistrict);
    }

    /** Part of a message; nothing, if nothing comes near. */
    private static Object meant(Optional<LocalizedText> suggestion) {
        return suggestion
                .<Object>map(text ->
                        new LocalizedText(
                                " หมายถึง " + text.th() + " หรือไม่",
                                " Did you mean " + text.en() + "?"))
                .orElse("");
    }

    private Optional<DistrictCode> requested(FileRow row, int place, DistrictCode district) {
        if (onlyDistrict == null || onlyDistrict.equals(district)) {
            return Optional.of(district);
        }
        log.add(
                ExtractIssueCode.OTHER_DISTRICT,
                cell(row, place),
                district,
                new LocalizedText(
                        "เลือกนำเข้าเฉพาะอำเภอ " + onlyDistrict,
                        "the import was asked for district " + onlyDistrict));
        return Optional.empty();
    }

    /** Unknown, with an error, where there is a village code of no district of the round. */
    private Whose districtOfVillage(FileRow row) {
        for (int i = 0; i < places.length; i++) {
            if (places[i] == villagePlace && results[i] instanceof Result.Read(String code, _)) {
                Whose district = whose(code.substring(0, DIGITS_OF_A_DISTRICT));
                if (!(district instanceof Whose.Of)) {
                    log.add(
                            IssueCode.UNKNOWN_DISTRICT,
                            cell(row, villagePlace),
                            span.round(),
                            meant(Optional.empty()));
                    return new Whose.Unknown(Optional.empty());
                }
                return district;
            }
        }
        return new Whose.Nobodys();
    }

    private boolean isRight(FileRow row, int i) {
        Column column = taken.get(i);
        return switch (results[i]) {
            case Result.Wrong wrong -> {
                log.add(wrong.code(), cell(row, places[i]), wrong.arguments());
                yield false;
            }
            case Result.Empty(boolean bySign) -> {
                if (bySign && signsSaid.add(column.key())) {
                    log.add(IssueCode.SIGN_OF_NOTHING, cell(row, places[i]));
                }
                if (column.filled()) {
                    log.add(IssueCode.CELL_EMPTY, cell(row, places[i]));
                }
                yield !column.filled();
            }
            case Result.Read(String text, _) -> {
                if (text.length() > longestCell) {
                    log.add(
                            IssueCode.CELL_TOO_LONG,
                            cell(row, places[i]),
                            text.length(),
                            longestCell);
                    yield false;
                }
                yield !column.type().isNumber() || isPossible(row, i, column, text);
            }
        };
    }

    private boolean isPossible(FileRow row, int i, Column column, String text) {
        if (column.type() == ColumnType.COUNT
                && text.indexOf('.') >= 0
                && new BigDecimal(text).stripTrailingZeros().scale() > 0) {
            log.add(ExtractIssueCode.NOT_WHOLE, cell(row, places[i]));
            return false;
        }
        BigDecimal least = column.least();
        if (least != null
                && (least.signum() != 0 || text.charAt(0) == '-')
                && new BigDecimal(text).compareTo(least) < 0) {
            log.add(ExtractIssueCode.TOO_SMALL, cell(row, places[i]), least.toPlainString());
            return false;
        }
        if (column.type() == ColumnType.PERCENT && new BigDecimal(text).compareTo(HUNDRED) > 0) {
            log.add(
                    ExtractIssueCode.MORE_THAN_ALL,
                    cell(row, places[i]),
                    new LocalizedText("ร้อยละ 100", "100 %"));
        }
        column.atMostOf().ifPresent(other -> warnIfAbove(row, i, text, other.value()));
        return true;
    }

    private void warnIfAbove(FileRow row, int i, String text, String other) {
        for (int k = 0; k < places.length; k++) {
            if (taken.get(k).key().value().equals(other)
                    && results[k] instanceof Result.Read(String most, _)
                    // What is taken back is no limit of anything.
                    && most.charAt(0) != '-'
                    && new BigDecimal(text).compareTo(new BigDecimal(most)) > 0) {
                LocalizedText name = taken.get(k).name();
                log.add(
                        ExtractIssueCode.MORE_THAN_ALL,
                        cell(row, places[i]),
                        new LocalizedText(
                                name.th() + " (" + most + ")", name.en() + " (" + most + ")"));
            }
        }
    }

    private void write(FileRow row, DistrictCode district, ExtractRowWriter writer) {
        writer.begin(columns.number(), row.line(), district);
        for (int i = 0; i < places.length; i++) {
            if (results[i] instanceof Result.Read(String text, _)) {
                Column column = taken.get(i);
                if (column.type().isNumber()) {
                    writer.number(column.key(), text);
                } else if (column.type() == ColumnType.FLAG) {
                    writer.flag(column.key(), text.equals("true"));
                } else {
                    writer.text(column.key(), text);
                }
            }
        }
        writer.end();
    }
}
