package districtkpi.importer.source;

import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.extract.ColumnKey;
import districtkpi.db.extract.ExtractRepository;
import districtkpi.db.extract.ExtractRowWriter;
import districtkpi.db.extract.NewExtract;
import districtkpi.db.extract.Position;
import districtkpi.db.extract.StoredExtract;
import districtkpi.db.place.DistrictRepository;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.result.ImportKind;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.NewCellCorrection;
import districtkpi.db.result.NewImport;
import districtkpi.db.result.StoredImport;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.importer.CellCorrection;
import districtkpi.importer.CellCorrections;
import districtkpi.importer.DateAnswer;
import districtkpi.importer.DateOrder;
import districtkpi.importer.ImportEffect.Kind;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Counts;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.PersonalNumbers;
import districtkpi.importer.WrongCell;
import districtkpi.importer.issue.ExtractIssueCode;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.result.FigureEffect;
import districtkpi.importer.result.FigureStore;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.DateReader;
import districtkpi.importer.table.DistrictNames;
import districtkpi.importer.table.ImportLimits;
import districtkpi.importer.table.IssueLog;
import districtkpi.importer.table.RowReader;
import districtkpi.importer.table.RowReaders;
import districtkpi.importer.table.UnreadableFileException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Takes extracts of the source systems in, all or nothing. Whatever is wrong with a file is in the
 * report; an exception means that the disk or the database failed or that somebody cancelled, and
 * then nothing was stored.
 *
 * <p>Takes extracts in. The rows are written before the round is locked, which may take minutes;
 * what comes out of them is compared and stored under the lock.
 *
 * @see "Decision record 0010: extracts are rows and a description"
 */
@Service
public final class ExtractImportService {

    /** As much as the largest register of the nation and then some. */
    private static final int DEFAULT_BYTES = 2_147_483_647;

    /** The questions as requests answer them. */
    private static final String SHEETS = "sheets";

    private static final String TOTAL_ROWS = "totalRows";

    private static final String REPEATED_ROWS = "repeatedRows";

    private static final String DATE_ORDER = "dateOrder";

    private static final int MAX_COLUMNS = 1_000;
    private static final int MAX_CELL_LENGTH = 4_000;
    private static final int MAX_ISSUES = 1_000;

    private final AgreementRepository agreements;
    private final DistrictRepository districts;
    private final ImportRepository imports;
    private final ExtractRepository extracts;
    private final SignOffRepository signOffs;
    private final FigureStore figureStore;
    private final ImportLimits limits;
    private final WriteTransaction writing;

    ExtractImportService(
            AgreementRepository agreements,
            DistrictRepository districts,
            ImportRepository imports,
            ExtractRepository extracts,
            SignOffRepository signOffs,
            FigureStore figureStore,
            @Value("${district-kpi.extract.max-bytes:" + DEFAULT_BYTES + "}") int maxBytes,
            WriteTransaction writing) {
        this.agreements = agreements;
        this.districts = districts;
        this.imports = imports;
        this.extracts = extracts;
        this.signOffs = signOffs;
        this.figureStore = figureStore;
        this.limits =
                new ImportLimits(
                        maxBytes, Integer.MAX_VALUE - 1, MAX_COLUMNS, MAX_CELL_LENGTH, MAX_ISSUES);
        this.writing = writing;
    }

    /** The round has another version of its agreement than when the reading began. */
    private static final class AgreementChangedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * An extract on its way in.
     *
     * @param basis of the dry run that was shown, where there was one
     */
    private record Incoming(
            ExtractRequest request,
            String name,
            long size,
            String sha256,
            boolean dryRun,
            Optional<String> basis,
            ImportProgress progress,
            IssueLog log) {

        RoundId round() {
            return request.round();
        }

        /** The same from the beginning. */
        Incoming with(IssueLog other) {
            return new Incoming(request, name, size, sha256, dryRun, basis, progress, other);
        }

        Status success() {
            return dryRun ? Status.DRY_RUN : Status.COMMITTED;
        }
    }

    /**
     * An extract that was read.
     *
     * @param orders of day and month in its columns
     */
    private record Taken(Incoming incoming, DateOrders orders, ExtractReading reading) {}

    /**
     * Does everything that a commit does, says what came of it and takes it back.
     *
     * @throws districtkpi.importer.ImportCancelledException if the listener wanted an end
     */
    public ExtractReport dryRun(ExtractRequest request, ImportProgress progress) {
        return take(request, true, Optional.empty(), progress);
    }

