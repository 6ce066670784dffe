package districtkpi.importer.table;

import districtkpi.domain.LocalizedText;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.issue.IssueCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An Excel workbook (.xlsx): a zip with parts, each of which was unpacked and counted once before
 * any of them is read. Nothing outside of the file is ever looked for.
 *
 * @see "Decision record 0011: workbooks are read by our own code on a bounded XML parser"
 */
final class WorkbookFile implements AutoCloseable {

    private static final int MAX_PARTS = 2_000;
    private static final int MAX_SHEETS = 200;

    /** What real workbooks unpack to is 5 to 20 times the file; this many times is refused. */
    private static final int MAX_UNPACKED = 40;

    private static final long ALWAYS_UNPACKED = 20L << 20;

    /** Deflate can do a thousand to one; sheets of equal rows come to less than a hundred. */
    private static final int MAX_RATIO = 200;

    private static final long RATIO_MATTERS_FROM = 1L << 20;
    private static final int START = 16;
    private static final String MERGED = "mergeCell";

    /** Comments have no bound, and no program writes any. */
    private static final long MAX_WITH_COMMENTS = 4L << 20;

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private final ZipFile zip;
    private final long fileSize;
    private final Map<String, ZipEntry> parts = new HashMap<>();
    private List<Sheet> sheets = List.of();
    private WorkbookTexts texts = WorkbookTexts.NONE;
    private NumberForms forms = NumberForms.NONE;
    private boolean from1904;
    private boolean calculated = true;
    private boolean namesProgram;

    private WorkbookFile(ZipFile zip, long fileSize) {
        this.zip = zip;
        this.fileSize = fileSize;
    }

    /**
     * A sheet with cells.
     *
     * @param part that holds its cells
     */
    record Sheet(String name, boolean hidden, String part) {}

    /**
     * What a part refers to.
     *
     * @param type the last word of its address
     */
    private record Relation(String type, String part) {}

