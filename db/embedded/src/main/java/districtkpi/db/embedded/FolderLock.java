package districtkpi.db.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What makes a folder that of one program: the lock of the file {@code lock} in it. It belongs to
 * the process, so the operating system takes it back even from a killed one; a file that is merely
 * there locks nothing.
 *
 * <p>Safe for use by several threads.
 */
public final class FolderLock implements AutoCloseable {

    private static final String NAME = "lock";

    /**
     * The folders that this process has locked. Their files are not opened a second time: under
     * POSIX a process loses its lock once it closes any of its descriptors of the file.
     */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Locks a folder that is there.
     *
     * @return absent if it is locked, by this program too
     */
    public static Optional<FolderLock> take(Path folder) throws IOException {
        return take(folder, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /**
     * Locks a folder that some program has locked before.
     *
     * @return absent if it is locked, by this program too
     * @throws NoSuchFileException if no program has, or the folder is being deleted
     */
    static Optional<FolderLock> takeAgain(Path folder) throws IOException {
        return take(folder, StandardOpenOption.WRITE);
    }

    private static Optional<FolderLock> take(Path folder, OpenOption... options)
            throws IOException {
        Path real = folder.toRealPath();
        if (!OWN.add(real)) {
            return Optional.empty();
        }
        Optional<FolderLock> taken = Optional.empty();
        try {
            taken = lock(real, options);
            return taken;
        } finally {
            if (taken.isEmpty()) {
                OWN.remove(real);
            }
        }
    }

    private static Optional<FolderLock> lock(Path folder, OpenOption... options)
            throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(NAME), options);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
            return locked ? Optional.of(new FolderLock(folder, channel)) : Optional.empty();
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    /** Whether some program has locked a folder, this one too. */
    public static boolean isTaken(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(NAME))) {
            return false;
        }
        Optional<FolderLock> taken = take(folder);
        if (taken.isPresent()) {
            taken.get().close();
        }
        return taken.isEmpty();
    }

    /**
     * Deletes the folder and all that is in it; the locked file last, so that meanwhile no other
     * program takes the folder for one that was left behind.
     */
    void deleteFolder() throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.filter(one -> !one.endsWith(NAME)).toList()) {
                Folders.delete(child);
            }
        }
        Folders.delete(folder);
    }

    boolean isHeld() {
        return channel.isOpen();
    }

    /** Lets go of the folder. Further calls do nothing. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            OWN.remove(folder);
        }
    }
}
