package districtkpi.db.backup;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** Counts and digests the text of a table as it passes: each row ends with a line feed. */
final class TextMeasure {

    private final MessageDigest digest = DigestUtils.getSha256Digest();
    private long bytes;
    private long rows;

    void add(byte[] buffer, int offset, int length) {
        digest.update(buffer, offset, length);
        bytes += length;
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == '\n') {
                rows++;
            }
        }
    }

    long bytes() {
        return bytes;
    }

    /** What passed, as the table that it was; nothing may be added after. */
    BackupContents.Table of(Catalog.Table table) {
        return new BackupContents.Table(
                table.name(),
                table.columns(),
                rows,
                bytes,
                HexFormat.of().formatHex(digest.digest()));
    }
}
