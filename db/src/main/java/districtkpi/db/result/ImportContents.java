package districtkpi.db.result;

import static districtkpi.db.jooq.Tables.IMPORT_CONTENT;

import districtkpi.db.outage.Room;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jooq.DSLContext;

/** The bytes of files, in pieces under their digest, each piece deflated where that helps. */
final class ImportContents {

    /** Large enough to deflate well, small enough to be held in memory many times. */
    private static final int CHUNK = 1024 * 1024;

    private final DSLContext dsl;
    private final Room room;

    ImportContents(DSLContext dsl, Room room) {
        this.dsl = dsl;
        this.room = room;
    }

    void add(String sha256, InputStream content) throws IOException {
        if (dsl.fetchExists(IMPORT_CONTENT, IMPORT_CONTENT.SHA256.eq(sha256))) {
            return;
        }
        MessageDigest digest = DigestUtils.getSha256Digest();
        int number = 0;
        byte[] chunk = content.readNBytes(CHUNK);
        do {
            digest.update(chunk);
            add(sha256, number++, chunk);
            chunk = content.readNBytes(CHUNK);
        } while (chunk.length > 0);
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(sha256)) {
            throw new IllegalArgumentException(
                    "The digest of the bytes is " + found + ", not " + sha256);
        }
    }

    private void add(String sha256, int number, byte[] chunk) throws IOException {
        room.require();
        byte[] deflated = deflate(chunk);
        boolean smaller = deflated.length < chunk.length;
        // Whoever stores the same bytes at the same time is waited for.
        dsl.insertInto(
                        IMPORT_CONTENT,
                        IMPORT_CONTENT.SHA256,
                        IMPORT_CONTENT.CHUNK,
                        IMPORT_CONTENT.DEFLATED,
                        IMPORT_CONTENT.CONTENT)
                .values(sha256, number, smaller, smaller ? deflated : chunk)
                .onConflictDoNothing()
                .execute();
    }

    void write(String sha256, OutputStream target) throws IOException {
        for (int number = 0; ; number++) {
            var chunk =
                    dsl.select(IMPORT_CONTENT.DEFLATED, IMPORT_CONTENT.CONTENT)
                            .from(IMPORT_CONTENT)
                            .where(IMPORT_CONTENT.SHA256.eq(sha256))
                            .and(IMPORT_CONTENT.CHUNK.eq(number))
                            .fetchOptional();
            if (chunk.isEmpty()) {
                return;
            }
            byte[] content = chunk.get().value2();
            target.write(chunk.get().value1() ? inflate(content) : content);
        }
    }

    private static byte[] deflate(byte[] chunk) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(chunk.length / 4 + 64);
        try (DeflaterOutputStream stream = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
            stream.write(chunk);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static byte[] inflate(byte[] deflated) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(CHUNK);
        try (InflaterOutputStream stream = new InflaterOutputStream(bytes)) {
            stream.write(deflated);
        }
        return bytes.toByteArray();
    }
}
