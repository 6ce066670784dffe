package districtkpi.ui.imports;

import districtkpi.importer.ImportProgress;
import districtkpi.importer.source.ExtractImportService;
import districtkpi.importer.source.ExtractReport;
import districtkpi.importer.source.ExtractRequest;
import java.util.Optional;

/** What is done with an extract, and what to show then. */
final class ExtractSteps {

    private final ExtractImportService extracts;

    ExtractSteps(ExtractImportService extracts) {
        this.extracts = extracts;
    }

    Step check(ExtractRequest request, ImportProgress progress) {
        return new Step.ExtractChecked(request, extracts.dryRun(request, progress), false);
    }

    /** Does exactly what was shown, or shows what it would do now. */
    Step commit(Step.ExtractChecked checked, ImportProgress progress) {
        ExtractRequest request = checked.request();
        ExtractReport report =
                extracts.commit(request, Optional.of(checked.report().report().basis()), progress);
        return Step.saysThatDataMoved(report.report())
                ? new Step.ExtractChecked(request, extracts.dryRun(request, progress), true)
                : new Step.ExtractFinished(request, report);
    }

    /** The rows of an extract that something is wrong with. */
    RefusedFile refused(ExtractRequest request) {
        return RefusedFile.of(request, extracts);
    }
}
