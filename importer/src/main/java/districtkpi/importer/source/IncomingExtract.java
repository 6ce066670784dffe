package districtkpi.importer.source;

import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportProgress;
import districtkpi.importer.ImportReport;
import districtkpi.importer.ImportReport.Counts;
import districtkpi.importer.ImportReport.Status;
import districtkpi.importer.WrongCell;
import districtkpi.importer.table.IssueLog;
import java.util.List;
import java.util.Optional;

/**
 * An extract on its way in.
 *
 * @param basis of the dry run that was shown, where there was one
 */
record IncomingExtract(
        ExtractRequest request,
        String name,
        long size,
        String sha256,
        boolean dryRun,
        Optional<String> basis,
        ImportProgress progress,
        IssueLog log) {

    RoundId round() {
        return request.round();
    }

    /** The same from the beginning. */
    IncomingExtract with(IssueLog other) {
        return new IncomingExtract(request, name, size, sha256, dryRun, basis, progress, other);
    }

    Status success() {
        return dryRun ? Status.DRY_RUN : Status.COMMITTED;
    }

    /** What is read only to see what is wrong with it, however much that is. */
    static IncomingExtract toCheck(ExtractRequest request) {
        return new IncomingExtract(
                request,
                request.safeName(),
                0,
                "",
                true,
                Optional.empty(),
                ImportProgress.NONE,
                new IssueLog(Integer.MAX_VALUE));
    }

    /** The report of an extract that something is wrong with before it was read. */
    ExtractReport rejected() {
        return rejected(List.of(), 0, List.of(), List.of());
    }

    /** The report of an extract that something is wrong with. */
    ExtractReport rejected(ExtractReading reading) {
        return rejected(
                reading.sheetsToMap(), reading.rows(), reading.questions(), reading.wrongCells());
    }

    private ExtractReport rejected(
            List<SheetColumns> sheets,
            long rows,
            List<ExtractReport.Question> questions,
            List<WrongCell> wrongCells) {
        return new ExtractReport(
                ImportReport.rejected(
                                name,
                                sha256,
                                Counts.rejected(
                                        Math.toIntExact(rows),
                                        (int) Math.min(log.linesWithError(), rows)),
                                log.issues())
                        .withCells(request.corrections(), wrongCells),
                sheets.stream().map(SheetColumns::toReport).toList(),
                List.of(),
                0,
                List.of(),
                List.of(),
                questions);
    }
}
