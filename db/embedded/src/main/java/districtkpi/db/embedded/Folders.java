package districtkpi.db.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files and folders that are nobody else's business, and their removal. */
final class Folders {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private Folders() {}

    /** Creates a folder, and those above it, unless it is there; for the owner alone if created. */
    static void createPrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createDirectory(folder, attributes("rwx------"));
        } catch (FileAlreadyExistsException e) {
            // Another program may have been faster.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    /** Writes a new file that the owner alone can read. */
    static void writePrivate(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, attributes("rw-------"));
        Files.writeString(file, text, StandardOpenOption.WRITE);
    }

    /**
     * Refuses a folder of somebody else, who could have laid programs of his own into it.
     *
     * @param user the name of the user who must own it
     */
    static void requireOwner(Path folder, String user) throws IOException {
        // On Windows names carry a domain, and the temporary folder is each user's own.
        if (POSIX && !Files.getOwner(folder).getName().equals(user)) {
            throw new IOException(folder + " belongs to " + Files.getOwner(folder).getName());
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @Nullable IOException failure) throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /** On Windows a new file takes the rights of its folder, which in a profile are the owner's. */
    private static FileAttribute<?>[] attributes(String permissions) {
        if (!POSIX) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
    }
}
