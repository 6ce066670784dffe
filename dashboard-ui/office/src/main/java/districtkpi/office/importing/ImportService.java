package districtkpi.office.importing;

import districtkpi.db.account.Permission;
import districtkpi.db.round.RoundGoneException;
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
 * Takes files in, for pages and for calls: nobody else asks the importer. A page checks first, and
 * then has exactly done what was shown, or is shown what it would do now; a call says what it
 * wants. Whoever takes agreements in opens rounds by it, and needs the permission for that.
 */
@Service
public class ImportService {

    private static final String ROUND_COLUMN = "round";
    private static final ImportIntent DRY_RUN = new ImportIntent.DryRun();

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
     * Takes results in.
     *
     * @param round of the file, where the file itself has none
     * @throws districtkpi.importer.ImportCancelledException if the watcher gives it up
     */
    public ImportReport takeResults(
            ImportFile file,
            Optional<RoundId> round,
            ImportIntent intent,
            ImportProgress progress) {
        permit.require(Permission.IMPORT);
        return switch (intent) {
            case ImportIntent.DryRun _ -> results.dryRun(file, round, progress);
            case ImportIntent.Commit(var basis) ->
                    unlessGone(
                            () -> results.commit(file, round, basis, progress),
                            () -> results.dryRun(file, round, progress));
        };
    }

    /** Takes in results that the program made up, and marks as such. */
    public ImportReport takeDemonstration(ImportFile file) {
        permit.requireProgram();
        return results.commitDemonstration(file);
    }

    /** Opens the round of an agreement, or adds a version to it. */
    public ImportReport takeAgreement(ImportFile file, ImportIntent intent) {
        permit.require(Permission.AGREE);
        return switch (intent) {
            case ImportIntent.DryRun _ -> agreements.dryRun(file);
            case ImportIntent.Commit(var basis) ->
                    unlessGone(
                            () -> agreements.commit(file, basis),
                            // It opens the round anew then.
                            () -> agreements.commit(file, basis));
        };
    }

    /**
     * Takes an extract in.
     *
     * @param request with what was answered so far
     * @throws districtkpi.importer.ImportCancelledException if the watcher gives it up
     */
    public ExtractReport takeExtract(
            ExtractRequest request, ImportIntent intent, ImportProgress progress) {
        permit.require(Permission.IMPORT);
        return switch (intent) {
            case ImportIntent.DryRun _ -> extracts.dryRun(request, progress);
            case ImportIntent.Commit(var basis) ->
                    unlessGone(
                            () -> extracts.commit(request, basis, progress),
                            () -> extracts.dryRun(request, progress));
        };
    }

    /**
     * Undoes an import.
     *
     * @param reason why; may be empty
     * @return absent if there is no such import
     * @throws NotUndoableException if it cannot be undone
     */
    public Optional<UndoReport> takeBack(long importId, String reason, ImportIntent intent) {
        permit.require(Permission.IMPORT);
        return switch (intent) {
            case ImportIntent.DryRun _ -> undos.dryRun(importId);
            case ImportIntent.Commit(var basis) ->
                    unlessGone(
                            () -> undos.undo(importId, reason, basis),
                            () -> undos.dryRun(importId));
        };
    }

    /**
     * Says what a file would do; writes nothing. What it is says its name.
     *
     * @param usual the round of results that name none
     */
    public ImportOutcome.Checked check(
            ImportFile file, Optional<RoundId> usual, ImportProgress progress) {
        FileKind kind = FileKind.of(file.name());
        return kind == FileKind.AGREEMENT
                ? new ImportOutcome.Checked(
                        file, kind, Optional.empty(), takeAgreement(file, DRY_RUN), false)
                : checkResults(file, usual, progress);
    }

    /**
     * Says what an extract would do; writes nothing.
     *
     * @param request with what was answered so far
     */
    public ImportOutcome.ExtractChecked check(ExtractRequest request, ImportProgress progress) {
        return new ImportOutcome.ExtractChecked(
                request, takeExtract(request, DRY_RUN, progress), false);
    }

