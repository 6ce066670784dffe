package districtkpi.importer.table;

import districtkpi.domain.LocalizedText;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.issue.IssueCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out how the bytes of a file make a text: by byte order mark, else as strict UTF-8, else as
 * strict Windows-874, the encoding of Thai Windows and of what its spreadsheets call "CSV". The
 * bytes are walked through once or, if they are not UTF-8, a few times, in constant memory.
 */
final class TextSource {

    private static final Charset WINDOWS_874 = Charset.forName("x-windows-874");
    private static final int CHUNK = 1 << 16;

    private static final Map<Signature, LocalizedText> OTHER_FILES =
            Map.of(
                    new Signature(0x25, 0x50, 0x44, 0x46, 0x2D),
                    new LocalizedText("PDF", "PDF"),
                    new Signature(0x1F, 0x8B),
                    ImportTexts.text("file.gzip"),
                    new Signature(0x89, 0x50, 0x4E, 0x47),
                    ImportTexts.text("file.png"),
                    new Signature(0xFF, 0xD8, 0xFF),
                    ImportTexts.text("file.jpeg"));

    private static final LocalizedText BINARY = ImportTexts.text("file.binary");
    private static final LocalizedText WEB_PAGE = ImportTexts.text("file.web-page");
    private static final LocalizedText XML = ImportTexts.text("file.xml");
    private static final LocalizedText RTF = ImportTexts.text("file.rtf");

    private final Bytes bytes;
    private final Charset charset;
    private final int markLength;

    private TextSource(Bytes bytes, Charset charset, int markLength) {
        this.bytes = bytes;
        this.charset = charset;
        this.markLength = markLength;
    }

    /** Bytes that can be read from the start as often as needed. */
    interface Bytes {
        InputStream open() throws IOException;
    }

    /** The first bytes of a kind of file. */
    record Signature(int... bytes) {

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
     * What a strict decoder says about bytes.
     *
     * @param faultLine on which the first fault is; 0 if there is none
     * @param hasNull whether a null character was read
     */
    private record Check(int faultLine, boolean hasNull) {}

    /**
     * The text of bytes.
     *
     * @throws UnreadableFileException if they are not a text, or one in another encoding
     */
    static TextSource of(Bytes bytes) throws IOException {
        byte[] start = start(bytes);
        OTHER_FILES.forEach((signature, kind) -> {
            if (signature.starts(start)) {
                throw new UnreadableFileException(IssueCode.NOT_A_TABLE, 0, kind);
            }
        });
        TextSource source = decide(bytes, start);
        Optional<LocalizedText> otherKind = source.otherKind();
        if (otherKind.isPresent()) {
            throw new UnreadableFileException(IssueCode.NOT_A_TABLE, 0, otherKind.get());
        }
        return source;
    }

    Charset charset() {
        return charset;
    }

    /** The number of bytes of the byte order mark. */
    int markLength() {
        return markLength;
    }

    /** The characters of a stream over all bytes, without byte order mark. */
    Reader characters(InputStream in) throws IOException {
        in.skipNBytes(markLength);
        return new InputStreamReader(in, strict(charset));
    }

    private static byte[] start(Bytes bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            return in.readNBytes(1_000);
        }
    }

    private static TextSource decide(Bytes bytes, byte[] start) throws IOException {
        if (new Signature(0xEF, 0xBB, 0xBF).starts(start)) {
            return marked(bytes, StandardCharsets.UTF_8, 3);
        }
        if (new Signature(0xFF, 0xFE).starts(start)) {
            return marked(bytes, StandardCharsets.UTF_16LE, 2);
        }
        if (new Signature(0xFE, 0xFF).starts(start)) {
            return marked(bytes, StandardCharsets.UTF_16BE, 2);
        }
        Check utf8 = check(bytes, StandardCharsets.UTF_8, 0);
        if (utf8.hasNull() || (utf8.faultLine() > 0 && hasNullByte(bytes))) {
            throw new UnreadableFileException(IssueCode.NOT_A_TABLE, 0, BINARY);
        }
        if (utf8.faultLine() == 0) {
            return new TextSource(bytes, StandardCharsets.UTF_8, 0);
        }
        boolean mostlyUtf8 = isMostlyUtf8(bytes);
        Check windows = check(bytes, WINDOWS_874, 0);
        if (windows.faultLine() == 0 && !mostlyUtf8) {
            return new TextSource(bytes, WINDOWS_874, 0);
        }
        throw badEncoding(
                mostlyUtf8 ? utf8.faultLine() : Math.max(utf8.faultLine(), windows.faultLine()));
    }

