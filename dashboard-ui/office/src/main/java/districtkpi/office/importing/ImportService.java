package districtkpi.office.importing;

import districtkpi.db.account.Permission;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.ImportReport;
import districtkpi.importer.RefusedRow;
import districtkpi.importer.agreement.AgreementImportService;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.result.NotUndoableException;
import districtkpi.importer.result.RefusedRows;
import districtkpi.importer.result.ResultImportService;
import districtkpi.importer.result.UndoReport;
import districtkpi.importer.result.UndoService;
import districtkpi.importer.source.ExtractImportService;
import districtkpi.importer.source.ExtractReport;
import districtkpi.importer.source.ExtractRequest;
import districtkpi.office.access.Permit;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Takes files in: checks first, and then does exactly what was shown, or shows what it would do
 * now. Whoever takes agreements in opens rounds by it, and needs the permission for that.
 */
@Service
public class ImportService {

    private static final String ROUND_COLUMN = "round";

    private final ResultImportService results;
    private final AgreementImportService agreements;
    private final ExtractImportService extracts;
    private final UndoService undos;
    private final Permit permit;

    ImportService(
            ResultImportService results,
            AgreementImportService agreements,
            ExtractImportService extracts,
            UndoService undos,
            Permit permit) {
        this.results = results;
        this.agreements = agreements;
        this.extracts = extracts;
        this.undos = undos;
        this.permit = permit;
    }

    /**
     * Says what a file would do; writes nothing. What it is says its name.
     *
     * @param usual the round of results that name none
     */
    public ImportOutcome.Checked check(
            ImportFile file, Optional<RoundId> usual, ImportProgress progress) {
        FileKind kind = FileKind.of(file.name());
        requireFor(kind);
        return kind == FileKind.AGREEMENT
                ? new ImportOutcome.Checked(
                        file, kind, Optional.empty(), agreements.dryRun(file), false)
                : checkResults(file, usual, progress);
    }

    /**
     * Says what an extract would do; writes nothing.
     *
     * @param request with what was answered so far
     */
    public ImportOutcome.ExtractChecked check(ExtractRequest request, ImportProgress progress) {
        permit.require(Permission.IMPORT);
        return new ImportOutcome.ExtractChecked(request, extracts.dryRun(request, progress), false);
    }

    /** Results that name no round are taken for those of the usual one. */
    private ImportOutcome.Checked checkResults(
            ImportFile file, Optional<RoundId> usual, ImportProgress progress) {
        ImportReport report = results.dryRun(file, Optional.empty(), progress);
        boolean taken = usual.isPresent() && namesNoRound(report);
        return new ImportOutcome.Checked(
                file,
                FileKind.RESULTS,
                taken ? usual : Optional.empty(),
                taken ? results.dryRun(file, usual, progress) : report,
                false);
    }

    private static boolean namesNoRound(ImportReport report) {
        return report.issues().stream()
                .anyMatch(issue ->
                        issue.code().equals(IssueCode.MISSING_COLUMN.name())
                                && Objects.equals(issue.column(), ROUND_COLUMN));
    }

    /** Does exactly what was shown of a file, or says what it would do now. */
    public ImportOutcome commit(ImportOutcome.Checked shown, ImportProgress progress) {
        requireFor(shown.kind());
        Optional<String> basis = Optional.of(shown.report().basis());
        boolean ofAgreement = shown.kind() == FileKind.AGREEMENT;
        ImportReport report =
                ofAgreement
                        ? agreements.commit(shown.file(), basis)
                        : results.commit(shown.file(), shown.roundTaken(), basis, progress);
        if (!saysThatDataMoved(report)) {
            return new ImportOutcome.Finished(shown.file(), shown.kind(), report);
        }
        return new ImportOutcome.Checked(
                shown.file(),
                shown.kind(),
                shown.roundTaken(),
                ofAgreement
                        ? agreements.dryRun(shown.file())
                        : results.dryRun(shown.file(), shown.roundTaken(), progress),
                true);
    }

    /** Does exactly what was shown of an extract, or says what it would do now. */
    public ImportOutcome commit(ImportOutcome.ExtractChecked shown, ImportProgress progress) {
        permit.require(Permission.IMPORT);
        ExtractRequest request = shown.request();
        ExtractReport report =
                extracts.commit(request, Optional.of(shown.report().report().basis()), progress);
        return saysThatDataMoved(report.report())
                ? new ImportOutcome.ExtractChecked(
                        request, extracts.dryRun(request, progress), true)
                : new ImportOutcome.ExtractFinished(request, report);
    }

    /** Says what the undo of an import would do; writes nothing. */
    public ImportOutcome askUndo(long importId) {
        permit.require(Permission.IMPORT);
        return unlessRefused(() -> undoAsked(importId, false));
    }

    /**
     * Undoes an import as it was shown, or says what that would do now.
     *
     * @param reason why; may be empty
     */
    public ImportOutcome undo(UndoReport shown, String reason) {
        permit.require(Permission.IMPORT);
        return unlessRefused(() -> {
            UndoReport report =
                    undos.undo(shown.importId(), reason, Optional.of(shown.basis())).orElseThrow();
            return report.status() == ImportReport.Status.REJECTED
                    ? undoAsked(shown.importId(), true)
                    : new ImportOutcome.Undone(report);
        });
    }

    private ImportOutcome undoAsked(long importId, boolean moved) {
        return undos.dryRun(importId)
                .<ImportOutcome>map(report -> new ImportOutcome.UndoAsked(report, moved))
                .orElseGet(ImportOutcome.Nothing::new);
    }

    private static ImportOutcome unlessRefused(Supplier<ImportOutcome> undo) {
        try {
            return undo.get();
        } catch (NotUndoableException refused) {
            return new ImportOutcome.UndoRefused(refused.text());
        }
    }

    /** The rows that something is wrong with; of an agreement there are none. */
    public Optional<RefusedFile> refusedRows(ImportOutcome.Checked checked) {
        permit.require(Permission.IMPORT);
        ImportFile file = checked.file();
        return checked.kind() == FileKind.RESULTS
                ? Optional.of(
                        new RefusedFile(
                                RefusedRows.fileName(file),
                                out ->
                                        out.write(
                                                RefusedRows.csv(
                                                                file,
                                                                results.check(
                                                                        file, checked.roundTaken()))
                                                        .getBytes(StandardCharsets.UTF_8))))
                : Optional.empty();
    }

    /** The rows of an extract that something is wrong with. */
    public RefusedFile refusedRows(ExtractRequest request) {
        permit.require(Permission.IMPORT);
        return new RefusedFile(
                RefusedRow.fileName(request.safeName()),
                out -> extracts.writeRefused(request, out));
    }

    private void requireFor(FileKind kind) {
        permit.require(kind == FileKind.AGREEMENT ? Permission.AGREE : Permission.IMPORT);
    }

    /** Whether a commit was refused because the data are not what the dry run saw. */
    private static boolean saysThatDataMoved(ImportReport report) {
        return report.issues().stream()
                .anyMatch(issue -> issue.code().equals(IssueCode.DATA_MOVED.name()));
    }
}
