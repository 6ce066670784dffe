package districtkpi.db.extract;

import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.place.DistrictCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The extracts of the source systems; nothing is ever changed or deleted. */
public interface ExtractRepository {

    /** A number for the rows of an extract that nobody else has or will have. */
    long nextId();

    /**
     * Streams rows into the database. Must run in a transaction of the caller; what the writer is
     * not yet done with must not ask the database for anything.
     *
     * @param rows writes them; whatever it throws undoes the rows with the transaction
     */
    void copyRows(long extractId, Consumer<ExtractRowWriter> rows);

    /**
     * What the rows give, in one pass over them: an entry for each district and measure that has
     * rows, by district and in the order of the queries.
     */
    List<DistrictFigure> figures(long extractId, List<FigureQuery> queries);

    /**
     * The first rows of each district that a measure is about and that do not count for its value.
     *
     * @param most rows of a district
     */
    Map<DistrictCode, List<Position>> missed(long extractId, FigureQuery query, int most);

    /**
     * How many rows each measure is about, by district and sheet; those without any are left out.
     */
    List<RowCount> rowCounts(long extractId, List<FigureQuery> queries);

    /**
     * Whose some of the rows are; rows that were left out are nobody's.
     *
     * @param rows where they stand
     */
    Map<Position, DistrictCode> districts(long extractId, Set<Position> rows);

    /** Stores what an extract is, after its import. Must run in a transaction of the caller. */
    void add(NewExtract extract);

    /** The extract that an import took in, if it did. */
    Optional<StoredExtract> findByImport(long importId);

    /** How the figures of an extract came about, by district and measure. */
    List<NewExtract.Working> workings(long extractId);

    /** The names of the sheets that were read, by their numbers. */
    Map<Integer, String> sheets(long extractId);

    /** What was answered where something was in doubt. */
    Set<NewExtract.Answer> answers(long extractId);

    /** What the figures were made of, by district, measure and sheet. */
    List<NewExtract.Part> parts(long extractId);

    /** The rows that were left out, in the order of the file. */
    List<NewExtract.LeftOut> leftOut(long extractId);

    /** How the figures of a district came about that some imports brought. */
    List<ImportedWorking> workings(Set<Long> importIds, DistrictCode district);

    /**
     * The rows of an extract in the order of the file, one at a time, in constant memory.
     *
     * @param columns whose cells are wanted
     * @param queries by which to say what a row counted for
     * @param district only its rows
     * @param measure only rows that it is about
     */
    void readRows(
            long extractId,
            List<ColumnKey> columns,
            List<FigureQuery> queries,
            Optional<DistrictCode> district,
            Optional<MeasureId> measure,
            Consumer<ExtractedRow> reader);

    /** What headings of a source mean that somebody mapped by hand, the newest of each. */
    Map<String, ColumnKey> headings(String source);

    /** Keeps what headings mean. Must run in a transaction of the caller. */
    void addHeadings(String source, Map<String, ColumnKey> headings);
}
