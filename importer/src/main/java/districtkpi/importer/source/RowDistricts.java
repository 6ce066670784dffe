package districtkpi.importer.source;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.issue.ExtractIssueCode;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.source.CellReader.Result;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.DateReader;
import districtkpi.importer.table.DistrictNames;
import districtkpi.importer.table.FileRow;
import districtkpi.importer.table.IssueLog;
import districtkpi.importer.table.TotalWords;
import districtkpi.importer.table.TotalWords.Sound;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells of which district each row is, by its own cell, its village, or the whole file. */
final class RowDistricts {

    private static final int DIGITS_OF_A_DISTRICT = 4;
    private static final int MAX_REMEMBERED = 10_000;

    private final RowCells cells;
    private final RoundSpan span;
    private final DistrictNames districts;
    private final TotalWords totals;
    private final @Nullable DistrictCode onlyDistrict;
    private final int districtPlace;
    private final int villagePlace;
    private final IssueLog log;
    private final Map<String, RowOwner> remembered = new HashMap<>();

    /**
     * @param onlyDistrict of the whole file, where somebody said so
     * @param districtPlace of the cell of the district in a row; negative if there is none
     * @param villagePlace of that of the village; negative if there is none
     */
    RowDistricts(
            RowCells cells,
            RoundSpan span,
            DistrictNames districts,
            TotalWords totals,
            @Nullable DistrictCode onlyDistrict,
            int districtPlace,
            int villagePlace,
            IssueLog log) {
        this.cells = cells;
        this.span = span;
        this.districts = districts;
        this.totals = totals;
        this.onlyDistrict = onlyDistrict;
        this.districtPlace = districtPlace;
        this.villagePlace = villagePlace;
        this.log = log;
    }

    /** What the cell of the district says. */
    RowOwner whose(FileRow row) {
        return whose(cells.text(row, districtPlace));
    }

    private RowOwner whose(String raw) {
        if (raw.isEmpty()) {
            return new RowOwner.Nobody();
        }
        RowOwner known = remembered.get(raw);
        if (known == null) {
            known = whoseSlowly(CellText.clean(raw));
            if (remembered.size() < MAX_REMEMBERED) {
                remembered.put(raw, known);
            }
        }
        return known;
    }

    private RowOwner whoseSlowly(String clean) {
        if (clean.isEmpty() || CellText.isSignOfNothing(clean)) {
            return new RowOwner.Nobody();
        }
        Optional<DistrictCode> district = districts.find(clean);
        if (district.isPresent()) {
            return new RowOwner.Of(district.get());
        }
        if (RowWords.isProvince(clean)) {
            return new RowOwner.Province();
        }
        if (DistrictNames.isTotal(clean) || totals.of(clean) == Sound.TOTAL) {
            return new RowOwner.Total(totals.districtOf(clean));
        }
        return new RowOwner.Unknown(districts.suggest(clean));
    }

    /** The district of a row as far as it can be told, without a word about what cannot. */
    Optional<DistrictCode> ofDistrict(RowOwner whose) {
        if (whose instanceof RowOwner.Of(DistrictCode district)) {
            return Optional.of(district);
        }
        if (whose instanceof RowOwner.Total(Optional<DistrictCode> district)) {
            return district;
        }
        String village = districtOfVillage();
        return village == null
                ? Optional.ofNullable(onlyDistrict)
                : whose(village) instanceof RowOwner.Of(DistrictCode district)
                        ? Optional.of(district)
                        : Optional.empty();
    }

    /** The district of a row whose cells were not read, as far as it names one. */
    Optional<DistrictCode> named(FileRow row) {
        return whose(row) instanceof RowOwner.Of(DistrictCode own)
                ? Optional.of(own)
                : Optional.ofNullable(onlyDistrict);
    }

    /** Whether the row at hand has the code of a village. */
    boolean hasVillage() {
        return districtOfVillage() != null;
    }

