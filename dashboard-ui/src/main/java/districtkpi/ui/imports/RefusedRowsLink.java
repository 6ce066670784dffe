package districtkpi.ui.imports;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.office.importing.RefusedFile;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Saves the rows of a file that something is wrong with. */
class RefusedRowsLink extends Anchor {

    /** Makes spreadsheet programs read Thai as what it is. */
    private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    RefusedRowsLink(RefusedFile file, String text) {
        super(
                event -> {
                    event.setFileName(file.name());
                    event.setContentType("text/csv;charset=UTF-8");
                    try (OutputStream out = event.getOutputStream()) {
                        out.write(MARK);
                        file.content().writeTo(out);
                    }
                },
                text);
        setId("download-issues");
    }
}
