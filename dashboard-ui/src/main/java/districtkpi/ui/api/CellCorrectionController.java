package districtkpi.ui.api;

import districtkpi.db.account.Permission;
import districtkpi.db.result.CellCorrectionRepository;
import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.StoredCellCorrection;
import districtkpi.db.result.StoredImport;
import districtkpi.export.table.Cell;
import districtkpi.export.table.Cells;
import districtkpi.export.table.Table;
import districtkpi.ui.security.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What was read in the place of cells of an imported file, which itself is kept as it came: {@code
 * cell-corrections.csv}. Figures that others replaced are something else ({@link
 * CorrectionsTable}).
 */
@RestController
@Requires(Permission.SOURCES)
class CellCorrectionController {

    static final Set<Query> PARAMETERS = Set.of(Query.BYTE_ORDER_MARK);

    static final Table<StoredCellCorrection> COLUMNS =
            Table.<StoredCellCorrection>columns()
                    .whole("import_id", StoredCellCorrection::importId)
                    .text("sheet", StoredCellCorrection::sheet)
                    .whole("line", StoredCellCorrection::line)
                    .whole("column", StoredCellCorrection::column)
                    .text("heading", StoredCellCorrection::heading)
                    .text("before", StoredCellCorrection::before)
                    .text("after", StoredCellCorrection::after)
                    .cell("district", Cell.Kind.TEXT, one -> Cells.word(one.ofDistrict()))
                    .word("corrected_at", StoredCellCorrection::correctedAt)
                    .cell("account", Cell.Kind.TEXT, one -> Cells.word(one.correctedBy()))
                    .build();

    private final ImportRepository imports;
    private final CellCorrectionRepository corrections;
    private final Answers answers;

    CellCorrectionController(
            ImportRepository imports, CellCorrectionRepository corrections, Answers answers) {
        this.imports = imports;
        this.corrections = corrections;
        this.answers = answers;
    }

    @GetMapping(ApiPaths.VERSION_1 + "/imports/{id}/cell-corrections.csv")
    void csv(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        send(id, request, response, Download.Form.CSV);
    }

    @GetMapping(ApiPaths.VERSION_1 + "/imports/{id}/cell-corrections.json")
    void json(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        send(id, request, response, Download.Form.JSON);
    }

    private void send(
            String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Download.Form form) {
        boolean byteOrderMark = Parameters.of(request, PARAMETERS).flag(Query.BYTE_ORDER_MARK);
        answers.send(
                request,
                response,
                () -> {
                    long stored =
                            ImportController.number(id)
                                    .flatMap(imports::find)
                                    .map(StoredImport::id)
                                    .orElseThrow(
                                            () -> new ProblemException(Problem.unknownImport(id)));
                    return Download.of(
                            "import-" + stored + "-cell-corrections",
                            form,
                            out ->
                                    COLUMNS.write(
                                            corrections.find(List.of(stored)).stream(),
                                            form.ofTable(),
                                            byteOrderMark,
                                            out));
                });
    }
}
