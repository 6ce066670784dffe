package districtkpi.ui.api;

import districtkpi.importer.ImportReport;
import districtkpi.importer.source.ExtractReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An {@link ExtractReport} in the form of the API: that of every import, and what was made of the
 * rows.
 */
record ExtractAnswer(
        @Nullable Long id,
        ImportReport.Status status,
        String file,
        String sha256,
        int rows,
        int created,
        int changed,
        int unchanged,
        int rejected,
        List<ReportAnswer.IssueAnswer> issues,
        List<ReportAnswer.ImpactAnswer> impact,
        @Nullable String basis,
        List<EffectAnswer.ChangeAnswer> changes,
        int changesLeftOut,
        List<EffectAnswer.LevelAnswer> levels,
        int leftOut,
        List<SheetAnswer> sheets,
        List<WorkingAnswer> workings) {

    /** A sheet that was read: the heading of each column, and headings that were left out. */
    record SheetAnswer(
            String sheet, int headerLine, Map<String, String> columns, List<String> others) {

        private static SheetAnswer of(ExtractReport.Sheet sheet) {
            Map<String, String> columns = new TreeMap<>();
            sheet.columns().forEach((key, heading) -> columns.put(key.value(), heading));
            return new SheetAnswer(sheet.name(), sheet.headerLine(), columns, sheet.others());
        }
    }

    /** How a figure came about. */
    record WorkingAnswer(String district, String measure, String working, String workingTh) {}

    static ExtractAnswer of(ExtractReport report) {
        ReportAnswer answer = ReportAnswer.of(report.report());
        return new ExtractAnswer(
                answer.id(),
                answer.status(),
                answer.file(),
                answer.sha256(),
                answer.rows(),
                answer.created(),
                answer.changed(),
                answer.unchanged(),
                answer.rejected(),
                answer.issues(),
                answer.impact(),
                answer.basis(),
                answer.changes(),
                answer.changesLeftOut(),
                answer.levels(),
                report.leftOut(),
                report.sheets().stream().map(SheetAnswer::of).toList(),
                report.workings().stream()
                        .map(working ->
                                new WorkingAnswer(
                                        working.district().value(),
                                        working.measure().value(),
                                        working.text().en(),
                                        working.text().th()))
                        .toList());
    }
}
