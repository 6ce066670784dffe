package districtkpi.importer.source;

import districtkpi.domain.result.Measurement;
import districtkpi.importer.Issue;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** What came of an extract, as text that people can check. */
final class ExtractText {

    private ExtractText() {}

    static String of(ExtractReport report, List<Measurement> stored) {
        StringJoiner text = new StringJoiner("\n", "", "\n");
        text.add(
                String.format(
                        Locale.ROOT,
                        "%s, %d rows, %d left out",
                        report.report().status(),
                        report.report().rows(),
                        report.leftOut()));
        stored.forEach(figure -> text.add(ExtractContext.shown(figure)));
        report.workings()
                .forEach(working ->
                        text.add(
                                "%s %s: %s | %s"
                                        .formatted(
                                                working.district(),
                                                working.measure(),
                                                working.text().th(),
                                                working.text().en())));
        report.report().issues().forEach(issue -> text.add(of(issue)));
        return text.toString();
    }

    static String of(Issue issue) {
        return String.format(
                Locale.ROOT,
                "%s %s line %d [%s] “%s”: %s | %s",
                issue.severity(),
                issue.code(),
                issue.line(),
                issue.column(),
                issue.value(),
                issue.message().th(),
                issue.message().en());
    }
}
