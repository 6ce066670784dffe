package districtkpi.importer.source;

import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.extract.ColumnKey;
import districtkpi.db.extract.ExtractRepository;
import districtkpi.db.extract.FigureQuery;
import districtkpi.db.extract.StoredExtract;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.place.DistrictCode;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The rows behind the figures of an extract, by the description that it was taken in by. */
@Service
public class ExtractRows {

    private final ExtractRepository extracts;
    private final AgreementRepository agreements;

    ExtractRows(ExtractRepository extracts, AgreementRepository agreements) {
        this.extracts = extracts;
        this.agreements = agreements;
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
     * cells of its {@link #columns}, and what it counted for.
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
        ExtractCsv csv = new ExtractCsv(out);
        csv.header(columns);
        extracts.readRows(extract.id(), columns, queries, district, measure, csv::row);
        csv.flush();
    }
}
