package districtkpi.ui.api;

import districtkpi.importer.ImportReport;
import districtkpi.importer.result.UndoReport;
import districtkpi.ui.api.EffectAnswer.ChangeAnswer;
import districtkpi.ui.api.EffectAnswer.LevelAnswer;
import districtkpi.ui.api.ReportAnswer.ImpactAnswer;
import districtkpi.ui.api.ReportAnswer.IssueAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@link UndoReport} in the form of the API. */
record UndoAnswer(
        @Nullable Long undoId,
        ImportReport.Status status,
        long importId,
        String file,
        String sha256,
        int removed,
        int changed,
        int unchanged,
        List<IssueAnswer> issues,
        List<ImpactAnswer> impact,
        @Nullable String basis,
        List<ChangeAnswer> changes,
        int changesLeftOut,
        List<LevelAnswer> levels) {

    static UndoAnswer of(UndoReport report) {
        return new UndoAnswer(
                report.undoId().isPresent() ? report.undoId().getAsLong() : null,
                report.status(),
                report.importId(),
                report.file(),
                report.sha256(),
                report.removed(),
                report.changed(),
                report.unchanged(),
                report.issues().stream().map(IssueAnswer::of).toList(),
                report.impact().stream().map(ImpactAnswer::of).toList(),
                report.status() == ImportReport.Status.REJECTED ? null : report.basis(),
                EffectAnswer.changes(report.changes()),
                EffectAnswer.leftOut(report.changes()),
                EffectAnswer.levels(report.levels()));
    }
}