    /** The code that the village code begins with; null where there is none. */
    private @Nullable String districtOfVillage() {
        for (int i = 0; i < cells.places().length; i++) {
            if (cells.places()[i] == villagePlace
                    && cells.results()[i] instanceof Result.Read(String code, _)) {
                return code.substring(0, DIGITS_OF_A_DISTRICT);
            }
        }
        return null;
    }

    /** The district of a row; absent, with an error, if it cannot be told. */
    Optional<DistrictCode> district(FileRow row, RowOwner whose) {
        if (whose instanceof RowOwner.Unknown(Optional<LocalizedText> suggestion)) {
            Cell cell = cells.cell(row, districtPlace);
            if (CellText.isSpreadsheetError(cell.text())) {
                log.add(IssueCode.SPREADSHEET_ERROR, cell);
            } else {
                reportUnknown(cell, cell.text(), suggestion);
            }
            return Optional.empty();
        }
        return switch (whoseVillage(row)) {
            case RowOwner.Of(DistrictCode ofVillage) -> agreed(row, whose, ofVillage);
            case RowOwner.Nobody _ -> withoutVillage(row, whose);
            case RowOwner.Total _, RowOwner.Province _, RowOwner.Unknown _ -> Optional.empty();
        };
    }

    private Optional<DistrictCode> agreed(FileRow row, RowOwner whose, DistrictCode ofVillage) {
        if (whose instanceof RowOwner.Of(DistrictCode district) && !ofVillage.equals(district)) {
            log.add(
                    ExtractIssueCode.OTHER_DISTRICT,
                    cells.cell(row, villagePlace),
                    ofVillage,
                    ImportTexts.text("extract.row-names", district));
            return Optional.empty();
        }
        return requested(row, villagePlace, ofVillage);
    }

    private Optional<DistrictCode> withoutVillage(FileRow row, RowOwner whose) {
        if (whose instanceof RowOwner.Of(DistrictCode district)) {
            return requested(row, districtPlace, district);
        }
        // What is wrong with a village code is said of its cell.
        if (onlyDistrict == null && cells.text(row, villagePlace).isEmpty()) {
            log.add(ExtractIssueCode.NO_DISTRICT, new Cell(row.line(), "", ""));
        }
        return Optional.ofNullable(onlyDistrict);
    }

    /** Part of a message; nothing, if nothing comes near. */
    private static Object meant(Optional<LocalizedText> suggestion) {
        return suggestion.<Object>map(text -> ImportTexts.text("extract.meant", text)).orElse("");
    }

    /**
     * @param named the district as the cell names it
     */
    private void reportUnknown(Cell cell, String named, Optional<LocalizedText> suggestion) {
        Optional<LocalDate> end = districts.endOf(named);
        if (end.isPresent()) {
            log.add(IssueCode.DISTRICT_ENDED, cell, DateReader.shown(end.get()), span.round());
        } else {
            log.add(IssueCode.UNKNOWN_DISTRICT, cell, span.round(), meant(suggestion));
        }
    }

    private Optional<DistrictCode> requested(FileRow row, int place, DistrictCode district) {
        if (onlyDistrict == null || onlyDistrict.equals(district)) {
            return Optional.of(district);
        }
        log.add(
                ExtractIssueCode.OTHER_DISTRICT,
                cells.cell(row, place),
                district,
                ImportTexts.text("extract.asked-for", onlyDistrict));
        return Optional.empty();
    }

    /** Unknown, with an error, where there is a village code of no district of the round. */
    private RowOwner whoseVillage(FileRow row) {
        String code = districtOfVillage();
        if (code == null) {
            return new RowOwner.Nobody();
        }
        RowOwner district = whose(code);
        if (!(district instanceof RowOwner.Of)) {
            reportUnknown(cells.cell(row, villagePlace), code, Optional.empty());
            return new RowOwner.Unknown(Optional.empty());
        }
        return district;
    }
}
