package districtkpi.ui.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.ServerRpcHandler;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import com.vaadin.flow.shared.JsonConstants;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Answers to open pages as Vaadin makes them, packed once: as they go to a browser that can unpack
 * them, and as they are kept. Vaadin keeps the last answer of each page until the next, for a
 * browser that did not get it; a page with many districts is a megabyte of text.
 *
 * @see "Decision record 0053: many readers"
 */
final class PackedAnswers extends UidlRequestHandler {

    private static final long serialVersionUID = 1L;

    /** Below this, a name for the packing takes as much as it saves. */
    private static final int SHORT = 1_000;

    /** Begins every packed answer, and no other: an answer is JSON. */
    private static final char MAGIC = '\u001f';

    @Override
    protected ServerRpcHandler createRpcHandler() {
        return new Unpacking();
    }

    @Override
    public Optional<ResponseWriter> synchronizedHandleRequest(
            VaadinSession session,
            VaadinRequest request,
            VaadinResponse response,
            String requestBody)
            throws IOException {
        UI page = session.getService().findUI(request);
        if (page == null) {
            return super.synchronizedHandleRequest(session, request, response, requestBody);
        }
        UIInternals kept = page.getInternals();
        String before = kept.getLastRequestResponse();
        Optional<ResponseWriter> plain =
                super.synchronizedHandleRequest(session, request, response, requestBody);
        String answer = kept.getLastRequestResponse();
        if (isSame(answer, before) || answer.length() < SHORT) {
            // Nothing to do, or said that something is wrong.
            return plain;
        }
        byte[] packed = packed(answer);
        kept.setLastRequestResponse(new String(packed, ISO_8859_1));
        return takesPacked(request) ? Optional.of(() -> write(packed, response)) : plain;
    }

    @SuppressWarnings("ReferenceEquality") // another answer may read the same
    private static boolean isSame(@Nullable String answer, @Nullable String before) {
        return answer == null || answer == before;
    }

    private static boolean takesPacked(VaadinRequest request) {
        String takes = request.getHeader("Accept-Encoding");
        return takes != null && takes.toLowerCase(Locale.ROOT).contains("gzip");
    }

    private static void write(byte[] packed, VaadinResponse response) throws IOException {
        response.setContentType(JsonConstants.JSON_CONTENT_TYPE);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Content-Encoding", "gzip");
        response.setContentLength(packed.length);
        OutputStream out = response.getOutputStream();
        out.write(packed);
        out.flush();
    }

    private static byte[] packed(String answer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(answer.length() / 8);
        // Piece by piece: an array as long as the answer has a place of its own in the heap, and
        // makes the collector begin anew.
        try (Writer packing = new OutputStreamWriter(new Fast(bytes), UTF_8)) {
            packing.write(answer);
        }
        return bytes.toByteArray();
    }

    private static String unpacked(String packed) throws IOException {
        try (GZIPInputStream unpacking =
                new GZIPInputStream(new ByteArrayInputStream(packed.getBytes(ISO_8859_1)))) {
            return new String(unpacking.readAllBytes(), UTF_8);
        }
    }

    /** The text of pages gets a twentieth of its length even so. */
    private static final class Fast extends GZIPOutputStream {

        private Fast(OutputStream out) throws IOException {
            super(out, 8_192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** Gives the last answer back its text, for a browser that asks for it again. */
    private static final class Unpacking extends ServerRpcHandler {

        private static final long serialVersionUID = 1L;

        @Override
        public void handleRpc(UI page, String message, VaadinRequest request)
                throws InvalidUIDLSecurityKeyException, MessageIdSyncException {
            try {
                super.handleRpc(page, message, request);
            } catch (ClientResentPayloadException again) {
                String last = page.getInternals().getLastRequestResponse();
                if (last != null && !last.isEmpty() && last.charAt(0) == MAGIC) {
                    try {
                        page.getInternals().setLastRequestResponse(unpacked(last));
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                }
                throw again;
            }
        }
    }
}
