package districtkpi.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A data folder whose database is being made from something else, such as a backup: it is there
 * whole once it is {@linkplain #complete completed}, and otherwise the folder is empty again.
 *
 * <p>Until then the database lies in the folder {@code restoring} inside it, with which no program
 * starts. What a killed program left of one is cleared by the next.
 *
 * <p>Safe for use by several threads.
 */
public final class NewDataFolder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(NewDataFolder.class);

    private static final String UNFINISHED = "restoring";
    private static final String CLUSTER = "postgresql";
    private static final String PASSWORDS = "pgpass";
    private static final String PROGRAMS = "programs";
    private static final String LOCK = "lock";

    /** What a program that was killed half-way may have left, beside the unfinished database. */
    private static final Set<String> REMAINS = Set.of(UNFINISHED, PASSWORDS, PROGRAMS, LOCK);

    private final Path folder;
    private final boolean isNew;
    private final FolderLock lock;
    private final EmbeddedDatabase database;
    private boolean closed;

    private NewDataFolder(Path folder, boolean isNew, FolderLock lock, EmbeddedDatabase database) {
        this.folder = folder;
        this.isNew = isNew;
        this.lock = lock;
        this.database = database;
    }

    /**
     * Starts an empty database for a data folder, which is created if it is not there.
     *
     * @throws EmbeddedDatabaseException if the folder is not empty, cannot be written, or the
     *     server does not start; the folder is then as it was
     */
    public static NewDataFolder start(Path dataFolder) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        requireEmpty(folder);
        boolean isNew = !Files.exists(folder);
        try {
            Folders.createPrivate(folder);
            FolderLock lock = EmbeddedDatabase.lock(folder);
            try {
                // Another program may have been faster.
                requireEmpty(folder);
                ServerAccount account = ServerAccount.find();
                account.own(folder);
                clearRemains(folder, account);
                EmbeddedDatabase database =
                        EmbeddedDatabase.start(
                                folder.resolve(UNFINISHED), folder.resolve(PROGRAMS), account);
                NewDataFolder made = new NewDataFolder(folder, isNew, lock, database);
                // Whoever is interrupted leaves nothing behind either.
                Runtime.getRuntime().addShutdownHook(new Thread(made::close));
                return made;
            } catch (IOException | RuntimeException e) {
                try {
                    empty(folder, isNew, lock);
                } catch (IOException second) {
                    e.addSuppressed(second);
                }
                throw e;
            }
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    EmbeddedTexts.text("not-made", folder, String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * Refuses a folder with anything in it, without touching it.
     *
     * @throws EmbeddedDatabaseException if it is not empty, or no folder
     */
    public static void requireEmpty(Path dataFolder) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        if (!Files.exists(folder)) {
            return;
        }
        Set<String> names;
        try {
            names = names(folder);
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    EmbeddedTexts.text("folder-unreadable", folder, String.valueOf(e.getMessage())),
                    e);
        }
        boolean isUnfinished = names.contains(UNFINISHED) && REMAINS.containsAll(names);
        if (!names.isEmpty() && !names.equals(Set.of(LOCK)) && !isUnfinished) {
            throw new EmbeddedDatabaseException(EmbeddedTexts.text("not-empty", folder));
        }
    }

    /**
     * Refuses to start a program with a folder in which a restore did not come to its end. Must be
     * called by the holder of the folder's lock.
     */
    static void refuseUnfinished(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(UNFINISHED))) {
            return;
        }
        if (!Files.exists(folder.resolve(CLUSTER))) {
            throw new EmbeddedDatabaseException(EmbeddedTexts.text("restore-interrupted", folder));
        }
        Folders.delete(folder.resolve(UNFINISHED));
    }

    /** The database, empty at first. */
    public EmbeddedDatabase database() {
        return database;
    }

    /**
     * Stops the database and makes it that of the folder.
     *
     * @throws EmbeddedDatabaseException if it cannot; the folder is then as it was
     */
    public synchronized void complete() {
        if (closed) {
            throw new IllegalStateException("Already closed");
        }
        database.close();
        Path unfinished = folder.resolve(UNFINISHED);
        try {
            Files.move(unfinished.resolve(PASSWORDS), folder.resolve(PASSWORDS));
            // From here on it is the folder's database.
            Files.move(
                    unfinished.resolve(CLUSTER),
                    folder.resolve(CLUSTER),
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    EmbeddedTexts.text("not-made", folder, String.valueOf(e.getMessage())), e);
        }
        closed = true;
        try (lock) {
            Folders.delete(unfinished);
        } catch (IOException e) {
            // The next start clears it.
            log.warn("{} could not be removed", unfinished, e);
        }
    }

    /** Unless it was completed, stops the database and empties the folder again. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        database.close();
        try {
            empty(folder, isNew, lock);
        } catch (IOException e) {
            log.error("What was made in {} could not be removed", folder, e);
        }
    }

    private static void empty(Path folder, boolean isNew, FolderLock lock) throws IOException {
        for (String name : List.of(UNFINISHED, PASSWORDS, PROGRAMS)) {
            Folders.delete(folder.resolve(name));
        }
        lock.close();
        Files.deleteIfExists(folder.resolve(LOCK));
        if (isNew) {
            Files.deleteIfExists(folder);
        }
    }

    private static void clearRemains(Path folder, ServerAccount account) throws IOException {
        Path unfinished = folder.resolve(UNFINISHED);
        if (Files.exists(unfinished)) {
            log.warn("Removing what an interrupted restore left in {}", folder);
            Path programs = folder.resolve(PROGRAMS);
            Folders.createPrivate(programs);
            new Cluster(unfinished, PostgresPrograms.unpack(programs), account).clearRemains();
            Folders.delete(unfinished);
        }
        Files.deleteIfExists(folder.resolve(PASSWORDS));
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
