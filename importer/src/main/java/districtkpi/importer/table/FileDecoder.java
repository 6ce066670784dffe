package districtkpi.importer.table;

import districtkpi.domain.LocalizedText;
import districtkpi.importer.ImportFile;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes a text of a file's bytes: by byte order mark, else as strict UTF-8, else as strict
 * Windows-874, the encoding of Thai Windows and of what its spreadsheets call "CSV".
 */
public final class FileDecoder {

    private static final Charset WINDOWS_874 = Charset.forName("x-windows-874");

    private static final List<Signature> SIGNATURES =
            List.of(
                    new Signature(
                            new LocalizedText(
                                    "สมุดงาน Excel หรือไฟล์ zip", "an Excel workbook or zip"),
                            0x50,
                            0x4B,
                            0x03,
                            0x04),
                    new Signature(
                            new LocalizedText(
                                    "สมุดงาน Excel หรือไฟล์ zip", "an Excel workbook or zip"),
                            0x50,
                            0x4B,
                            0x05,
                            0x06),
                    new Signature(
                            new LocalizedText("สมุดงาน Excel 97", "an Excel 97 workbook"),
                            0xD0,
                            0xCF,
                            0x11,
                            0xE0),
                    new Signature(new LocalizedText("PDF", "PDF"), 0x25, 0x50, 0x44, 0x46, 0x2D),
                    new Signature(new LocalizedText("ไฟล์บีบอัด gzip", "gzip"), 0x1F, 0x8B),
                    new Signature(
                            new LocalizedText("รูปภาพ PNG", "a PNG picture"),
                            0x89,
                            0x50,
                            0x4E,
                            0x47),
                    new Signature(
                            new LocalizedText("รูปภาพ JPEG", "a JPEG picture"), 0xFF, 0xD8, 0xFF));

    private static final LocalizedText BINARY =
            new LocalizedText("เป็นข้อมูลไบนารี", "it is binary");
    private static final LocalizedText WEB_PAGE = new LocalizedText("หน้าเว็บ", "a web page");
    private static final LocalizedText XML = new LocalizedText("เอกสาร XML", "an XML document");
    private static final LocalizedText RTF = new LocalizedText("เอกสาร RTF", "an RTF document");

    private FileDecoder() {}

    /** The first bytes of a kind of file that is not a text. */
    private record Signature(LocalizedText kind, int... bytes) {

        boolean starts(byte[] content) {
            if (content.length < bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if ((content[i] & 0xFF) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * What a strict decoder made of bytes.
     *
     * @param text all of it, or what stands before the first fault
     */
    private record Decoded(String text, boolean whole) {}

    /** The text of a file, without byte order mark; absent if the log says why not. */
    public static Optional<String> decode(ImportFile file, ImportLimits limits, IssueLog log) {
        byte[] content = file.content();
        if (content.length > limits.bytes()) {
            log.addFile(IssueCode.TOO_LARGE, content.length, limits.bytes());
            return Optional.empty();
        }
        for (Signature signature : SIGNATURES) {
            if (signature.starts(content)) {
                log.addFile(IssueCode.NOT_A_TABLE, signature.kind());
                return Optional.empty();
            }
        }
        Optional<String> text = decode(content, log);
        if (text.isEmpty()) {
            return text;
        }
        Optional<LocalizedText> otherKind = otherKind(text.get());
        if (otherKind.isPresent()) {
            log.addFile(IssueCode.NOT_A_TABLE, otherKind.get());
            return Optional.empty();
        }
        if (CellText.clean(text.get()).isEmpty()) {
            log.addFile(IssueCode.EMPTY_FILE);
            return Optional.empty();
        }
        return text;
    }

    private static Optional<String> decode(byte[] content, IssueLog log) {
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            return whole(strict(content, 3, StandardCharsets.UTF_8), log);
        }
        if (startsWith(content, 0xFF, 0xFE)) {
            return whole(strict(content, 2, StandardCharsets.UTF_16LE), log);
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return whole(strict(content, 2, StandardCharsets.UTF_16BE), log);
        }
        for (byte b : content) {
            if (b == 0) {
                log.addFile(IssueCode.NOT_A_TABLE, BINARY);
                return Optional.empty();
            }
        }
        Decoded utf8 = strict(content, 0, StandardCharsets.UTF_8);
        if (utf8.whole()) {
            return Optional.of(utf8.text());
        }
        Decoded windows = strict(content, 0, WINDOWS_874);
        if (windows.whole() && !isMostlyUtf8(content)) {
            return Optional.of(windows.text());
        }
        int line =
                isMostlyUtf8(content)
                        ? lastLine(utf8.text())
                        : Math.max(lastLine(utf8.text()), lastLine(windows.text()));
        refuse(line, log);
        return Optional.empty();
    }

    private static Optional<String> whole(Decoded decoded, IssueLog log) {
        if (!decoded.whole()) {
            refuse(lastLine(decoded.text()), log);
            return Optional.empty();
        }
        return Optional.of(decoded.text());
    }

    private static void refuse(int line, IssueLog log) {
        log.add(IssueCode.BAD_ENCODING, new Cell(line, "", ""), line);
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        return new Signature(BINARY, bytes).starts(content);
    }

    private static Decoded strict(byte[] content, int from, Charset charset) {
        CharsetDecoder decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content, from, content.length - from);
        CharBuffer characters = CharBuffer.allocate(content.length - from + 1);
        CoderResult result = decoder.decode(bytes, characters, true);
        if (result.isUnderflow()) {
            result = decoder.flush(characters);
        }
        return new Decoded(characters.flip().toString(), result.isUnderflow());
    }

    /**
     * Whether the text is UTF-8 with a fault in it: read as Windows-874, which has a character for
     * almost every byte, it would become nonsense without anybody being told.
     */
    private static boolean isMostlyUtf8(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        long foreign = text.codePoints().filter(c -> c > 0x7F).count();
        long broken = text.codePoints().filter(c -> c == 0xFFFD).count();
        return foreign > 0 && broken * 5 < foreign;
    }

    /** The number of the line that a text ends on. */
    private static int lastLine(String text) {
        return new Lines(text + ".").count();
    }

    private static Optional<LocalizedText> otherKind(String text) {
        if (text.indexOf('\0') >= 0) {
            return Optional.of(BINARY);
        }
        String start =
                CellText.clean(text.substring(0, Math.min(text.length(), 200)))
                        .toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return Optional.of(WEB_PAGE);
        }
        if (start.startsWith("<?xml")) {
            return Optional.of(XML);
        }
        if (start.startsWith("{\\rtf")) {
            return Optional.of(RTF);
        }
        return Optional.empty();
    }
}
