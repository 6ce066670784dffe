package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.db.extract.ExtractRepository;
import districtkpi.db.extract.NewExtract;
import districtkpi.db.extract.Position;
import districtkpi.db.result.ImportKind;
import districtkpi.db.result.NewCellCorrection;
import districtkpi.db.result.NewImport;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.CellCorrection;
import districtkpi.importer.CellCorrections;
import districtkpi.importer.ImportEffect.Kind;
import districtkpi.importer.result.FigureEffect;
import districtkpi.importer.result.FigureStore;
import districtkpi.importer.table.CellText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stores an extract, what comes out of it, and what was said of it. */
final class ExtractStore {

    private final ExtractRepository extracts;
    private final FigureStore figureStore;

    ExtractStore(ExtractRepository extracts, FigureStore figureStore) {
        this.extracts = extracts;
        this.figureStore = figureStore;
    }

    /** Stores all but the rows, which are there already; gives the id of the import. */
    long store(
            IncomingExtract incoming,
            long extractId,
            ExtractReading reading,
            ExtractFigures figures,
            List<NewExtract.Part> parts,
            FigureEffect effect) {
        ExtractRequest request = incoming.request();
        long id =
                figureStore.store(
                        new NewImport(
                                ImportKind.EXTRACT,
                                incoming.name(),
                                new byte[0],
                                incoming.sha256(),
                                Set.of(incoming.round()),
                                Math.toIntExact(reading.rows()),
                                effect.shown().count(Kind.CREATED),
                                effect.shown().count(Kind.CHANGED),
                                effect.shown().count(Kind.UNCHANGED),
                                incoming.log().warnings(),
                                false,
                                corrections(request.corrections(), reading, extractId),
                                request.corrections().sha256()),
                        effect,
                        incoming.log().issues());
        extracts.add(
                new NewExtract(
                        extractId,
                        id,
                        incoming.round(),
                        request.source().id(),
                        request.asOf(),
                        request.onlyDistrict(),
                        request.source().document(),
                        request.source().sha256(),
                        reading.leftOut().all(),
                        reading.sheets().stream()
                                .map(sheet ->
                                        new NewExtract.Sheet(
                                                sheet.number(), sheet.sheet(), sheet.headerLine()))
                                .toList(),
                        figures.workings(),
                        request.whatCounts().answers(),
                        parts,
                        reading.leftOut().toReport().stream()
                                .map(some ->
                                        new NewExtract.LeftOut(
                                                some.sheet(),
                                                some.district().orElse(null),
                                                some.reason(),
                                                some.rows(),
                                                some.firstLine()))
                                .toList()));
        Map<String, ColumnKey> headings = new LinkedHashMap<>();
        request.mapping().forEach((column, heading) -> headings.put(heading, column));
        extracts.addHeadings(request.source().id(), headings);
        return id;
    }

    /** What was mended, with whose row it is. */
    private List<NewCellCorrection> corrections(
            CellCorrections corrections, ExtractReading reading, long extractId) {
        Map<String, Integer> sheets =
                reading.sheets().stream()
                        .collect(
                                Collectors.toMap(
                                        sheet -> CellText.nameOfSheet(sheet.sheet()),
                                        SheetColumns::number,
                                        (one, _) -> one));
        Function<CellCorrection, Position> position =
                one -> new Position(sheets.getOrDefault(one.sheet(), 0), one.line());
        Map<Position, DistrictCode> districts =
                extracts.districts(
                        extractId,
                        corrections.all().stream().map(position).collect(Collectors.toSet()));
        return corrections.all().stream()
                .map(one ->
                        new NewCellCorrection(
                                one.sheet(),
                                one.line(),
                                one.column() + 1,
                                one.heading(),
                                one.before(),
                                one.after(),
                                districts.get(position.apply(one)),
                                one.at()))
                .toList();
    }
}
