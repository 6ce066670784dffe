package districtkpi.importer.source;

import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.extract.ColumnKey;
import districtkpi.db.extract.ExtractRepository;
import districtkpi.db.extract.FigureQuery;
import districtkpi.db.extract.StoredExtract;
import districtkpi.db.result.CellCorrectionRepository;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.source.ExtractCsv.Place;
import districtkpi.importer.table.CellText;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The rows behind the figures of an extract, by the description that it was taken in by. */
@Service
public class ExtractRows {

    private final ExtractRepository extracts;
    private final AgreementRepository agreements;
    private final CellCorrectionRepository corrections;

    ExtractRows(
            ExtractRepository extracts,
            AgreementRepository agreements,
            CellCorrectionRepository corrections) {
        this.extracts = extracts;
        this.agreements = agreements;
        this.corrections = corrections;
    }

    /** The extract that an import took in, if it did. */
    public Optional<StoredExtract> find(long importId) {
        return extracts.findByImport(importId);
    }

    /** The columns whose cells were stored. */
    public List<ColumnKey> columns(StoredExtract extract) {
        return Sources.read(extract.description()).columns().stream()
                .filter(column -> column.type() != ColumnType.DISTRICT)
                .map(SourceDescription.Column::key)
                .toList();
    }

    /** The measures that come out of it. */
    public List<MeasureId> measures(StoredExtract extract) {
        return Sources.read(extract.description()).measures().stream()
                .map(SourceDescription.Measure::id)
                .toList();
    }

    /**
     * Writes rows as CSV, in the order of the file and in constant memory: where each stands, the
     * cells of its {@link #columns}, what it counted for, and what was read in the place of its
     * cells.
     *
     * @param district only its rows
     * @param measure only rows that it is about
     */
    public void write(
            StoredExtract extract,
            Optional<DistrictCode> district,
            Optional<MeasureId> measure,
            OutputStream out) {
        SourceDescription source = Sources.read(extract.description());
        Agreement agreement =
                agreements.findAllInForce().stream()
                        .map(stored -> stored.agreement())
                        .filter(some -> some.round().equals(extract.round()))
                        .findFirst()
                        .orElseThrow();
        RoundSpan span = new RoundSpan(extract.round(), agreement.firstDay(), extract.asOf());
        List<FigureQuery> queries =
                source.measures().stream().map(some -> span.query(source, some)).toList();
        List<ColumnKey> columns = columns(extract);
        ExtractCsv csv = new ExtractCsv(out, mended(extract));
        csv.header(columns);
        extracts.readRows(extract.id(), columns, queries, district, measure, csv::row);
        csv.flush();
    }

    private Map<Place, String> mended(StoredExtract extract) {
        Map<String, String> sheets = new HashMap<>();
        extracts.sheets(extract.id())
                .values()
                .forEach(name -> sheets.put(CellText.nameOfSheet(name), name));
        return corrections.find(List.of(extract.importId())).stream()
                .collect(
                        Collectors.toMap(
                                one ->
                                        new Place(
                                                sheets.getOrDefault(one.sheet(), one.sheet()),
                                                one.line()),
                                one -> one.heading() + ": " + one.before() + " → " + one.after(),
                                (one, other) -> one + "; " + other));
    }
}
