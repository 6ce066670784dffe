package districtkpi.ui.forms;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.vaadin.flow.component.Html;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/**
 * A QR code as a drawing of the page itself: sharp on every printer, and nothing to fetch.
 *
 * <p>A seventh of it may be dirty or folded away (error correction M).
 */
final class QrCode {

    /** Light modules that a reader wants around the code. */
    private static final int QUIET_ZONE = 4;

    private QrCode() {}

    /**
     * Draws a text.
     *
     * @param text as it is read
     * @param description for those who have the page read to them
     */
    static Html of(String text, String description) {
        ByteMatrix modules = encode(text);
        int size = modules.getWidth() + 2 * QUIET_ZONE;
        return new Html(
                String.format(
                        Locale.ROOT,
                        """
                        <div class="form-qr"><svg viewBox="0 0 %d %d" role="img" aria-label="%s"\
                         shape-rendering="crispEdges"><rect width="%d" height="%d" fill="#fff"></rect>\
                        <path d="%s" fill="#000"></path></svg></div>\
                        """,
                        size,
                        size,
                        HtmlUtils.htmlEscape(description),
                        size,
                        size,
                        path(modules)));
    }

    private static ByteMatrix encode(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("No QR code holds " + text, e);
        }
    }

    /** Each run of dark modules in a line is a rectangle. */
    private static String path(ByteMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int from = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) {
                    x++;
                }
                if (x > from) {
                    path.append(
                            String.format(
                                    Locale.ROOT,
                                    "M%d %dh%dv1h-%dz",
                                    from + QUIET_ZONE,
                                    y + QUIET_ZONE,
                                    x - from,
                                    x - from));
                }
                x++;
            }
        }
        return path.toString();
    }
}
