package districtkpi.importer.source;

import districtkpi.db.extract.ColumnKey;
import districtkpi.db.extract.ExtractRepository;
import districtkpi.db.extract.NewExtract;
import districtkpi.db.extract.StoredExtract;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.StoredImport;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.CellCorrections;
import districtkpi.importer.DateAnswer;
import districtkpi.importer.DateOrder;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.issue.ExtractIssueCode;
import districtkpi.importer.result.FigureStore;
import districtkpi.importer.table.DateReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers for files that were taken in before: the same again, or refused as something else. */
final class ImportedExtracts {

    private final ImportRepository imports;
    private final ExtractRepository extracts;
    private final FigureStore figureStore;
    private final ExtractRequestCheck requests;
    private final ExtractReader reader;

    ImportedExtracts(
            ImportRepository imports,
            ExtractRepository extracts,
            FigureStore figureStore,
            ExtractRequestCheck requests,
            ExtractReader reader) {
        this.imports = imports;
        this.extracts = extracts;
        this.figureStore = figureStore;
        this.requests = requests;
        this.reader = reader;
    }

    /** The answer for bytes that were taken in before. */
    Optional<ExtractReport> report(IncomingExtract incoming) throws IOException {
        CellCorrections corrections = incoming.request().corrections();
        Optional<StoredImport> stored =
                imports.findBySha256(incoming.sha256(), corrections.sha256());
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        StoredImport first = stored.get();
        Optional<StoredExtract> extract = extracts.findByImport(first.id());
        if (extract.isEmpty() || !isSame(extract.get(), incoming)) {
            incoming.log()
                    .addFile(
                            ExtractIssueCode.IMPORTED_AS_OTHER,
                            first.id(),
                            extract.map(ImportedExtracts::described)
                                    .orElseGet(() -> ImportTexts.text("extract.results-file")));
            return Optional.of(incoming.rejected());
        }
        return Optional.of(
                new ExtractReport(
                        figureStore
                                .reportOf(first, incoming.success(), incoming.name())
                                .withCells(corrections, List.of()),
                        List.of(),
                        extracts.workings(extract.get().id()),
                        extract.get().leftOut(),
                        parts(extract.get()),
                        extracts.leftOut(extract.get().id()).stream()
                                .map(some ->
                                        new ExtractReport.LeftOut(
                                                some.sheet(),
                                                some.ofDistrict(),
                                                some.reason(),
                                                some.rows(),
                                                some.firstLine()))
                                .toList(),
                        List.of()));
    }

    private List<ExtractReport.Part> parts(StoredExtract extract) {
        Map<Integer, String> sheets = extracts.sheets(extract.id());
        return extracts.parts(extract.id()).stream()
                .map(part -> ExtractReport.Part.of(part, sheets))
                .toList();
    }

    /** Whoever answers otherwise means other figures. */
    private boolean isSame(StoredExtract stored, IncomingExtract incoming) throws IOException {
        ExtractRequest request = incoming.request();
        Optional<DistrictCode> district = stored.ofDistrict();
        return stored.source().equals(request.source().id())
                && stored.round().equals(request.round())
                && stored.asOf().equals(request.asOf())
                && district.equals(request.district())
                && isAnsweredAlike(extracts.answers(stored.id()), incoming);
    }

    /** Whoever says of days what the file says of itself, or in other words, answers the same. */
    private boolean isAnsweredAlike(Set<NewExtract.Answer> stored, IncomingExtract incoming)
            throws IOException {
        Set<NewExtract.Answer> answered = incoming.request().whatCounts().answers();
        return answered.isEmpty()
                || answered.equals(stored)
                || (ofOthers(answered).equals(ofOthers(stored))
                        && daysAreReadAlike(ofDates(answered), ofDates(stored), incoming));
    }

    private static Set<NewExtract.Answer> ofOthers(Set<NewExtract.Answer> answers) {
        return answers.stream()
                .filter(answer -> !answer.question().equals(WhatCounts.DATE_ORDER))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static DateAnswer ofDates(Set<NewExtract.Answer> answers) {
        return DateAnswer.ofParts(
                answers.stream()
                        .filter(answer -> answer.question().equals(WhatCounts.DATE_ORDER))
                        .map(NewExtract.Answer::answer)
                        .toList());
    }

    /** Whether two answers give each column of days the same order of day and month. */
    private boolean daysAreReadAlike(DateAnswer one, DateAnswer other, IncomingExtract incoming)
            throws IOException {
        Optional<Agreement> agreement = requests.agreement(incoming.round());
        if (agreement.isEmpty()) {
            return false;
        }
        ExtractReading reading =
                reader.search(
                        incoming,
                        agreement.get(),
                        ExtractReader.Known.nothing(),
                        DateOrders.said(DateAnswer.NONE));
        SourceDescription source = incoming.request().source();
        return orders(source, reading, one).equals(orders(source, reading, other));
    }

    /** The order of day and month in each column of days of the sheets that count. */
    private static List<DateOrder> orders(
            SourceDescription source, ExtractReading reading, DateAnswer answer) {
        DateOrders orders = DateOrders.said(answer).with(reading.monthFirst());
        return reading.counted().stream()
                .map(SheetRows::columns)
                .flatMap(columns ->
                        source.columns().stream()
                                .filter(column -> column.type().isDay())
                                .map(SourceDescription.Column::key)
                                .filter(columns.found()::containsKey)
                                .map(key -> order(orders, columns, key)))
                .toList();
    }

    private static DateOrder order(DateOrders orders, SheetColumns columns, ColumnKey key) {
        int place = Objects.requireNonNull(columns.found().get(key));
        return orders.of(columns, key, columns.heading(place));
    }

    private static LocalizedText described(StoredExtract stored) {
        LocalizedText name =
                Sources.find(stored.source())
                        .map(SourceDescription::name)
                        .orElseGet(() -> new LocalizedText(stored.source(), stored.source()));
        return ImportTexts.text(
                "extract.described",
                name,
                stored.round(),
                DateReader.shown(stored.asOf()),
                stored.ofDistrict()
                        .<Object>map(code -> ImportTexts.text("extract.of-district", code))
                        .orElse(""));
    }
}
