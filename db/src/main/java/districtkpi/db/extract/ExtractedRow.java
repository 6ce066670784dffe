package districtkpi.db.extract;

import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.place.DistrictCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A row of an extract and what it counted for. There are millions: one object shows them one after
 * another, and what it gives of a row is good until the next is read.
 */
public final class ExtractedRow {

    private final int[] starts;
    private final int[] ends;

    private byte[] bytes = new byte[0];
    private String sheet = "";
    private int line;
    private DistrictCode district = DistrictCode.of("0000");
    private Counted counted = new Counted(List.of(), List.of());

    ExtractedRow(int columns) {
        starts = new int[columns];
        ends = new int[columns];
    }

    /**
     * What a row counts for; the same object for all rows that count for the same.
     *
     * @param values measures for whose value it counts
     * @param ofs measures for what whose value is compared with it counts
     */
    public record Counted(List<MeasureId> values, List<MeasureId> ofs) {

        public Counted {
            values = List.copyOf(values);
            ofs = List.copyOf(ofs);
        }
    }

    void begin(
            byte[] newBytes,
            String newSheet,
            int newLine,
            DistrictCode newDistrict,
            Counted newCounted) {
        bytes = newBytes;
        sheet = newSheet;
        line = newLine;
        district = newDistrict;
        counted = newCounted;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = 0;
            ends[i] = 0;
        }
    }

    void cell(int column, int start, int end) {
        starts[column] = start;
        ends[column] = end;
    }

    /** Empty for a text. */
    public String sheet() {
        return sheet;
    }

    public int line() {
        return line;
    }

    public DistrictCode district() {
        return district;
    }

    public Counted counted() {
        return counted;
    }

    /** How many columns were asked for. */
    public int columns() {
        return starts.length;
    }

    /** The cell of a column, in the order in which they were asked for. */
    public Optional<String> cell(int column) {
        return isEmpty(column)
                ? Optional.empty()
                : Optional.of(
                        new String(
                                bytes,
                                starts[column],
                                ends[column] - starts[column],
                                StandardCharsets.UTF_8));
    }

    /** Whether a column has nothing in this row. */
    public boolean isEmpty(int column) {
        return starts[column] == ends[column];
    }

    /** Holds the cells as UTF-8, from {@link #start} to before {@link #end}. */
    public byte[] bytes() {
        return bytes;
    }

    public int start(int column) {
        return starts[column];
    }

    public int end(int column) {
        return ends[column];
    }
}
