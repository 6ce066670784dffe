package districtkpi.importer.source;

import districtkpi.importer.table.CellText;
import districtkpi.importer.table.FileRow;
import districtkpi.importer.table.TotalWords;
import districtkpi.importer.table.TotalWords.Sound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the words of a row say that it is: a note, the province, or a sum of other rows. */
final class RowWords {

    private static final Pattern NOTE =
            Pattern.compile(
                    "(?:หมายเหตุ|ที่มา|แหล่งที่มา|ข้อมูล ณ|คำอธิบาย|\\*|note\\b|remark|source\\b).*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PROVINCE =
            Pattern.compile(
                    "(?:สำนักงานพัฒนาชุมชน|สพจ\\.?)?\\s*จังหวัด.*|province|provincial office",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int MAX_REMEMBERED = 10_000;

    private final SheetColumns columns;
    private final RowCells cells;
    private final int districtPlace;
    private final TotalWords totals;
    private final Map<String, Sound> sounds = new HashMap<>();

    /**
     * @param districtPlace of the cell that says whose a row is, which is not looked at; negative
     *     if there is none
     */
    RowWords(SheetColumns columns, RowCells cells, int districtPlace, TotalWords totals) {
        this.columns = columns;
        this.cells = cells;
        this.districtPlace = districtPlace;
        this.totals = totals;
    }

    static boolean isNote(String clean) {
        return NOTE.matcher(clean).matches();
    }

    static boolean isProvince(String clean) {
        return PROVINCE.matcher(clean).matches();
    }

    /** The cell that sounds most like a total; -1 if none does. */
    int totalWord(FileRow row) {
        int perhaps = -1;
        List<String> texts = row.cells();
        for (int i = 0; i < texts.size(); i++) {
            // What the cell of the district says is known.
            if (i != districtPlace && !cells.isNumber(i)) {
                Sound sound = sound(texts.get(i));
                if (sound == Sound.TOTAL && !isRemark(i)) {
                    return i;
                }
                // Of what stands in columns that nothing is taken from the amounts have to say.
                if (sound == Sound.PERHAPS && perhaps < 0 && cells.isTaken(i)) {
                    perhaps = i;
                }
            }
        }
        return perhaps;
    }

    /** Remarks speak of totals without being one. */
    private boolean isRemark(int place) {
        return isNote(columns.heading(place));
    }

    /** How much the cell that {@link #totalWord} found sounds like a total. */
    Sound sound(FileRow row, int word) {
        return word < 0 ? Sound.NAME : sound(row.cells().get(word));
    }

    private Sound sound(String cell) {
        if (cell.isEmpty() || !TotalWords.mayBeIn(cell)) {
            return Sound.NAME;
        }
        Sound known = sounds.get(cell);
        if (known == null) {
            known = totals.of(CellText.clean(cell));
            if (sounds.size() < MAX_REMEMBERED) {
                sounds.put(cell, known);
            }
        }
        return known;
    }
}
