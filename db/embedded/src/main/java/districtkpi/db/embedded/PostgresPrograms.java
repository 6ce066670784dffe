package districtkpi.db.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked from the archive for this machine on the class path.
 *
 * @param folder with {@code bin}, {@code lib} and {@code share}
 */
record PostgresPrograms(Path folder) {

    /** The major version that a data folder has to be of. */
    static final String MAJOR_VERSION = "18";

    /**
     * Unpacks the programs unless they are there already.
     *
     * <p>They go into a folder named after the archive's digest, and appear there whole or not at
     * all: a start that is killed half-way leaves no half-written program behind.
     *
     * @param parent in which programs of several versions may lie
     */
    static PostgresPrograms unpack(Path parent) throws IOException {
        String archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path folder = parent.resolve("postgresql-" + MAJOR_VERSION + "-" + digest(archive));
        if (!Files.isDirectory(folder)) {
            Path unpacked = Files.createTempDirectory(parent, "unpacking-");
            try {
                unpack(archive, unpacked);
                moveInto(unpacked, folder);
            } finally {
                Folders.delete(unpacked);
            }
        }
        return new PostgresPrograms(folder);
    }

    /** The file of a program such as {@code pg_ctl}. */
    Path program(String name) {
        Path windows = folder.resolve("bin").resolve(name + ".exe");
        return Files.exists(windows) ? windows : folder.resolve("bin").resolve(name);
    }

    /** Removes programs of other versions, which an update of this program leaves behind. */
    void deleteOthers() throws IOException {
        List<Path> others;
        try (Stream<Path> children = Files.list(folder.resolveSibling(""))) {
            others = children.filter(child -> !child.equals(folder)).toList();
        }
        for (Path other : others) {
            Folders.delete(other);
        }
    }

    /**
     * The archive for a machine.
     *
     * <p>The archive for macOS holds universal binaries; Windows on ARM runs those for x86-64.
     */
    static String archiveName(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        boolean x86 = osArch.equals("amd64") || osArch.equals("x86_64");
        if (os.startsWith("linux") && x86) {
            return "/postgres-linux-x86_64.txz";
        }
        if (os.startsWith("windows")) {
            return "/postgres-windows-x86_64.txz";
        }
        if (os.startsWith("mac")) {
            return "/postgres-darwin-x86_64.txz";
        }
        throw new EmbeddedDatabaseException(EmbeddedTexts.text("no-programs", osName, osArch));
    }

    private static InputStream open(String archive) throws IOException {
        InputStream stream = PostgresPrograms.class.getResourceAsStream(archive);
        if (stream == null) {
            throw new IOException(archive + " is not on the class path");
        }
        return new BufferedInputStream(stream);
    }

    private static String digest(String archive) throws IOException {
        MessageDigest sha256;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        try (InputStream stream = new DigestInputStream(open(archive), sha256)) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha256.digest()).substring(0, 12);
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(open(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException(
                            archive + " points out of its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.resolveSibling(""));
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.resolveSibling(""));
                    Files.copy(tar, file);
                    if (file.startsWith(target.resolve("bin"))
                            && !file.toFile().setExecutable(true)) {
                        throw new IOException("Cannot make executable: " + file);
                    }
                }
            }
        }
    }

    private static void moveInto(Path unpacked, Path folder) throws IOException {
        try {
            Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another process was faster; what it unpacked is the same.
        }
    }
}
