package districtkpi.ui.api;

import districtkpi.importer.ImportEffect;
import districtkpi.importer.ImportReport;
import districtkpi.importer.Issue;
import districtkpi.scoring.PlainDecimal;
import districtkpi.ui.api.EffectAnswer.ChangeAnswer;
import districtkpi.ui.api.EffectAnswer.LevelAnswer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** An {@link ImportReport} in the form of the API, for results and for agreements. */
record ReportAnswer(
        @Nullable Long id,
        ImportReport.Status status,
        String file,
        String sha256,
        int rows,
        int created,
        int changed,
        int unchanged,
        int rejected,
        List<IssueAnswer> issues,
        List<ImpactAnswer> impact,
        @Nullable String basis,
        List<ChangeAnswer> changes,
        int changesLeftOut,
        List<LevelAnswer> levels) {

    /** Something wrong or doubtful in the file. */
    record IssueAnswer(
            Issue.Severity severity,
            String code,
            String sheet,
            int line,
            String column,
            String value,
            String message,
            String messageTh) {

        static IssueAnswer of(Issue issue) {
            return new IssueAnswer(
                    issue.severity(),
                    issue.code(),
                    issue.sheet(),
                    issue.line(),
                    issue.column(),
                    issue.value(),
                    issue.message().en(),
                    issue.message().th());
        }
    }

    /** A district before and after; what it has not is null. */
    record ImpactAnswer(
            String round,
            String district,
            @Nullable String totalBefore,
            @Nullable String totalAfter,
            @Nullable Integer rankBefore,
            @Nullable Integer rankAfter) {

        static ImpactAnswer of(ImportEffect.Impact impact) {
            return new ImpactAnswer(
                    impact.round().toString(),
                    impact.district().toString(),
                    total(impact.totalBefore()),
                    total(impact.totalAfter()),
                    rank(impact.rankBefore()),
                    rank(impact.rankAfter()));
        }

        private static @Nullable String total(Optional<BigFraction> total) {
            return total.map(PlainDecimal::of).orElse(null);
        }

        private static @Nullable Integer rank(OptionalInt rank) {
            return rank.isPresent() ? rank.getAsInt() : null;
        }
    }

    static ReportAnswer of(ImportReport report) {
        return new ReportAnswer(
                report.id().isPresent() ? report.id().getAsLong() : null,
                report.status(),
                report.file(),
                report.sha256(),
                report.rows(),
                report.created(),
                report.changed(),
                report.unchanged(),
                report.rejected(),
                report.issues().stream().map(IssueAnswer::of).toList(),
                report.impact().stream().map(ImpactAnswer::of).toList(),
                report.status() == ImportReport.Status.REJECTED ? null : report.basis(),
                EffectAnswer.changes(report.changes()),
                EffectAnswer.leftOut(report.changes()),
                EffectAnswer.levels(report.levels()));
    }
}
