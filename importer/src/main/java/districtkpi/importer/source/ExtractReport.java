package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.db.extract.NewExtract.Working;
import districtkpi.importer.ImportReport;
import java.util.List;
import java.util.Map;

/**
 * What an extract would do, did, or why it was refused, and what was made of it.
 *
 * @param report as for every import
 * @param sheets that were read, with the heading of each column that was found; where no header was
 *     recognised, the rows that most likely are one, so that they can be mapped
 * @param workings how each figure came about
 * @param leftOut rows that are totals, notes or of another year
 */
public record ExtractReport(
        ImportReport report, List<Sheet> sheets, List<Working> workings, int leftOut) {

    public ExtractReport {
        sheets = List.copyOf(sheets);
        workings = List.copyOf(workings);
    }

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
