package districtkpi.importer.source;

import districtkpi.domain.agreement.Agreement;
import districtkpi.importer.table.RowReader;
import districtkpi.importer.table.UnreadableFileException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Gives the rows of an extract back that something is wrong with. */
final class RefusedExtractFile {

    private final ExtractRequestCheck requests;
    private final ExtractReader reader;

    RefusedExtractFile(ExtractRequestCheck requests, ExtractReader reader) {
        this.requests = requests;
        this.reader = reader;
    }

    /**
     * Writes the rows of an extract that something is wrong with, as they are and with what is
     * wrong, however many there are; stores nothing. Each sheet has its headings above its rows;
     * what is wrong with the whole file stands last.
     */
    void write(ExtractRequest request, OutputStream out) throws IOException {
        IncomingExtract incoming = IncomingExtract.toCheck(request);
        Optional<Agreement> agreement = requests.agreement(incoming.round());
        Shape shape = shape(request, agreement);
        RefusedExtractRows refused = new RefusedExtractRows(shape.ofRows(), out);
        requests.check(incoming, agreement);
        if (agreement.isPresent()) {
            try (RowReader rows = reader.open(request)) {
                reader.reading(
                                incoming,
                                agreement.get(),
                                reader.known(incoming, agreement.get(), shape.orders()),
                                shape.orders())
                        .readRefused(rows, refused);
            } catch (UnreadableFileException e) {
                incoming.log().add(e);
            }
        }
        refused.refused(Optional.empty(), incoming.log().drain());
        refused.end();
    }

    /**
     * What has to be known of a file before its rows are given back.
     *
     * @param orders of day and month in its columns
     */
    private record Shape(RefusedExtractRows.Shape ofRows, DateOrders orders) {}

    /** Reads the file once to know all of its columns: rows of any sheet may be the first ones. */
    private Shape shape(ExtractRequest request, Optional<Agreement> agreement) throws IOException {
        DateOrders said = ExtractReader.said(request);
        if (agreement.isEmpty()) {
            return new Shape(new RefusedExtractRows.Shape(List.of()), said);
        }
        ExtractReading reading =
                reader.reading(
                        IncomingExtract.toCheck(request),
                        agreement.get(),
                        ExtractReader.Known.nothing(),
                        said);
        RefusedExtractRows.Shape shape = new RefusedExtractRows.Shape(reading.sheets());
        try (RowReader rows = reader.open(request)) {
            reading.readRefused(rows, shape);
        } catch (UnreadableFileException _) {
            // Said when its rows are written.
        }
        return new Shape(shape, said.with(reading.monthFirst()));
    }
}
