package districtkpi.ui.api;

import districtkpi.db.transaction.Snapshot;
import districtkpi.importer.WorkFolder;
import districtkpi.office.work.Cost;
import districtkpi.office.work.FileWork;
import districtkpi.ui.server.Pace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Sends files that are whole or nothing.
 *
 * <p>A file is read in one snapshot of the database, written to its end before its first byte is
 * sent, and hashed: the hash is its {@code ETag}, so that who has it already is sent nothing, and
 * its {@code Repr-Digest} (RFC 9530). A failure while it is made is a {@link Problem}; a connection
 * that breaks while it is sent leaves less than {@code Content-Length} says.
 *
 * @see "Decision record 0013: exports"
 */
@Component
class Answers {

    private static final int BUFFER = 16 * 1024;

    private final Snapshot snapshot;
    private final FileWork work;
    private final Duration patience;

    Answers(
            Snapshot snapshot,
            FileWork work,
            @Value("${district-kpi.patience}") Duration patience) {
        this.work = work;
        this.patience = patience;
        this.snapshot = snapshot;
    }

    /** A file and its hash. */
    private record Written(Download download, Spool spool, byte[] sha256) {}

    /**
     * Sends a file.
     *
     * @param source finds the file, within the snapshot that it is then written in
     */
    void send(HttpServletRequest request, HttpServletResponse response, Supplier<Download> source) {
        send(request, response, source, Supplier::get);
    }

    /**
     * Sends a file that takes much work, once it is its turn to be made. It is sent after that, so
     * that who reads slowly keeps nobody waiting.
     *
     * @param cost of making it
     * @throws districtkpi.office.work.BusyException if its turn does not come in time
     */
    void send(
            HttpServletRequest request,
            HttpServletResponse response,
            Cost cost,
            Supplier<Download> source) {
        send(request, response, source, making -> work.forCall(cost, making));
    }

    private void send(
            HttpServletRequest request,
            HttpServletResponse response,
            Supplier<Download> source,
            Function<Supplier<Written>, Written> turn) {
        try (Spool spool = new Spool(WorkFolder.current())) {
            Written written = turn.apply(() -> snapshot.get(() -> write(source.get(), spool)));
            send(request, response, written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Written write(Download download, Spool spool) {
        try {
            download.content().writeTo(spool);
            return new Written(download, spool, spool.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(HttpServletRequest request, HttpServletResponse response, Written written)
            throws IOException {
        // It may be kept, but has to be asked for again each time.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(
                "Repr-Digest",
                "sha-256=:" + Base64.getEncoder().encodeToString(written.sha256()) + ":");
        String tag = "\"" + HexFormat.of().formatHex(written.sha256()) + "\"";
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
            return;
        }
        response.setContentType(written.download().form().type().toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, written.download().disposition().toString());
        response.setContentLengthLong(written.spool().length());
        try (InputStream content = written.spool().content()) {
            long sent = send(content, response.getOutputStream());
            if (sent < written.spool().length()) {
                // The container then closes the connection; else the client waits for the rest.
                throw new IOException(
                        String.format(
                                Locale.ROOT,
                                "Only %d of %d bytes were left to send",
                                sent,
                                written.spool().length()));
            }
        }
    }

    /** Who reads too slowly is not waited for: an answer takes memory or disk until it is sent. */
    private long send(InputStream content, OutputStream out) throws IOException {
        Pace pace = new Pace(patience);
        byte[] buffer = new byte[BUFFER];
        long sent = 0;
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            long before = System.nanoTime();
            out.write(buffer, 0, count);
            pace.moved(count, System.nanoTime() - before);
            sent += count;
        }
        return sent;
    }
}