    private static TextSource marked(Bytes bytes, Charset charset, int markLength)
            throws IOException {
        Check check = check(bytes, charset, markLength);
        if (check.faultLine() > 0) {
            throw badEncoding(check.faultLine());
        }
        if (check.hasNull()) {
            throw new UnreadableFileException(IssueCode.NOT_A_TABLE, 0, BINARY);
        }
        return new TextSource(bytes, charset, markLength);
    }

    private static UnreadableFileException badEncoding(int line) {
        return new UnreadableFileException(IssueCode.BAD_ENCODING, line, line);
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Takes the characters of decoded chunks. */
    private interface Characters {
        void take(CharBuffer chunk);
    }

    private static Check check(Bytes bytes, Charset charset, int from) throws IOException {
        LineCount lines = new LineCount();
        boolean whole = decode(bytes, strict(charset), from, lines);
        return new Check(whole ? 0 : lines.current, lines.hasNull);
    }

    /** Decodes all bytes, or those before the first fault; whether it was all. */
    private static boolean decode(Bytes bytes, CharsetDecoder decoder, int from, Characters sink)
            throws IOException {
        ByteBuffer input = ByteBuffer.allocate(CHUNK);
        CharBuffer output = CharBuffer.allocate(CHUNK);
        try (InputStream in = bytes.open()) {
            in.skipNBytes(from);
            boolean end = false;
            while (!end) {
                int read = in.readNBytes(input.array(), input.position(), input.remaining());
                end = input.position() + read < CHUNK;
                input.position(input.position() + read).flip();
                CoderResult result = decoder.decode(input, output, end);
                if (result.isUnderflow() && end) {
                    result = decoder.flush(output);
                }
                sink.take(output.flip());
                output.clear();
                if (result.isError()) {
                    return false;
                }
                input.compact();
            }
        }
        return true;
    }

    /** Counts the lines of a text that comes in pieces; a line ends with CR LF, CR or LF. */
    private static final class LineCount implements Characters {

        private int current = 1;
        private boolean hasNull;
        private boolean afterReturn;

        @Override
        public void take(CharBuffer chunk) {
            char[] characters = chunk.array();
            int end = chunk.limit();
            for (int i = 0; i < end; i++) {
                char c = characters[i];
                if (c > '\r') {
                    continue;
                }
                if (c == '\n') {
                    boolean secondHalf = i > 0 ? characters[i - 1] == '\r' : afterReturn;
                    current += secondHalf ? 0 : 1;
                } else if (c == '\r') {
                    current++;
                } else if (c == 0) {
                    hasNull = true;
                }
            }
            if (end > 0) {
                afterReturn = characters[end - 1] == '\r';
            }
        }
    }

    private static boolean hasNullByte(Bytes bytes) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = bytes.open()) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                for (int i = 0; i < read; i++) {
                    if (chunk[i] == 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /**
     * Whether the text is UTF-8 with a fault in it: read as Windows-874, which has a character for
     * almost every byte, it would become nonsense without anybody being told.
     */
    private static boolean isMostlyUtf8(Bytes bytes) throws IOException {
        CharsetDecoder lenient =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
        long[] foreignAndBroken = new long[2];
        decode(
                bytes,
                lenient,
                0,
                chunk ->
                        chunk.chars()
                                .filter(c -> c > 0x7F && !Character.isLowSurrogate((char) c))
                                .forEach(c -> {
                                    foreignAndBroken[0]++;
                                    foreignAndBroken[1] += c == 0xFFFD ? 1 : 0;
                                }));
        return foreignAndBroken[0] > 0 && foreignAndBroken[1] * 5 < foreignAndBroken[0];
    }

    private Optional<LocalizedText> otherKind() throws IOException {
        char[] characters = new char[200];
        int length;
        try (InputStream in = bytes.open();
                Reader text = characters(in)) {
            length = Math.max(0, text.read(characters));
        }
        String start = CellText.clean(new String(characters, 0, length)).toLowerCase(Locale.ROOT);
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
