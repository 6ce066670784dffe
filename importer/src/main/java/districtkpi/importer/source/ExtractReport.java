package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.db.extract.NewExtract;
import districtkpi.db.extract.NewExtract.Working;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.ImportReport;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an extract would do, did, or why it was refused, and what was made of it.
 *
 * @param report as for every import
 * @param sheets that were read, with the heading of each column that was found; where no header was
 *     recognised, the rows that most likely are one, so that they can be mapped
 * @param workings how each figure came about
 * @param leftOut rows that are totals, notes or of another year
 * @param parts how many rows of which sheets each figure was made of
 * @param leftOutRows the rows that were left out, by where they stand, whose they are, and why
 * @param questions what has to be answered before anything counts
 */
public record ExtractReport(
        ImportReport report,
        List<Sheet> sheets,
        List<Working> workings,
        int leftOut,
        List<Part> parts,
        List<LeftOut> leftOutRows,
        List<Question> questions) {

    public ExtractReport {
        sheets = List.copyOf(sheets);
        workings = List.copyOf(workings);
        parts = List.copyOf(parts);
        leftOutRows = List.copyOf(leftOutRows);
        questions = List.copyOf(questions);
    }

    /**
     * What a figure was made of on one sheet.
     *
     * @param sheet empty for a text
     * @param rows that the figure is about
     * @param others rows of the district on the sheet that it is not about, such as those of other
     *     quarters
     */
    public record Part(
            DistrictCode district, MeasureId measure, String sheet, int rows, int others) {

        /**
         * A part as it is kept.
         *
         * @param sheets their names by their numbers
         */
        static Part of(NewExtract.Part part, Map<Integer, String> sheets) {
            return new Part(
                    part.district(),
                    part.measure(),
                    sheets.getOrDefault(part.sheet(), ""),
                    part.rows(),
                    part.others());
        }
    }

    /**
     * Rows that were left out for one reason.
     *
     * @param sheet empty for a text
     * @param district as far as the rows say it
     * @param reason the code of the issue that says why
     */
    public record LeftOut(
            String sheet,
            Optional<DistrictCode> district,
            String reason,
            int rows,
            int firstLine) {}

    /** What an extract leaves in doubt. */
    public sealed interface Question {

        /**
         * Districts have rows on several sheets: are these parts, or does one restate the others?
         *
         * @param sheets of which the choice is
         * @param districts that have rows on several of them
         * @param hint what their sums say about it
         */
        record Sheets(
                List<SheetRows> sheets, Set<DistrictCode> districts, Optional<LocalizedText> hint)
                implements Question {
            public Sheets {
                sheets = List.copyOf(sheets);
                districts = Collections.unmodifiableSet(new TreeSet<>(districts));
            }
        }

        /**
         * Rows may be totals of others.
         *
         * @param rows the first of them
         */
        record TotalRows(List<DoubtfulRow> rows) implements Question {
            public TotalRows {
                rows = List.copyOf(rows);
            }
        }

        /**
         * Rows say again what others say: the same in every cell, or an earlier state of the same.
         *
         * @param rows the first of those that would not count if they do
         */
        record RepeatedRows(List<DoubtfulRow> rows) implements Question {
            public RepeatedRows {
                rows = List.copyOf(rows);
            }
        }
    }

    /**
     * A sheet that can be chosen.
     *
     * @param rows of data
     * @param districts of which there are some
     */
    public record SheetRows(String sheet, int rows, int districts) {}

    /**
     * A row that may be a total, or say again what another row says.
     *
     * @param text that sounds so; empty where the amounts alone do
     * @param other the line of the same sheet that says again what this one says
     * @param amounts in words
     */
    public record DoubtfulRow(
            String sheet,
            int line,
            Optional<DistrictCode> district,
            String text,
            OptionalInt other,
            LocalizedText amounts) {}

    /**
     * A sheet that was read.
     *
     * @param name empty for a text
     * @param columns what was taken from which heading
     * @param others headings that nothing was taken from
     */
    public record Sheet(
            String name, int headerLine, Map<ColumnKey, String> columns, List<String> others) {

        public Sheet {
            columns = Map.copyOf(columns);
            others = List.copyOf(others);
        }
    }
}
