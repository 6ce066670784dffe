package districtkpi.importer.result;

import districtkpi.db.publication.SignOffRepository;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.StoredImport;
import districtkpi.db.result.StoredUndo;
import districtkpi.db.transaction.Snapshot;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.ReasonText;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportEffect;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.InvisibleCharacters;
import districtkpi.importer.PersonalNumbers;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.result.NotUndoableException.Cause;
import districtkpi.importer.table.DateReader;
import districtkpi.importer.table.IssueLog;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/**
 * Takes imports back, as a new step on record: nothing is deleted, and the figures after it are
 * those that the other imports in force give.
 *
 * <p>Undoes imports, each in one transaction.
 *
 * @see "Decision record 0012: an import says what it changes, does exactly that, and can be undone"
 */
@Service
public final class UndoService {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Pattern SPACE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Z}]+");

    private final ImportRepository imports;
    private final SignOffRepository signOffs;
    private final FigureStore figureStore;
    private final Snapshot reading;
    private final WriteTransaction writing;

    UndoService(
            ImportRepository imports,
            SignOffRepository signOffs,
            FigureStore figureStore,
            Snapshot reading,
            WriteTransaction writing) {
        this.imports = imports;
        this.signOffs = signOffs;
        this.figureStore = figureStore;
        this.reading = reading;
        this.writing = writing;
    }

    /**
     * Says what an undo would do; writes nothing.
     *
     * @return absent if there is no such import
     * @throws NotUndoableException if it cannot be undone
     */
    public Optional<UndoReport> dryRun(long importId) {
        return reading.get(() ->
                imports.find(importId)
                        .map(stored -> {
                            refuseUnlessUndoable(stored);
                            return report(
                                    stored,
                                    figureStore.effectOfUndo(stored),
                                    Status.DRY_RUN,
                                    OptionalLong.empty());
                        }));
    }

    /**
     * Undoes an import, under the locks of its rounds.
     *
     * @param reason why; may be empty. It is kept on one line, with a dot for each digit of a
     *     personal number, and never cut: one that is too long is an {@link
     *     IllegalArgumentException}
     * @param basis of the dry run that was shown, where there was one; if the undo would do
     *     anything else, it is refused with {@code DATA_MOVED}
     * @return absent if there is no such import
     * @throws NotUndoableException if it cannot be undone
     */
    public Optional<UndoReport> undo(long importId, String reason, Optional<String> basis) {
        String why = kept(ReasonText.checked(reason));
        return writing.get(() -> {
            Optional<StoredImport> found = imports.find(importId);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            figureStore.lock(found.get().rounds());
            // Somebody else may have undone it while this session waited.
            StoredImport stored = imports.find(importId).orElseThrow();
            refuseUnlessUndoable(stored);
            ImportEffect effect = figureStore.effectOfUndo(stored);
            if (basis.isPresent()
                    && !basis.get()
                            .equals(
                                    report(stored, effect, Status.DRY_RUN, OptionalLong.empty())
                                            .basis())) {
                return Optional.of(moved(stored));
            }
            long undoId = figureStore.undo(stored, why);
            return Optional.of(report(stored, effect, Status.COMMITTED, OptionalLong.of(undoId)));
        });
    }

    private void refuseUnlessUndoable(StoredImport stored) {
        stored.undone()
                .ifPresent(undo -> {
                    throw new NotUndoableException(
                            Cause.ALREADY_UNDONE, alreadyUndone(stored, undo));
                });
        stored.rounds().stream()
                .filter(round -> signOffs.findHolding(round).isPresent())
                .findFirst()
                .ifPresent(round -> {
                    throw new NotUndoableException(Cause.SIGNED_OFF, signedOff(stored, round));
                });
        imports.findUnrecordedAfter(stored.id())
                .ifPresent(later -> {
                    throw new NotUndoableException(
                            Cause.CONFIRMATIONS_UNKNOWN, confirmationsUnknown(stored, later));
                });
    }

    private static LocalizedText alreadyUndone(StoredImport stored, StoredUndo undo) {
        ZonedDateTime time = undo.undoneAt().atZone(BANGKOK);
        return ImportTexts.text(
                "undo.undone",
                stored.id(),
                DateReader.shown(time.toLocalDate()),
                TIME.format(time));
    }

    private static LocalizedText signedOff(StoredImport stored, RoundId round) {
        return ImportTexts.text("undo.signed-off", stored.id(), round);
    }

    private static LocalizedText confirmationsUnknown(StoredImport stored, StoredImport later) {
        return ImportTexts.text("undo.confirmations-unknown", stored.id(), later.id());
    }

    /** On one line, and without personal numbers. */
    private static String kept(String reason) {
        String line =
                SPACE.matcher(InvisibleCharacters.removedFrom(reason)).replaceAll(" ").strip();
        return PersonalNumbers.mask(line);
    }

    private static UndoReport report(
            StoredImport stored, ImportEffect effect, Status status, OptionalLong undoId) {
        return new UndoReport(
                undoId, status, stored.id(), stored.file(), stored.sha256(), List.of(), effect);
    }

    private static UndoReport moved(StoredImport stored) {
        IssueLog log = new IssueLog(1);
        log.addFile(IssueCode.DATA_MOVED);
        return new UndoReport(
                OptionalLong.empty(),
                Status.REJECTED,
                stored.id(),
                stored.file(),
                stored.sha256(),
                log.issues(),
                ImportEffect.NONE);
    }
}