    /** Results that name no round are taken for those of the usual one. */
    private ImportOutcome.Checked checkResults(
            ImportFile file, Optional<RoundId> usual, ImportProgress progress) {
        ImportReport report = takeResults(file, Optional.empty(), DRY_RUN, progress);
        boolean taken = usual.isPresent() && namesNoRound(report);
        return new ImportOutcome.Checked(
                file,
                FileKind.RESULTS,
                taken ? usual : Optional.empty(),
                taken ? takeResults(file, usual, DRY_RUN, progress) : report,
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
        ImportReport report = take(shown, asShown(shown.report().basis()), progress);
        return saysThatDataMoved(report)
                ? new ImportOutcome.Checked(
                        shown.file(),
                        shown.kind(),
                        shown.roundTaken(),
                        take(shown, DRY_RUN, progress),
                        true)
                : new ImportOutcome.Finished(shown.file(), shown.kind(), report);
    }

    private ImportReport take(
            ImportOutcome.Checked shown, ImportIntent intent, ImportProgress progress) {
        return shown.kind() == FileKind.AGREEMENT
                ? takeAgreement(shown.file(), intent)
                : takeResults(shown.file(), shown.roundTaken(), intent, progress);
    }

    /** Does exactly what was shown of an extract, or says what it would do now. */
    public ImportOutcome commit(ImportOutcome.ExtractChecked shown, ImportProgress progress) {
        ExtractRequest request = shown.request();
        ExtractReport report =
                takeExtract(request, asShown(shown.report().report().basis()), progress);
        return saysThatDataMoved(report.report())
                ? new ImportOutcome.ExtractChecked(
                        request, takeExtract(request, DRY_RUN, progress), true)
                : new ImportOutcome.ExtractFinished(request, report);
    }

    /** Says what the undo of an import would do; writes nothing. */
    public ImportOutcome askUndo(long importId) {
        return unlessRefused(() -> undoAsked(importId, false));
    }

    /**
     * Undoes an import as it was shown, or says what that would do now.
     *
     * @param reason why; may be empty
     */
    public ImportOutcome undo(UndoReport shown, String reason) {
        return unlessRefused(() -> {
            UndoReport report =
                    takeBack(shown.importId(), reason, asShown(shown.basis())).orElseThrow();
            return report.status() == ImportReport.Status.REJECTED
                    ? undoAsked(shown.importId(), true)
                    : new ImportOutcome.Undone(report);
        });
    }

    private ImportOutcome undoAsked(long importId, boolean moved) {
        return takeBack(importId, "", DRY_RUN)
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
        return checked.kind() == FileKind.RESULTS
                ? Optional.of(refusedRows(checked.file(), checked.roundTaken()))
                : Optional.empty();
    }

    /**
     * The rows of results that something is wrong with.
     *
     * @param round of the file, where the file itself has none
     */
    public RefusedFile refusedRows(ImportFile file, Optional<RoundId> round) {
        permit.require(Permission.IMPORT);
        return new RefusedFile(
                RefusedRows.fileName(file),
                out ->
                        out.write(
                                RefusedRows.csv(file, results.check(file, round))
                                        .getBytes(StandardCharsets.UTF_8)));
    }

    /** The rows of an extract that something is wrong with. */
    public RefusedFile refusedRows(ExtractRequest request) {
        permit.require(Permission.IMPORT);
        return new RefusedFile(
                RefusedRow.fileName(request.safeName()),
                out -> extracts.writeRefused(request, out));
    }

    /**
     * What there is to say of a file whose round was withdrawn while it waited: that there is no
     * such round, which whoever looks at it now finds.
     */
    private static <T> T unlessGone(Supplier<T> commit, Supplier<T> look) {
        try {
            return commit.get();
        } catch (RoundGoneException _) {
            return look.get();
        }
    }

    private static ImportIntent asShown(String basis) {
        return new ImportIntent.Commit(Optional.of(basis));
    }

    /** Whether a commit was refused because the data are not what the dry run saw. */
    private static boolean saysThatDataMoved(ImportReport report) {
        return report.issues().stream()
                .anyMatch(issue -> issue.code().equals(IssueCode.DATA_MOVED.name()));
    }
}
