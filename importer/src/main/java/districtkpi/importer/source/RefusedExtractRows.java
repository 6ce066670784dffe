package districtkpi.importer.source;

import districtkpi.importer.Issue;
import districtkpi.importer.RefusedRow;
import districtkpi.importer.table.FileRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes refused rows as they come, and keeps none. */
final class RefusedExtractRows implements ExtractReading.RowListener {

    private final CSVPrinter printer;
    private @Nullable List<String> headings;

    RefusedExtractRows(OutputStream out) throws IOException {
        printer =
                new CSVPrinter(
                        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
                        RefusedRow.FORMAT);
    }

    @Override
    public void refused(Optional<FileRow> row, List<String> header, List<Issue> errors) {
        if (errors.isEmpty()) {
            return;
        }
        try {
            if (headings == null || (row.isPresent() && !headings.equals(header))) {
                headings = header;
                printer.printRecord(RefusedRow.header(header, header.size()));
            }
            List<String> cells = row.map(FileRow::cells).orElse(List.of());
            List<String> masked = cells.stream().map(RefusedExtractRows::withoutPerson).toList();
            printer.printRecord(
                    RefusedRow.of(
                            masked,
                            Math.max(headings.size(), cells.size()),
                            row.map(FileRow::line).orElse(0),
                            errors));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What looks like a person's is not repeated, not even to whoever has the file. */
    private static String withoutPerson(String cell) {
        return PersonalData.find(cell).isPresent() ? "•••" : cell;
    }

    /** Ends the file; without a refused row it has the columns of errors alone. */
    void end() throws IOException {
        if (headings == null) {
            printer.printRecord(RefusedRow.COLUMNS);
        }
        printer.flush();
    }
}
