package districtkpi.importer.source;

import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.extract.ExtractRepository;
import districtkpi.db.extract.NewExtract;
import districtkpi.db.place.DistrictRepository;
import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Counts;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.PersonalNumbers;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.result.FigureEffect;
import districtkpi.importer.result.FigureStore;
import districtkpi.importer.table.ImportLimits;
import districtkpi.importer.table.IssueLog;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    private static final int MAX_COLUMNS = 1_000;
    private static final int MAX_CELL_LENGTH = 4_000;
    private static final int MAX_ISSUES = 1_000;

    private final ImportRepository imports;
    private final ExtractRepository extracts;
    private final FigureStore figureStore;
    private final ImportLimits limits;
    private final WriteTransaction writing;
    private final ExtractReader reader;
    private final ExtractRequestCheck requests;
    private final ImportedExtracts imported;
    private final DateOrderQuestion dateOrder;
    private final ExtractStore store;

    ExtractImportService(
            AgreementRepository agreements,
            DistrictRepository districts,
            ImportRepository imports,
            ExtractRepository extracts,
            SignOffRepository signOffs,
            FigureStore figureStore,
            @Value("${district-kpi.extract.max-bytes:" + DEFAULT_BYTES + "}") int maxBytes,
            WriteTransaction writing) {
        this.imports = imports;
        this.extracts = extracts;
        this.figureStore = figureStore;
        this.limits =
                new ImportLimits(
                        maxBytes, Integer.MAX_VALUE - 1, MAX_COLUMNS, MAX_CELL_LENGTH, MAX_ISSUES);
        this.writing = writing;
        this.reader = new ExtractReader(districts, extracts, limits, writing);
        this.requests = new ExtractRequestCheck(agreements, signOffs, reader);
        this.imported = new ImportedExtracts(imports, extracts, figureStore, requests, reader);
        this.dateOrder = new DateOrderQuestion(reader, extracts, writing);
        this.store = new ExtractStore(extracts, figureStore);
    }

    /** The round has another version of its agreement than when the reading began. */
    private static final class AgreementChangedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

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
        IncomingExtract incoming;
        try {
            incoming =
                    new IncomingExtract(
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
                () -> ExtractReader.unchecked(() -> take(incoming)));
    }

    private ExtractReport take(IncomingExtract incoming) throws IOException {
        IssueLog log = incoming.log();
        if (PersonalNumbers.isIn(incoming.request().name())) {
            log.addFile(IssueCode.PERSONAL_NUMBER);
        }
        Optional<Agreement> agreement = requests.agreement(incoming.round());
        Optional<ExtractReport> repeated = imported.report(incoming);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        requests.check(incoming, agreement);
        if (log.hasErrors()) {
            return incoming.rejected();
        }
        // First, so that of two who bring the same bytes the second waits before it copies.
        try (InputStream content = Files.newInputStream(incoming.request().file())) {
            imports.addContent(incoming.sha256(), content);
        }
        repeated = imported.report(incoming);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        long extractId = extracts.nextId();
        ExtractReader.Taken taken = reader.read(incoming, agreement.orElseThrow(), extractId);
        return taken.incoming().log().hasErrors()
                ? taken.incoming().rejected(taken.reading())
                : compare(taken, agreement.orElseThrow(), extractId);
    }

    /**
     * Writes the rows of an extract that something is wrong with, as they are and with what is
     * wrong, however many there are; stores nothing. Each sheet has its headings above its rows;
     * what is wrong with the whole file stands last.
     */
    public void writeRefused(ExtractRequest request, OutputStream out) throws IOException {
        new RefusedExtractFile(requests, reader).write(request, out);
    }

    private ExtractReport compare(ExtractReader.Taken taken, Agreement agreement, long extractId)
            throws IOException {
        IncomingExtract incoming = taken.incoming();
        ExtractReading reading = taken.reading();
        ExtractFigures figures =
                reader.figures(incoming, agreement, extractId, reading, incoming.log());
        // Reads the whole file again, so that nobody should have to wait for it.
        if (!incoming.log().hasErrors()) {
            dateOrder.ask(taken, agreement, figures);
        }
        SortedSet<RoundId> rounds = new TreeSet<>(Set.of(incoming.round()));
        figureStore.lock(rounds);
        // Another session may have taken in the same file, or another version of the agreement,
        // while this one copied or waited.
        Optional<ExtractReport> repeated = imported.report(incoming);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        if (!agreement.equals(requests.agreement(incoming.round()).orElseThrow())) {
            throw new AgreementChangedException();
        }
        requests.reportIfSignedOff(incoming);
        if (incoming.log().hasErrors()) {
            return incoming.rejected(reading);
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
            return incoming.rejected(reading);
        }
        long id = store.store(incoming, extractId, reading, figures, parts, effect);
        incoming.progress().throwIfCancelled();
        return new ExtractReport(
                incoming.dryRun() ? shown : report(incoming, reading, effect, OptionalLong.of(id)),
                reading.sheets().stream().map(SheetColumns::toReport).toList(),
                figures.workings(),
                reading.leftOut().all(),
                parts.stream().map(part -> ExtractReport.Part.of(part, names)).toList(),
                reading.leftOut().toReport(),
                List.of());
    }

    private static ImportReport report(
            IncomingExtract incoming,
            ExtractReading reading,
            FigureEffect effect,
            OptionalLong id) {
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

    private static String sha256(Path file) throws IOException {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            return DigestUtils.sha256Hex(content);
        }
    }
}
