package districtkpi.office.importing;

import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.result.UndoReport;
import districtkpi.importer.source.ExtractRequest;
import districtkpi.office.work.Cost;
import districtkpi.office.work.FileWork;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Begins what {@link ImportService} does, in the background and as soon as it is its turn. */
@Component
public class ImportJobs {

    private final ImportService service;
    private final FileWork turns;

    ImportJobs(ImportService service, FileWork turns) {
        this.service = service;
        this.turns = turns;
    }

    /**
     * Begins to say what a file would do.
     *
     * @param usual the round of results that name none
     */
    public ImportJob check(ImportFile file, Optional<RoundId> usual) {
        return start(file, progress -> service.check(file, usual, progress));
    }

    /** Begins to say what an extract would do, with what was answered so far. */
    public ImportJob check(ExtractRequest request) {
        return start(request, progress -> service.check(request, progress));
    }

    /** Begins to do what was shown of a file. */
    public ImportJob commit(ImportOutcome.Checked shown) {
        return start(shown.file(), progress -> service.commit(shown, progress));
    }

    /** Begins to do what was shown of an extract. */
    public ImportJob commit(ImportOutcome.ExtractChecked shown) {
        return start(shown.request(), progress -> service.commit(shown, progress));
    }

    /** Begins to say what the undo of an import would do: it works the figures out anew. */
    public ImportJob askUndo(long importId) {
        return startUndo(importId, () -> service.askUndo(importId));
    }

    /**
     * Begins to undo an import as it was shown.
     *
     * @param reason why; may be empty
     */
    public ImportJob undo(UndoReport shown, String reason) {
        return startUndo(shown.importId(), () -> service.undo(shown, reason));
    }

    private ImportJob start(ImportFile file, Function<ImportProgress, ImportOutcome> work) {
        return ImportJob.start(
                file.safeName(), Optional.empty(), turns, Cost.ofFile(file.content().length), work);
    }

    private ImportJob start(ExtractRequest request, Function<ImportProgress, ImportOutcome> work) {
        return ImportJob.start(
                request.safeName(),
                Optional.of(request.file()),
                turns,
                Cost.ofStream(request.file().toFile().length()),
                work);
    }

    private ImportJob startUndo(long importId, Supplier<ImportOutcome> work) {
        return ImportJob.startUndo(importId, turns, work);
    }
}