    /**
     * Opens a workbook.
     *
     * @throws UnreadableFileException if it is none, damaged, or unpacks to more than is read
     */
    static WorkbookFile open(Path file, ImportLimits limits) throws IOException {
        WorkbookFile workbook = new WorkbookFile(zip(file), Files.size(file));
        try {
            workbook.checkParts(limits);
            workbook.readWorkbook();
            return workbook;
        } catch (RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    /** In the order of their tabs. */
    List<Sheet> sheets() {
        return sheets;
    }

    WorkbookTexts texts() {
        return texts;
    }

    NumberForms forms() {
        return forms;
    }

    /** Whether days are counted from 1904 instead of 1900. */
    boolean isFrom1904() {
        return from1904;
    }

    /**
     * Whether the results beside its formulas are those of its figures; false where whoever wrote
     * it left that to the next program.
     */
    boolean isCalculated() {
        return calculated;
    }

    /** Whether it says which program wrote it. */
    boolean namesProgram() {
        return namesProgram;
    }

    XmlPart cells(Sheet sheet) {
        return part(sheet.part());
    }

    /** The merged cells of a sheet, which is gone through for them only where it has any. */
    SheetMerges merges(Sheet sheet) {
        if (!hasMerges(sheet)) {
            return new SheetMerges(List.of());
        }
        try (XmlPart xml = part(sheet.part())) {
            return SheetMerges.read(xml);
        }
    }

    private boolean hasMerges(Sheet sheet) {
        try (InputStream in = content(sheet.part())) {
            byte[] chunk = new byte[1 << 16];
            int kept = 0;
            int read = in.readNBytes(chunk, 0, chunk.length);
            while (read > 0) {
                String text = new String(chunk, 0, kept + read, StandardCharsets.ISO_8859_1);
                if (text.contains(MERGED)) {
                    return true;
                }
                // Its name may be cut in two.
                kept = Math.min(MERGED.length(), text.length());
                byte[] end =
                        text.substring(text.length() - kept).getBytes(StandardCharsets.ISO_8859_1);
                System.arraycopy(end, 0, chunk, 0, kept);
                read = in.readNBytes(chunk, kept, chunk.length - kept);
            }
            return false;
        } catch (IOException broken) {
            throw WorkbookFault.damagedPart(0, sheet.part());
        }
    }

    long fileSize() {
        return fileSize;
    }

    long size(Sheet sheet) {
        return entry(sheet.part()).getSize();
    }

    long compressedSize(Sheet sheet) {
        return entry(sheet.part()).getCompressedSize();
    }

    /** Of all its parts, as the zip has them. */
    List<String> partNames() {
        return parts.values().stream().map(ZipEntry::getName).toList();
    }

    /** What the zip remarks of itself and its parts. */
    List<String> comments() {
        return Stream.concat(
                        Stream.ofNullable(zip.getComment()),
                        parts.values().stream().map(ZipEntry::getComment))
                .filter(Objects::nonNull)
                .toList();
    }

    /** A part with whatever it holds, comments too where they fit into the memory. */
    XmlPart searchable(String name) {
        boolean withComments = entry(name).getSize() <= MAX_WITH_COMMENTS;
        return new XmlPart(name, content(name), withComments);
    }

    /** The first bytes of a part. */
    byte[] start(String name) {
        try (InputStream in = content(name)) {
            return in.readNBytes(START);
        } catch (IOException broken) {
            throw WorkbookFault.damagedPart(0, name);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (IOException | IllegalArgumentException broken) {
            if (!file.toFile().canRead()) {
                throw new IOException("Cannot read " + file, broken);
            }
            throw new UnreadableFileException(
                    IssueCode.NOT_A_TABLE, 0, ImportTexts.text("workbook.not-whole"));
        }
    }

    private void checkParts(ImportLimits limits) {
        List<? extends ZipEntry> entries = Collections.list(zip.entries());
        if (entries.size() > MAX_PARTS) {
            throw WorkbookFault.tooLarge(
                    ImportTexts.text("workbook.parts", entries.size()), MAX_PARTS);
        }
        for (ZipEntry entry : entries) {
            if (!entry.isDirectory() && parts.put(key(entry.getName()), entry) != null) {
                throw WorkbookFault.damagedPart(0, entry.getName());
            }
        }
        if (!parts.containsKey(key(CONTENT_TYPES))) {
            throw new UnreadableFileException(IssueCode.NOT_A_TABLE, 0, kindOfZip());
        }
        long most = Math.max(ALWAYS_UNPACKED, (long) MAX_UNPACKED * limits.bytes());
        long unpacked = 0;
        for (ZipEntry entry : parts.values()) {
            unpacked += unpack(entry, most - unpacked, most);
        }
    }

    private LocalizedText kindOfZip() {
        boolean openDocument = parts.containsKey("mimetype") && parts.containsKey("content.xml");
        return openDocument
                ? ImportTexts.text("workbook.open-document")
                : ImportTexts.text("workbook.zip");
    }

    /** Unpacks a part to nowhere and gives its true size. */
    private long unpack(ZipEntry entry, long room, long most) {
        CRC32 checksum = new CRC32();
        long size = 0;
        long compressed = Math.max(1, entry.getCompressedSize());
        byte[] chunk = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            if (in == null) {
                throw WorkbookFault.damagedPart(0, entry.getName());
            }
            int read = in.readNBytes(chunk, 0, chunk.length);
            refuseNested(entry, chunk);
            while (read > 0) {
                size += read;
                if (size > room) {
                    throw WorkbookFault.tooLarge(
                            ImportTexts.text("workbook.unpacked"),
                            ImportTexts.text("workbook.bytes", most));
                }
                if (size > RATIO_MATTERS_FROM && size / compressed > MAX_RATIO) {
                    throw WorkbookFault.tooLarge(
                            ImportTexts.text("workbook.compressed"),
                            ImportTexts.text("workbook.ratio", MAX_RATIO));
                }
                checksum.update(chunk, 0, read);
                read = in.readNBytes(chunk, 0, chunk.length);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw WorkbookFault.damagedPart(0, entry.getName());
        }
        if (size != entry.getSize() || checksum.getValue() != entry.getCrc()) {
            throw WorkbookFault.damagedPart(0, entry.getName());
        }
        return size;
    }

    /** What is packed into a workbook would be stored, but nobody would have looked into it. */
    private static void refuseNested(ZipEntry entry, byte[] start) {
        boolean program = key(entry.getName()).endsWith("vbaproject.bin");
        if (RowReaders.ZIP.starts(start) || (RowReaders.OLE2.starts(start) && !program)) {
            throw new UnreadableFileException(
                    IssueCode.NESTED_FILE, 0, CellText.shown(entry.getName()));
        }
    }

    private void readWorkbook() {
        Collection<Relation> ofPackage = relations("").values();
        String workbook =
                ofPackage.stream()
                        .filter(relation -> relation.type().equals("officeDocument"))
                        .map(Relation::part)
                        .findFirst()
                        .orElseThrow(() -> WorkbookFault.damagedPart(0, CONTENT_TYPES));
        if (!workbook.endsWith(".xml")) {
            throw new UnreadableFileException(
                    IssueCode.NOT_A_TABLE, 0, ImportTexts.text("workbook.binary"));
        }
        namesProgram =
                ofPackage.stream()
                        .filter(relation -> relation.type().equals("extended-properties"))
                        .filter(relation -> parts.containsKey(key(relation.part())))
                        .anyMatch(relation -> namesProgram(relation.part()));
        Map<String, Relation> relations = relations(workbook);
        sheets = sheets(workbook, relations);
        for (Relation relation : relations.values()) {
            if (relation.type().equals("sharedStrings")) {
                try (XmlPart xml = part(relation.part())) {
                    texts = WorkbookTexts.read(xml);
                }
            } else if (relation.type().equals("styles")) {
                try (XmlPart xml = part(relation.part())) {
                    forms = NumberForms.read(xml);
                }
            }
        }
    }

    private boolean namesProgram(String properties) {
        try (XmlPart xml = part(properties)) {
            while (xml.next()) {
                if (xml.starts("Application")) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Sheet> sheets(String workbook, Map<String, Relation> relations) {
        List<Sheet> found = new ArrayList<>();
        Set<String> used = new HashSet<>();
        try (XmlPart xml = part(workbook)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    from1904 = xml.attribute("date1904").filter(XmlPart::isTrue).isPresent();
                } else if (xml.starts("calcPr")) {
                    calculated =
                            xml.attribute("fullCalcOnLoad").filter(XmlPart::isTrue).isEmpty()
                                    && xml.attribute("calcCompleted")
                                            .filter(value -> !XmlPart.isTrue(value))
                                            .isEmpty();
                } else if (xml.starts("sheet")) {
                    Relation relation = relations.get(xml.attributeOfNamespace("id").orElse(""));
                    if (relation == null || !used.add(relation.part())) {
                        throw WorkbookFault.damagedPart(0, workbook);
                    }
                    // Others are charts and dialogues.
                    if (relation.type().equals("worksheet")) {
                        found.add(
                                new Sheet(
                                        xml.attribute("name").orElse(""),
                                        !xml.attribute("state").orElse("visible").equals("visible"),
                                        relation.part()));
                    }
                }
                if (found.size() > MAX_SHEETS) {
                    throw WorkbookFault.tooLarge(
                            ImportTexts.text("workbook.many-sheets"), MAX_SHEETS);
                }
            }
        }
        return List.copyOf(found);
    }

    /** By id. */
    private Map<String, Relation> relations(String source) {
        int slash = source.lastIndexOf('/');
        String folder = source.substring(0, slash + 1);
        String name = folder + "_rels/" + source.substring(slash + 1) + ".rels";
        Map<String, Relation> relations = new HashMap<>();
        try (XmlPart xml = part(name)) {
            while (xml.next()) {
                boolean inside =
                        !xml.isStart()
                                || !xml.attribute("TargetMode").orElse("").equals("External");
                if (xml.starts("Relationship") && inside) {
                    String type = xml.attribute("Type").orElse("");
                    relations.put(
                            xml.attribute("Id").orElse(""),
                            new Relation(
                                    type.substring(type.lastIndexOf('/') + 1),
                                    resolve(folder, xml.attribute("Target").orElse(""), name)));
                }
                if (relations.size() > MAX_PARTS) {
                    throw WorkbookFault.damagedPart(0, name);
                }
            }
        }
        return relations;
    }

    private static String resolve(String folder, String target, String source) {
        try {
            String path = URI.create("/" + folder).resolve(target.replace(" ", "%20")).getPath();
            return path == null ? "" : path.substring(path.startsWith("/") ? 1 : 0);
        } catch (IllegalArgumentException noAddress) {
            throw WorkbookFault.damagedPart(0, source);
        }
    }

    private XmlPart part(String name) {
        return new XmlPart(name, content(name));
    }

    InputStream content(String name) {
        try {
            InputStream in = zip.getInputStream(entry(name));
            if (in == null) {
                throw WorkbookFault.damagedPart(0, name);
            }
            return in;
        } catch (IOException broken) {
            throw WorkbookFault.damagedPart(0, name);
        }
    }

    private ZipEntry entry(String name) {
        return Optional.ofNullable(parts.get(key(name)))
                .orElseThrow(() -> WorkbookFault.damagedPart(0, name));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
