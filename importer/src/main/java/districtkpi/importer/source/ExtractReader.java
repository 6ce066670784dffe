package districtkpi.importer.source;

import districtkpi.db.extract.ExtractRepository;
import districtkpi.db.extract.ExtractRowWriter;
import districtkpi.db.place.DistrictRepository;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.place.District;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.DistrictNames;
import districtkpi.importer.table.ImportLimits;
import districtkpi.importer.table.IssueLog;
import districtkpi.importer.table.RowReader;
import districtkpi.importer.table.RowReaders;
import districtkpi.importer.table.UnreadableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads extracts as often as it takes to know what counts: rows that may say again what others say
 * are looked for first, and where days turn out to have the month first, all is read once more.
 */
final class ExtractReader {

    private final DistrictRepository districts;
    private final ExtractRepository extracts;
    private final ImportLimits limits;
    private final WriteTransaction writing;

    ExtractReader(
            DistrictRepository districts,
            ExtractRepository extracts,
            ImportLimits limits,
            WriteTransaction writing) {
        this.districts = districts;
        this.extracts = extracts;
        this.limits = limits;
        this.writing = writing;
    }

    /**
     * An extract that was read.
     *
     * @param orders of day and month in its columns
     */
    record Taken(IncomingExtract incoming, DateOrders orders, ExtractReading reading) {}

    /** What is known of rows before they are read. */
    record Known(Doubts doubts, Repeats repeats) {

        static Known nothing() {
            return new Known(Doubts.open(), Repeats.open());
        }
    }

    /** What reads a file. */
    interface FileStep<T> {
        T run() throws IOException;
    }

    /** Reading a file that lies here fails only where the disk does. */
    static <T> T unchecked(FileStep<T> step) {
        try {
            return step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the file of a request. */
    RowReader open(ExtractRequest request) throws IOException {
        return RowReaders.open(request.file(), request.name(), limits, request.corrections());
    }

    /** What somebody said of the order of day and month. */
    static DateOrders said(ExtractRequest request) {
        return DateOrders.said(request.whatCounts().dates());
    }

    /** Where days turn out to have the month first, the file is read again from the beginning. */
    Taken read(IncomingExtract incoming, Agreement agreement, long extractId) throws IOException {
        DateOrders said = said(incoming.request());
        ExtractReading first =
                writing.partUnless(
                        reading -> !reading.monthFirst().isEmpty(),
                        () -> unchecked(() -> read(incoming, agreement, extractId, said)));
        if (first.monthFirst().isEmpty()) {
            return new Taken(incoming, said, first);
        }
        IncomingExtract again = incoming.with(new IssueLog(limits.issues()));
        DateOrders decided = said.with(first.monthFirst());
        return new Taken(again, decided, read(again, agreement, extractId, decided));
    }

    /** Reads an extract and writes its rows. */
    ExtractReading read(
            IncomingExtract incoming, Agreement agreement, long extractId, DateOrders orders)
            throws IOException {
        ExtractRequest request = incoming.request();
        ExtractReading reading =
                reading(incoming, agreement, known(incoming, agreement, orders), orders);
        try (RowReader rows = open(request)) {
            extracts.copyRows(
                    extractId,
                    writer -> reading.read(rows, writer, incoming.progress(), incoming.size()));
        } catch (UnreadableFileException e) {
            incoming.log().add(e.code(), new Cell(e.line(), "", ""), e.arguments().toArray());
        }
        return reading;
    }

    /**
     * Where it was said what rows are that may say again what others say, they are looked for.
     * Whether a row is a total decides whether it is compared with others, and one that is left out
     * as a repeat is no part of a total: what was found of the one is held against the other.
     */
    Known known(IncomingExtract incoming, Agreement agreement, DateOrders orders)
            throws IOException {
        WhatCounts said = incoming.request().whatCounts();
        Optional<WhatCounts.DoubtfulRows> ofTotals = said.ofTotalRows();
        Optional<WhatCounts.DoubtfulRows> ofRepeats = said.ofRepeatedRows();
        if (ofTotals.isEmpty() && ofRepeats.isEmpty()) {
            return Known.nothing();
        }
        Known found = Known.nothing();
        search(incoming, agreement, found, orders);
        if (ofRepeats.isEmpty()) {
            return new Known(
                    ofTotals.map(found.doubts()::settled).orElseGet(Doubts::open), Repeats.open());
        }
        Repeats compared = found.repeats();
        if (ofTotals.isPresent()) {
            compared = Repeats.open();
            Doubts settled = found.doubts().settled(ofTotals.get());
            search(incoming, agreement, new Known(settled, compared), orders);
        }
        Known known = new Known(found.doubts().again(), compared.settled(ofRepeats.get()));
        if (ofTotals.isEmpty()) {
            return known;
        }
        search(incoming, agreement, known, orders);
        return new Known(known.doubts().settled(ofTotals.get()), known.repeats());
    }

    /** Reads the file only to know more of it before it is read again. */
    ExtractReading search(
            IncomingExtract incoming, Agreement agreement, Known known, DateOrders orders)
            throws IOException {
        ExtractRequest request = incoming.request();
        ExtractReading reading =
                reading(IncomingExtract.toCheck(request), agreement, known, orders);
        try (RowReader rows = open(request)) {
            reading.read(
                    rows,
                    new ExtractRowWriter((_, _, _) -> {}, 1),
                    incoming.progress(),
                    incoming.size());
        } catch (UnreadableFileException _) {
            // Said when it is read again.
        }
        return reading;
    }

    /** What is ready to read an extract. */
    ExtractReading reading(
            IncomingExtract incoming, Agreement agreement, Known known, DateOrders orders) {
        ExtractRequest request = incoming.request();
        return new ExtractReading(
                request.source(),
                extracts.headings(request.source().id()),
                request.mapping(),
                span(incoming, agreement),
                new DistrictNames(
                        districts(agreement),
                        DistrictNames.endedWithin(
                                districts.findAll(agreement.provinceCode()),
                                agreement.firstDay(),
                                agreement.lastDay())),
                request.onlyDistrict(),
                request.whatCounts(),
                known.doubts(),
                known.repeats(),
                orders,
                request.corrections(),
                limits,
                incoming.log());
    }

    /** What comes out of rows that were written. */
    ExtractFigures figures(
            IncomingExtract incoming,
            Agreement agreement,
            long extractId,
            ExtractReading reading,
            IssueLog log) {
        return ExtractFigures.of(
                incoming.request().source(),
                reading.sheets(),
                extractId,
                span(incoming, agreement),
                agreement,
                extracts,
                log);
    }

    private static RoundSpan span(IncomingExtract incoming, Agreement agreement) {
        return new RoundSpan(incoming.round(), agreement.firstDay(), incoming.request().asOf());
    }

    /** The districts that a round is about. */
    List<District> districts(Agreement agreement) {
        return districts.findValid(agreement.provinceCode(), agreement.lastDay());
    }
}