    /**
     * Reads, checks and stores an extract and what comes out of it in one transaction. The same
     * bytes again change nothing.
     *
     * @param basis of the dry run that was shown, where there was one: nothing is stored unless the
     *     commit does exactly the same
     * @throws districtkpi.importer.ImportCancelledException if the listener wanted an end
     */
    public ExtractReport commit(
            ExtractRequest request, Optional<String> basis, ImportProgress progress) {
        return take(request, false, basis, progress);
    }

    private ExtractReport take(
            ExtractRequest request,
            boolean dryRun,
            Optional<String> basis,
            ImportProgress progress) {
        while (true) {
            try {
                return takeOnce(request, dryRun, basis, progress);
            } catch (AgreementChangedException _) {
                // Rare, and everything may have another meaning now: from the beginning.
            }
        }
    }

    private ExtractReport takeOnce(
            ExtractRequest request,
            boolean dryRun,
            Optional<String> basis,
            ImportProgress progress) {
        Incoming incoming;
        try {
            incoming =
                    new Incoming(
                            request,
                            request.safeName(),
                            Files.size(request.file()),
                            sha256(request.file()),
                            dryRun,
                            basis,
                            progress,
                            new IssueLog(limits.issues()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writing.getUnless(
                report -> incoming.dryRun() || report.report().status() == Status.REJECTED,
                () -> unchecked(() -> take(incoming)));
    }

    /** What reads a file. */
    private interface FileStep<T> {
        T run() throws IOException;
    }

    /** Reading a file that lies here fails only where the disk does. */
    private static <T> T unchecked(FileStep<T> step) {
        try {
            return step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ExtractReport take(Incoming incoming) throws IOException {
        IssueLog log = incoming.log();
        if (PersonalNumbers.isIn(incoming.request().name())) {
            log.addFile(IssueCode.PERSONAL_NUMBER);
        }
        Optional<Agreement> agreement = agreement(incoming.round());
        Optional<ExtractReport> repeated = reportIfImported(incoming);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        agreement.ifPresentOrElse(
                known -> checkRequest(incoming, known), () -> reportUnknownRound(incoming));
        if (log.hasErrors()) {
            return rejected(incoming);
        }
        // First, so that of two who bring the same bytes the second waits before it copies.
        try (InputStream content = Files.newInputStream(incoming.request().file())) {
            imports.addContent(incoming.sha256(), content);
        }
        repeated = reportIfImported(incoming);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        long extractId = extracts.nextId();
        Taken taken = read(incoming, agreement.orElseThrow(), extractId);
        return taken.incoming().log().hasErrors()
                ? rejected(taken.incoming(), taken.reading())
                : compare(taken, agreement.orElseThrow(), extractId);
    }

    /**
     * Writes the rows of an extract that something is wrong with, as they are and with what is
     * wrong, however many there are; stores nothing. Each sheet has its headings above its rows;
     * what is wrong with the whole file stands last.
     */
    public void writeRefused(ExtractRequest request, OutputStream out) throws IOException {
        Incoming incoming = toCheck(request);
        Optional<Agreement> agreement = agreement(incoming.round());
        Shape shape = shape(request, agreement);
        RefusedExtractRows rows = new RefusedExtractRows(shape.ofRows(), out);
        agreement.ifPresentOrElse(
                known -> checkRequest(incoming, known), () -> reportUnknownRound(incoming));
        if (agreement.isPresent()) {
            try (RowReader reader = open(request)) {
                reading(
                                incoming,
                                agreement.get(),
                                known(incoming, agreement.get(), shape.orders()),
                                shape.orders())
                        .readRefused(reader, rows);
            } catch (UnreadableFileException e) {
                incoming.log().add(e);
            }
        }
        rows.refused(Optional.empty(), incoming.log().drain());
        rows.end();
    }

    /**
     * What has to be known of a file before its rows are given back.
     *
     * @param orders of day and month in its columns
     */
    private record Shape(RefusedExtractRows.Shape ofRows, DateOrders orders) {}

    /** Reads the file once to know all of its columns: rows of any sheet may be the first ones. */
    private Shape shape(ExtractRequest request, Optional<Agreement> agreement) throws IOException {
        DateOrders said = said(request);
        if (agreement.isEmpty()) {
            return new Shape(new RefusedExtractRows.Shape(List.of()), said);
        }
        ExtractReading reading = reading(toCheck(request), agreement.get(), Known.nothing(), said);
        RefusedExtractRows.Shape shape = new RefusedExtractRows.Shape(reading.sheets());
        try (RowReader reader = open(request)) {
            reading.readRefused(reader, shape);
        } catch (UnreadableFileException _) {
            // Said when its rows are written.
        }
        return new Shape(shape, said.with(reading.monthFirst()));
    }

    private RowReader open(ExtractRequest request) throws IOException {
        return RowReaders.open(request.file(), request.name(), limits, request.corrections());
    }

    /** What is read only to see what is wrong with it, however much that is. */
    private static Incoming toCheck(ExtractRequest request) {
        return new Incoming(
                request,
                request.safeName(),
                0,
                "",
                true,
                Optional.empty(),
                ImportProgress.NONE,
                new IssueLog(Integer.MAX_VALUE));
    }

    private void checkRequest(Incoming incoming, Agreement agreement) {
        reportIfSignedOff(incoming);
        LocalDate asOf = incoming.request().asOf();
        if (asOf.isBefore(agreement.firstDay()) || asOf.isAfter(agreement.lastDay())) {
            incoming.log()
                    .add(
                            IssueCode.DATE_OUTSIDE_ROUND,
                            new Cell(0, "asOf", asOf.toString()),
                            agreement.round(),
                            DateReader.shown(agreement.firstDay()),
                            DateReader.shown(agreement.lastDay()));
        }
        incoming.request()
                .district()
                .filter(code ->
                        districts(agreement).stream().noneMatch(known -> known.code().equals(code)))
                .ifPresent(code ->
                        incoming.log()
                                .add(
                                        IssueCode.UNKNOWN_DISTRICT,
                                        new Cell(0, "district", code.value()),
                                        agreement.round(),
                                        ""));
    }

    private void reportIfSignedOff(Incoming incoming) {
        signOffs.findHolding(incoming.round())
                .ifPresent(signedOff ->
                        incoming.log()
                                .add(
                                        IssueCode.ROUND_SIGNED_OFF,
                                        new Cell(0, "round", signedOff.round().toString())));
    }

    private void reportUnknownRound(Incoming incoming) {
        incoming.log()
                .add(
                        IssueCode.UNKNOWN_ROUND,
                        new Cell(0, "round", incoming.round().toString()),
                        String.join(
                                ", ",
                                agreements.findAllInForce().stream()
                                        .map(stored -> stored.agreement().round().toString())
                                        .toList()));
    }

    private Optional<Agreement> agreement(RoundId round) {
        return agreements.findAllInForce().stream()
                .map(stored -> stored.agreement())
                .filter(agreement -> agreement.round().equals(round))
                .findFirst();
    }

    private List<District> districts(Agreement agreement) {
        return districts.findValid(agreement.provinceCode(), agreement.lastDay());
    }

    private static DateOrders said(ExtractRequest request) {
        return DateOrders.said(request.whatCounts().dates());
    }

    /** Where days turn out to have the month first, the file is read again from the beginning. */
    private Taken read(Incoming incoming, Agreement agreement, long extractId) throws IOException {
        DateOrders said = said(incoming.request());
        ExtractReading first =
                writing.partUnless(
                        reading -> !reading.monthFirst().isEmpty(),
                        () -> unchecked(() -> read(incoming, agreement, extractId, said)));
        if (first.monthFirst().isEmpty()) {
            return new Taken(incoming, said, first);
        }
        Incoming again = incoming.with(new IssueLog(limits.issues()));
        DateOrders decided = said.with(first.monthFirst());
        return new Taken(again, decided, read(again, agreement, extractId, decided));
    }

    private ExtractReading read(
            Incoming incoming, Agreement agreement, long extractId, DateOrders orders)
            throws IOException {
        ExtractRequest request = incoming.request();
        ExtractReading reading =
                reading(incoming, agreement, known(incoming, agreement, orders), orders);
        try (RowReader rows = open(request)) {
            extracts.copyRows(
                    extractId,
                    writer -> reading.read(rows, writer, incoming.progress(), incoming.size()));
        } catch (UnreadableFileException e) {
            incoming.log().add(e.code(), new Cell(e.line(), "", ""), e.arguments().toArray());
        }
        return reading;
    }

    /** What is known of rows before they are read. */
    private record Known(Doubts doubts, Repeats repeats) {

        static Known nothing() {
            return new Known(Doubts.open(), Repeats.open());
        }
    }

    /**
     * Where it was said what rows are that may say again what others say, they are looked for.
     * Whether a row is a total decides whether it is compared with others, and one that is left out
     * as a repeat is no part of a total: what was found of the one is held against the other.
     */
    private Known known(Incoming incoming, Agreement agreement, DateOrders orders)
            throws IOException {
        WhatCounts said = incoming.request().whatCounts();
        Optional<WhatCounts.DoubtfulRows> ofTotals = said.ofTotalRows();
        Optional<WhatCounts.DoubtfulRows> ofRepeats = said.ofRepeatedRows();
        if (ofTotals.isEmpty() && ofRepeats.isEmpty()) {
            return Known.nothing();
        }
        Known found = Known.nothing();
        search(incoming, agreement, found, orders);
        if (ofRepeats.isEmpty()) {
            return new Known(
                    ofTotals.map(found.doubts()::settled).orElseGet(Doubts::open), Repeats.open());
        }
        Repeats compared = found.repeats();
        if (ofTotals.isPresent()) {
            compared = Repeats.open();
            Doubts settled = found.doubts().settled(ofTotals.get());
            search(incoming, agreement, new Known(settled, compared), orders);
        }
        Known known = new Known(found.doubts().again(), compared.settled(ofRepeats.get()));
        if (ofTotals.isEmpty()) {
            return known;
        }
        search(incoming, agreement, known, orders);
        return new Known(known.doubts().settled(ofTotals.get()), known.repeats());
    }

    /** Reads the file only to know more of it before it is read again. */
    private ExtractReading search(
            Incoming incoming, Agreement agreement, Known known, DateOrders orders)
            throws IOException {
        ExtractRequest request = incoming.request();
        ExtractReading reading = reading(toCheck(request), agreement, known, orders);
        try (RowReader rows = open(request)) {
            reading.read(
                    rows,
                    new ExtractRowWriter((_, _, _) -> {}, 1),
                    incoming.progress(),
                    incoming.size());
        } catch (UnreadableFileException _) {
            // Said when it is read again.
        }
        return reading;
    }

    private ExtractReading reading(
            Incoming incoming, Agreement agreement, Known known, DateOrders orders) {
        ExtractRequest request = incoming.request();
        return new ExtractReading(
                request.source(),
                extracts.headings(request.source().id()),
                request.mapping(),
                span(incoming, agreement),
                new DistrictNames(
                        districts(agreement),
                        DistrictNames.endedWithin(
                                districts.findAll(agreement.provinceCode()),
                                agreement.firstDay(),
                                agreement.lastDay())),
                request.onlyDistrict(),
                request.whatCounts(),
                known.doubts(),
                known.repeats(),
                orders,
                request.corrections(),
                limits,
                incoming.log());
    }

    private static RoundSpan span(Incoming incoming, Agreement agreement) {
        return new RoundSpan(incoming.round(), agreement.firstDay(), incoming.request().asOf());
    }

    private ExtractReport compare(Taken taken, Agreement agreement, long extractId)
            throws IOException {
        Incoming incoming = taken.incoming();
        ExtractReading reading = taken.reading();
        ExtractFigures figures = figures(incoming, agreement, extractId, reading, incoming.log());
        // Reads the whole file again, so that nobody should have to wait for it.
        if (!incoming.log().hasErrors()) {
            askForDateOrder(taken, agreement, figures);
        }
        SortedSet<RoundId> rounds = new TreeSet<>(Set.of(incoming.round()));
        figureStore.lock(rounds);
        // Another session may have taken in the same file, or another version of the agreement,
        // while this one copied or waited.
        Optional<ExtractReport> repeated = reportIfImported(incoming);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        if (!agreement.equals(agreement(incoming.round()).orElseThrow())) {
            throw new AgreementChangedException();
        }
        reportIfSignedOff(incoming);
        if (incoming.log().hasErrors()) {
            return rejected(incoming, reading);
        }
        FigureEffect effect = figureStore.effect(figures.measurements(), rounds);
        effect.reportOvertaken(incoming.log());
        ImportReport shown = report(incoming, reading, effect, OptionalLong.empty());
        List<NewExtract.Part> parts = figures.parts(reading.counted(), extractId, extracts);
        Map<Integer, String> names =
                reading.sheets().stream()
                        .collect(Collectors.toMap(SheetColumns::number, SheetColumns::name));
        if (incoming.basis().isPresent() && !incoming.basis().get().equals(shown.basis())) {
            incoming.log().addFile(IssueCode.DATA_MOVED);
            return rejected(incoming, reading);
        }
        long id = store(incoming, extractId, reading, figures, parts, effect);
        incoming.progress().throwIfCancelled();
        return new ExtractReport(
                incoming.dryRun() ? shown : report(incoming, reading, effect, OptionalLong.of(id)),
                reading.sheets().stream().map(SheetColumns::toReport).toList(),
                figures.workings(),
                reading.leftOut().all(),
                parts.stream().map(part -> part(part, names)).toList(),
                reading.leftOut().toReport(),
                List.of());
    }

    /**
     * Refuses an extract with days such as 3/4/2022 if it makes a difference to its figures or to
     * what can be read at all whether the day or the month stands first; once for each such column.
     * A level that waits for another measure does not tell.
     */
    private void askForDateOrder(Taken taken, Agreement agreement, ExtractFigures dayFirst) {
        List<DateOrders.DayColumn> undecided = taken.reading().undecided();
        List<DateOrders.DayColumn> asked =
                undecided.stream()
                        .filter(column -> !doesTheSame(taken, agreement, List.of(column), dayFirst))
                        .toList();
        if (asked.isEmpty()
                && undecided.size() > 1
                && !doesTheSame(taken, agreement, undecided, dayFirst)) {
            asked = undecided;
        }
        asked.forEach(
                column -> taken.incoming().log().askForDateOrder(column.name(), column.cell()));
    }

    /** Reads the extract with the month first in columns; nothing stays of it. */
    private boolean doesTheSame(
            Taken taken,
            Agreement agreement,
            List<DateOrders.DayColumn> monthFirst,
            ExtractFigures dayFirst) {
        // The first error is enough to tell.
        Incoming other = taken.incoming().with(new IssueLog(1));
        DateOrders orders = taken.orders().trying(monthFirst);
        return writing.partUnless(
                _ -> true, () -> unchecked(() -> givesTheSame(other, agreement, orders, dayFirst)));
    }

    private boolean givesTheSame(
            Incoming other, Agreement agreement, DateOrders orders, ExtractFigures dayFirst)
            throws IOException {
        long extractId = extracts.nextId();
        ExtractReading reading = read(other, agreement, extractId, orders);
        if (other.log().hasErrors()) {
            return false;
        }
        ExtractFigures figures = figures(other, agreement, extractId, reading, other.log());
        return !other.log().hasErrors() && values(figures).equals(values(dayFirst));
    }

    private static List<Figure> values(ExtractFigures figures) {
        return figures.measurements().stream()
                .map(figure -> new Figure(figure.district(), figure.measure(), figure.value()))
                .toList();
    }

    private record Figure(DistrictCode district, MeasureKey measure, MeasuredValue value) {}

    private static ExtractReport.Part part(NewExtract.Part part, Map<Integer, String> sheets) {
        return new ExtractReport.Part(
                part.district(),
                part.measure(),
                sheets.getOrDefault(part.sheet(), ""),
                part.rows(),
                part.others());
    }

    private static ImportReport report(
            Incoming incoming, ExtractReading reading, FigureEffect effect, OptionalLong id) {
        return new ImportReport(
                        id,
                        incoming.success(),
                        incoming.name(),
                        incoming.sha256(),
                        Counts.of(Math.toIntExact(reading.rows()), effect.shown()),
                        incoming.log().issues(),
                        effect.shown())
                .withCells(incoming.request().corrections(), List.of());
    }

    private ExtractFigures figures(
            Incoming incoming,
            Agreement agreement,
            long extractId,
            ExtractReading reading,
            IssueLog log) {
        return ExtractFigures.of(
                incoming.request().source(),
                reading.sheets(),
                extractId,
                span(incoming, agreement),
                agreement,
                extracts,
                log);
    }

    private long store(
            Incoming incoming,
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
                        answers(request.whatCounts()),
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

    /** What was answered, as requests have it. */
    private static Set<NewExtract.Answer> answers(WhatCounts whatCounts) {
        return Stream.of(
                        whatCounts.sheets().stream()
                                .map(sheet -> new NewExtract.Answer(SHEETS, sheet)),
                        whatCounts.ofTotalRows().stream()
                                .map(answer -> new NewExtract.Answer(TOTAL_ROWS, answer.key())),
                        whatCounts.ofRepeatedRows().stream()
                                .map(answer -> new NewExtract.Answer(REPEATED_ROWS, answer.key())),
                        whatCounts.dates().parts().stream()
                                .map(order -> new NewExtract.Answer(DATE_ORDER, order)))
                .flatMap(answers -> answers)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The answer for bytes that were taken in before. */
    private Optional<ExtractReport> reportIfImported(Incoming incoming) throws IOException {
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
                            extract.map(ExtractImportService::described)
                                    .orElseGet(() -> ImportTexts.text("extract.results-file")));
            return Optional.of(rejected(incoming));
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
        return extracts.parts(extract.id()).stream().map(part -> part(part, sheets)).toList();
    }

    /** Whoever answers otherwise means other figures. */
    private boolean isSame(StoredExtract stored, Incoming incoming) throws IOException {
        ExtractRequest request = incoming.request();
        Optional<DistrictCode> district = stored.ofDistrict();
        return stored.source().equals(request.source().id())
                && stored.round().equals(request.round())
                && stored.asOf().equals(request.asOf())
                && district.equals(request.district())
                && isAnsweredAlike(extracts.answers(stored.id()), incoming);
    }

    /** Whoever says of days what the file says of itself, or in other words, answers the same. */
    private boolean isAnsweredAlike(Set<NewExtract.Answer> stored, Incoming incoming)
            throws IOException {
        Set<NewExtract.Answer> answered = answers(incoming.request().whatCounts());
        return answered.isEmpty()
                || answered.equals(stored)
                || (ofOthers(answered).equals(ofOthers(stored))
                        && daysAreReadAlike(ofDates(answered), ofDates(stored), incoming));
    }

    private static Set<NewExtract.Answer> ofOthers(Set<NewExtract.Answer> answers) {
        return answers.stream()
                .filter(answer -> !answer.question().equals(DATE_ORDER))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static DateAnswer ofDates(Set<NewExtract.Answer> answers) {
        return DateAnswer.ofParts(
                answers.stream()
                        .filter(answer -> answer.question().equals(DATE_ORDER))
                        .map(NewExtract.Answer::answer)
                        .toList());
    }

    /** Whether two answers give each column of days the same order of day and month. */
    private boolean daysAreReadAlike(DateAnswer one, DateAnswer other, Incoming incoming)
            throws IOException {
        Optional<Agreement> agreement = agreement(incoming.round());
        if (agreement.isEmpty()) {
            return false;
        }
        ExtractReading reading =
                search(
                        incoming,
                        agreement.get(),
                        Known.nothing(),
                        DateOrders.said(DateAnswer.NONE));
        SourceDescription source = incoming.request().source();
        return orders(source, reading, one).equals(orders(source, reading, other));
    }

    /** The order of day and month in each column of days of the sheets that count. */
    private static List<DateOrder> orders(
            SourceDescription source, ExtractReading reading, DateAnswer answer) {
        DateOrders orders = DateOrders.said(answer).with(reading.monthFirst());
        return reading.counted().stream()
                .map(ExtractReading.SheetRows::columns)
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

    private static ExtractReport rejected(Incoming incoming) {
        return rejected(incoming, List.of(), 0, List.of(), List.of());
    }

    private static ExtractReport rejected(Incoming incoming, ExtractReading reading) {
        return rejected(
                incoming,
                reading.sheetsToMap(),
                reading.rows(),
                reading.questions(),
                reading.wrongCells());
    }

    private static ExtractReport rejected(
            Incoming incoming,
            List<SheetColumns> sheets,
            long rows,
            List<ExtractReport.Question> questions,
            List<WrongCell> wrongCells) {
        IssueLog log = incoming.log();
        return new ExtractReport(
                ImportReport.rejected(
                                incoming.name(),
                                incoming.sha256(),
                                Counts.rejected(
                                        Math.toIntExact(rows),
                                        (int) Math.min(log.linesWithError(), rows)),
                                log.issues())
                        .withCells(incoming.request().corrections(), wrongCells),
                sheets.stream().map(SheetColumns::toReport).toList(),
                List.of(),
                0,
                List.of(),
                List.of(),
                questions);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            return DigestUtils.sha256Hex(content);
        }
    }
}
