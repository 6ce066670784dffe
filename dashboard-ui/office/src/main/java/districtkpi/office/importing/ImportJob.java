package districtkpi.office.importing;

import districtkpi.db.outage.DatabaseFailure;
import districtkpi.importer.ImportCancelledException;
import districtkpi.importer.ImportProgress;
import districtkpi.office.work.Cost;
import districtkpi.office.work.FileWork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/**
 * A file on its way in, in a thread of its own: how far it is, and a way to stop it. Safe for use
 * by several threads.
 */
public final class ImportJob implements FileWork.Waiter {

    /** Before so much is read, nobody can say how long the rest takes. */
    private static final double MIN_SHARE = 0.01;

    private final String file;
    private final OptionalLong undoes;
    private final Optional<Path> upload;
    private final FileWork turns;
    private final Cost cost;
    private final Function<ImportProgress, ImportOutcome> work;
    private volatile long startedAt;
    private volatile int place;
    private final Progress progress = new Progress();
    private final CompletableFuture<ImportOutcome> result = new CompletableFuture<>();

    /**
     * How far a job is.
     *
     * @param bytes read of {@code total}; 0 of 0 while nothing is known
     */
    public record Reached(long bytes, long total, long rows) {

        /** From 0 to 1; absent while nothing is known. */
        public Optional<Double> share() {
            return total > 0 ? Optional.of((double) bytes / total) : Optional.empty();
        }

        /**
         * The time that the rest takes at the pace so far; absent while that is not known.
         *
         * @param soFar since the start
         */
        public Optional<Duration> left(Duration soFar) {
            return share().filter(share -> share >= MIN_SHARE)
                    .map(share ->
                            Duration.ofMillis(Math.round(soFar.toMillis() * (1 - share) / share)));
        }
    }

    private static final class Progress implements ImportProgress {

        private volatile Reached reached = new Reached(0, 0, 0);
        private volatile boolean cancelled;

        @Override
        public void read(long bytes, long total, long rows) {
            reached = new Reached(bytes, total, rows);
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }

    private ImportJob(
            String file,
            OptionalLong undoes,
            Optional<Path> upload,
            FileWork turns,
            Cost cost,
            Function<ImportProgress, ImportOutcome> work) {
        this.file = file;
        this.undoes = undoes;
        this.upload = upload;
        this.turns = turns;
        this.cost = cost;
        this.work = work;
        this.startedAt = System.nanoTime();
    }

    /**
     * Starts the work as soon as it is its turn.
     *
     * @param file its name
     * @param upload needed until the work is done
     * @param turns who else works
     * @param cost of the work
     * @param work gives what came of it; throws {@link ImportCancelledException} if the progress
     *     says so
     */
    public static ImportJob start(
            String file,
            Optional<Path> upload,
            FileWork turns,
            Cost cost,
            Function<ImportProgress, ImportOutcome> work) {
        return new ImportJob(file, OptionalLong.empty(), upload, turns, cost, work).begin();
    }

    /**
     * Starts what is about the undo of an import, as soon as it is its turn: it works the figures
     * out anew.
     *
     * @param work gives what came of it
     */
    static ImportJob startUndo(long importId, FileWork turns, Supplier<ImportOutcome> work) {
        return new ImportJob(
                        "#" + importId,
                        OptionalLong.of(importId),
                        Optional.empty(),
                        turns,
                        Cost.ofAnswer(),
                        _ -> work.get())
                .begin();
    }

    /** Starts the same work once more, for one that was broken off. */
    public ImportJob again() {
        return new ImportJob(file, undoes, upload, turns, cost, work).begin();
    }

    private ImportJob begin() {
        // Whoever asked for it is the one who does it.
        Thread.ofVirtual()
                .name("import of " + file)
                .start(new DelegatingSecurityContextRunnable(this::run));
        return this;
    }

    private void run() {
        try {
            result.complete(turns.forReader(cost, this, () -> work.apply(progress)));
        } catch (ImportCancelledException _) {
            result.complete(new ImportOutcome.Nothing());
        } catch (RuntimeException | Error failed) {
            DatabaseFailure.of(failed)
                    .ifPresentOrElse(
                            failure -> result.complete(new ImportOutcome.BrokenOff(failure, this)),
                            () -> result.completeExceptionally(failed));
        }
    }

    @Override
    public void place(int inQueue) {
        place = inQueue;
        startedAt = System.nanoTime();
    }

    @Override
    public void goOn() {
        progress.throwIfCancelled();
    }

    /** The place in the queue, from 1; 0 once the work has begun. */
    public int place() {
        return place;
    }

    /** The name of the file, or the number of the import that is undone. */
    public String file() {
        return file;
    }

    /** The import whose undo it is about; empty for a file on its way in. */
    public OptionalLong undoes() {
        return undoes;
    }

    /** Whether it would end if it were cancelled now: an undo goes through once it is begun. */
    public boolean canBeStopped() {
        return undoes.isEmpty() || place > 0;
    }

    /** The file on disk that is needed until the work is done. */
    public Optional<Path> upload() {
        return upload;
    }

    /** How far it is. */
    public Reached reached() {
        return progress.reached;
    }

    /** The time since it was begun. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /** Has the work given up; what it wrote is rolled back. */
    public void cancel() {
        progress.cancelled = true;
    }

    /** Whether it was told to give up. */
    public boolean cancelled() {
        return progress.cancelled;
    }

    /**
     * Waits for the end, for a moment.
     *
     * @return absent if it goes on
     * @throws IllegalStateException if the work failed in a way that does not pass by itself
     */
    public Optional<ImportOutcome> await(Duration patience) {
        try {
            return Optional.of(result.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The import of " + file + " failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
