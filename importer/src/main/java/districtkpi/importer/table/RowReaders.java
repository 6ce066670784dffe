package districtkpi.importer.table;

import districtkpi.importer.CellCorrections;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.table.TextSource.Signature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a file for reading by what it contains, not by how it is called. */
public final class RowReaders {

    static final Signature ZIP = new Signature(0x50, 0x4B, 0x03, 0x04);
    static final Signature EMPTY_ZIP = new Signature(0x50, 0x4B, 0x05, 0x06);
    static final Signature OLE2 = new Signature(0xD0, 0xCF, 0x11, 0xE0);

    private static final int OLE2_HEADER = 512;
    private static final int OLE2_SECTOR_SHIFT = 30;
    private static final int OLE2_FIRST_FOLDER = 48;

    private RowReaders() {}

    /**
     * The rows of a text or a workbook. The reader holds the file open.
     *
     * @param name of the file as it was handed in
     * @throws UnreadableFileException if it is neither, or more than is read
     * @throws IOException if the disk fails
     */
    public static RowReader open(Path file, String name, ImportLimits limits) throws IOException {
        return open(file, name, limits, CellCorrections.NONE);
    }

    /**
     * The rows with cells mended; what is put in their place is read within the same limits.
     *
     * @param name of the file as it was handed in
     * @param corrections by {@link CellText#nameOfSheet sheet} and line
     * @throws UnreadableFileException if it is neither, or more than is read
     * @throws IOException if the disk fails
     */
    public static RowReader open(
            Path file, String name, ImportLimits limits, CellCorrections corrections)
            throws IOException {
        long size = Files.size(file);
        if (size > limits.bytes()) {
            throw new UnreadableFileException(IssueCode.TOO_LARGE, 0, size, limits.bytes());
        }
        byte[] start = start(file);
        if (!isPacked(start)) {
            return limited(openText(file, limits), limits, corrections);
        }
        refuseOldForm(file);
        return limited(openWorkbook(file, limits), limits, corrections);
    }

    private static RowReader limited(
            RowReader rows, ImportLimits limits, CellCorrections corrections) {
        try {
            return new LimitedRows(rows, limits, corrections);
        } catch (UnreadableFileException refused) {
            rows.close();
            throw refused;
        }
    }

    /** Whether a file is a workbook, an old one, or at least packed like one. */
    static boolean isPacked(byte[] content) {
        return ZIP.starts(content) || EMPTY_ZIP.starts(content) || OLE2.starts(content);
    }

    /** Refuses the form that Office had before 2007, which encrypted workbooks still have. */
    static void refuseOldForm(Path file) throws IOException {
        if (OLE2.starts(start(file))) {
            throw new UnreadableFileException(oldKind(file), 0);
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }

    private static RowReader openWorkbook(Path file, ImportLimits limits) throws IOException {
        return new WorkbookRows(WorkbookFile.open(file, limits), limits.columns());
    }

    /** What a file of the old form is. */
    private static IssueCode oldKind(Path file) throws IOException {
        byte[] folder;
        try (InputStream in = Files.newInputStream(file)) {
            ByteBuffer header =
                    ByteBuffer.wrap(in.readNBytes(OLE2_HEADER)).order(ByteOrder.LITTLE_ENDIAN);
            if (header.capacity() < OLE2_HEADER) {
                return IssueCode.OLD_WORKBOOK;
            }
            long sector = Integer.toUnsignedLong(header.getInt(OLE2_FIRST_FOLDER));
            in.skip(sector << Math.min(12, header.getShort(OLE2_SECTOR_SHIFT)));
            folder = in.readNBytes(1 << 13);
        }
        return new String(folder, StandardCharsets.UTF_16LE).contains("EncryptedPackage")
                ? IssueCode.ENCRYPTED_WORKBOOK
                : IssueCode.OLD_WORKBOOK;
    }

    private static RowReader openText(Path file, ImportLimits limits) throws IOException {
        TextSource source = TextSource.of(() -> Files.newInputStream(file));
        CountedStream in = new CountedStream(Files.newInputStream(file));
        try {
            return new TextRows(source.characters(in), in::count, limits.columns());
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }
}
