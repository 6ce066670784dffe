package districtkpi.ui.imports;

import com.vaadin.flow.component.html.Anchor;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.RefusedRow;
import districtkpi.importer.result.RefusedRows;
import districtkpi.importer.result.ResultImportService;
import districtkpi.importer.source.ExtractImportService;
import districtkpi.importer.source.ExtractRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The rows of a file that something is wrong with, all of them, written when they are asked for.
 */
record RefusedFile(String name, Content content) {

    /** Makes spreadsheet programs read Thai as what it is. */
    private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    /** Writes the rows as CSV. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * @param round that was taken for a file that names none
     */
    static RefusedFile of(ImportFile file, Optional<RoundId> round, ResultImportService results) {
        return new RefusedFile(
                RefusedRows.fileName(file),
                out ->
                        out.write(
                                RefusedRows.csv(file, results.check(file, round))
                                        .getBytes(StandardCharsets.UTF_8)));
    }

    static RefusedFile of(ExtractRequest request, ExtractImportService extracts) {
        return new RefusedFile(
                RefusedRow.fileName(request.safeName()),
                out -> extracts.writeRefused(request, out));
    }

    /** A link that saves it. */
    Anchor link(String text) {
        return new Anchor(
                event -> {
                    event.setFileName(name);
                    event.setContentType("text/csv;charset=UTF-8");
                    try (OutputStream out = event.getOutputStream()) {
                        out.write(MARK);
                        content.writeTo(out);
                    }
                },
                text);
    }
}
