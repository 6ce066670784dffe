package districtkpi.importer.source;

import districtkpi.importer.CellCorrection;
import districtkpi.importer.CellCorrections;
import districtkpi.importer.Issue;
import districtkpi.importer.WrongCell;
import districtkpi.importer.issue.ExtractIssueCode;
import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.CorrectedCells;
import districtkpi.importer.table.FileRow;
import districtkpi.importer.table.IssueLog;
import districtkpi.importer.table.WrongCells;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands in the place of cells of an extract, and which of its cells could be mended. */
final class ExtractCorrections {

    /** Errors that typing something else into their cells does not mend. */
    private static final Set<String> NOT_BY_TYPING =
            Set.of(
                    IssueCode.DAY_OR_MONTH.name(),
                    IssueCode.MERGED_VALUE.name(),
                    ExtractIssueCode.TOTAL_OR_NAME.name(),
                    ExtractIssueCode.TOTAL_WITHOUT_ROWS.name());

    private final CellCorrections corrections;
    private final IssueLog log;
    private final List<WrongCell> wrongCells = new ArrayList<>();

    /** Errors whose cells were looked for. */
    private int errorsSeen;

    ExtractCorrections(CellCorrections corrections, IssueLog log) {
        this.corrections = corrections;
        this.log = log;
    }

    /** What stands in the file is kept with it, whatever was put in its place. */
    void check() {
        for (CellCorrection one : corrections.all()) {
            PersonalData.find(one.before())
                    .ifPresent(code -> {
                        log.enter(one.sheet());
                        log.add(code, new Cell(one.line(), "", ""));
                    });
        }
        log.enter("");
    }

    /** The row is gone once it was read, so what can be mended in it is kept. */
    void keepWrong(FileRow row, @Nullable SheetColumns of) {
        List<Issue> errors = log.errorsAfter(errorsSeen);
        errorsSeen += errors.size();
        if (errors.isEmpty() || of == null || row.line() <= of.headerLine()) {
            return;
        }
        WrongCells wrong =
                new WrongCells(CellText.nameOfSheet(row.sheet()), of.headings(), corrections);
        errors.stream()
                .filter(error -> error.line() == row.line())
                .filter(error -> !NOT_BY_TYPING.contains(error.code()))
                .flatMap(error ->
                        wrong
                                .find(error, row::own, column -> row.above(column, of.headerLine()))
                                .stream())
                .filter(cell ->
                        PersonalData.find(cell.own()).isEmpty()
                                && PersonalData.find(cell.text()).isEmpty())
                .forEach(wrongCells::add);
    }

    /** The cells that errors are about, as far as they can be mended. */
    List<WrongCell> wrongCells() {
        return wrongCells;
    }

    /** Says how many cells were mended, and which could not be. */
    void report(List<SheetColumns> sheets) {
        if (corrections.isEmpty()) {
            return;
        }
        if (!sheets.isEmpty()) {
            CorrectedCells.check(
                    corrections,
                    sheets.stream()
                            .collect(
                                    Collectors.toMap(
                                            known -> CellText.nameOfSheet(known.sheet()),
                                            known ->
                                                    new CorrectedCells.Header(
                                                            known.headerLine(),
                                                            known.headings().size()),
                                            (one, _) -> one)),
                    log);
        }
        log.addFile(IssueCode.CELLS_MENDED, corrections.all().size());
    }
}
