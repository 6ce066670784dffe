package districtkpi.db.backup;

import districtkpi.db.backup.BackupContents.Table;
import districtkpi.db.text.DatabaseTexts;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A backup that is there: a ZIP with {@code manifest.txt}, which says what it holds, and the text
 * of each table. Nothing of it is believed before it was checked.
 */
final class BackupFile implements AutoCloseable {

    static final String MANIFEST = "manifest.txt";

    /** It has a line for each table, sequence and migration; a hundredth of this would do. */
    private static final int MAX_MANIFEST_LENGTH = 1024 * 1024;

    private static final int MAX_ENTRIES = 2_000;
    private static final int BUFFER = 64 * 1024;

    private final Path path;
    private final ZipFile zip;
    private final BackupContents contents;

    private BackupFile(Path path, ZipFile zip, BackupContents contents) {
        this.path = path;
        this.zip = zip;
        this.contents = contents;
    }

    /**
     * Opens a backup and reads what it says of itself.
     *
     * @throws BackupException if it is none, or not whole
     */
    static BackupFile open(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new BackupException(DatabaseTexts.text("backup.no-file", path));
        }
        try {
            ZipFile zip = new ZipFile(path.toFile());
            try {
                return new BackupFile(path, zip, contents(path, zip));
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException e) {
            throw notWhole(path, e);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** Whether a file is a backup, whole or not. */
    static boolean isOne(Path path) {
        try (BackupFile file = open(path)) {
            return !file.contents.tables().isEmpty();
        } catch (BackupException | IOException e) {
            return false;
        }
    }

    private static BackupContents contents(Path path, ZipFile zip) throws IOException {
        List<String> names = new ArrayList<>();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements() && names.size() <= MAX_ENTRIES) {
            names.add(entries.nextElement().getName());
        }
        if (!names.contains(MANIFEST)) {
            throw new BackupException(DatabaseTexts.text("backup.not-ours", path));
        }
        BackupContents contents = BackupContents.parse(manifest(path, zip));
        Set<String> expected = new HashSet<>(Set.of(MANIFEST));
        contents.tables().forEach(table -> expected.add(table.entry()));
        // A name twice, or one more, and it was not we who wrote it.
        if (names.size() != expected.size() || !expected.containsAll(names)) {
            throw new BackupException(DatabaseTexts.text("backup.other-contents", path));
        }
        return contents;
    }

    private static byte[] manifest(Path path, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        CRC32 crc = new CRC32();
        try (InputStream stream = new CheckedInputStream(zip.getInputStream(entry), crc)) {
            byte[] bytes = stream.readNBytes(MAX_MANIFEST_LENGTH + 1);
            if (bytes.length > MAX_MANIFEST_LENGTH || crc.getValue() != entry.getCrc()) {
                throw notWhole(path, null);
            }
            return bytes;
        }
    }

    BackupContents contents() {
        return contents;
    }

    /**
     * Reads all of it, and holds each table to its length, number of rows and digest.
     *
     * @throws BackupException if anything is not as it was written
     */
    void check(BackupProgress progress) {
        long whole = Math.max(1, contents.bytes());
        long before = 0;
        byte[] buffer = new byte[BUFFER];
        for (Table table : contents.tables()) {
            long start = before;
            TextMeasure measure = new TextMeasure();
            try (InputStream text = text(table)) {
                for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                    measure.add(buffer, 0, read);
                    progress.reached((double) (start + measure.bytes()) / whole);
                }
            } catch (ZipException e) {
                throw changed(table, e);
            } catch (IOException e) {
                throw unreadable(path, e);
            }
            Table found = measure.of(new Catalog.Table(table.name(), table.columns(), "", 0));
            if (!found.equals(table)) {
                throw changed(table, null);
            }
            before += table.bytes();
        }
        progress.reached(1);
    }

    /**
     * The text of a table; it ends with an error as soon as it is longer than it says, or once its
     * checksum is another one.
     */
    InputStream text(Table table) throws IOException {
        ZipEntry entry = zip.getEntry(table.entry());
        CRC32 crc = new CRC32();
        return new FilterInputStream(new CheckedInputStream(zip.getInputStream(entry), crc)) {
            private long left = table.bytes();

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                left -= Math.max(0, read);
                boolean isOther = read < 0 && (left > 0 || crc.getValue() != entry.getCrc());
                if (left < 0 || isOther) {
                    throw new ZipException(table.name() + " is not as it was written");
                }
                return read;
            }
        };
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private BackupException changed(Table table, @Nullable Throwable cause) {
        return new BackupException(
                DatabaseTexts.text("backup.table-changed", table.name(), path), cause);
    }

    private static BackupException notWhole(Path path, @Nullable Throwable cause) {
        return new BackupException(DatabaseTexts.text("backup.not-whole", path), cause);
    }

    private static BackupException unreadable(Path path, IOException cause) {
        return new BackupException(DatabaseTexts.text("backup.unreadable", path, cause), cause);
    }
}
