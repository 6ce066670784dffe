package districtkpi.db.recording;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What evidence may be. The bytes say it, not the name. */
public enum EvidenceType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private static final byte[] PDF_START = ascii("%PDF-");
    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] ZIP_START = {'P', 'K', 3, 4};

    /** Names of parts stand in a zip as they are. */
    private static final byte[] WORKBOOK_PART = ascii("xl/workbook");

    private static final byte[] TYPES_PART = ascii("[Content_Types].xml");

    private final String mediaType;
    private final List<String> extensions;

    EvidenceType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    /** As in RFC 6838. */
    public String mediaType() {
        return mediaType;
    }

    /** How names of such files end, without the dot. */
    public List<String> extensions() {
        return extensions;
    }

    /** What a file is by its content; absent for everything that is not taken. */
    public static Optional<EvidenceType> of(byte[] content) {
        if (startsWith(content, PDF_START)) {
            return Optional.of(PDF);
        }
        if (startsWith(content, JPEG_START)) {
            return Optional.of(JPEG);
        }
        if (startsWith(content, PNG_START)) {
            return Optional.of(PNG);
        }
        return startsWith(content, ZIP_START)
                        && contains(content, TYPES_PART)
                        && contains(content, WORKBOOK_PART)
                ? Optional.of(XLSX)
                : Optional.empty();
    }

    /**
     * Reads what {@link #mediaType()} writes.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static EvidenceType parse(String mediaType) {
        for (EvidenceType type : values()) {
            if (type.mediaType.equals(mediaType)) {
                return type;
            }
        }
        throw new IllegalArgumentException("Not taken as evidence: " + mediaType);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length >= start.length
                && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    private static boolean contains(byte[] content, byte[] wanted) {
        for (int at = 0; at + wanted.length <= content.length; at++) {
            if (Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
