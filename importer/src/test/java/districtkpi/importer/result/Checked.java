package districtkpi.importer.result;

import districtkpi.db.result.NewMeasurement;
import districtkpi.domain.agreement.RoundId;
import districtkpi.importer.ImportFile;
import districtkpi.importer.Issue;
import districtkpi.importer.table.ImportLimits;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Collectors;

/** A file read against the test rounds on 20 March 2022. */
record Checked(
        List<NewMeasurement> figures, List<Issue> issues, int rows, int rejected, boolean refused) {

    static final LocalDate TODAY = LocalDate.of(2022, 3, 20);
    static final ImportLimits LIMITS = new ImportLimits(20_000, 20, 60, 200, 1_000);

    private static final NavigableMap<RoundId, OpenRound> OPEN = TestRounds.open();

    static Checked file(String... lines) {
        return text(String.join("\n", lines) + "\n");
    }

    static Checked text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    static Checked bytes(byte[] content) {
        return check(new ImportFile("results.csv", content), Optional.empty(), LIMITS);
    }

    static Checked check(ImportFile file, Optional<RoundId> requested, ImportLimits limits) {
        ResultFile read = ResultFile.read(file, requested, limits);
        List<NewMeasurement> figures = read.figures(OPEN, TODAY);
        return new Checked(
                figures,
                read.log().issues(),
                read.rowCount(),
                read.rejectedCount(),
                read.log().hasErrors());
    }

    /** One line for each figure, without what is the same for all. */
    List<String> shown() {
        return figures.stream()
                .map(figure ->
                        figure.line()
                                + " "
                                + figure.round()
                                + " "
                                + figure.district()
                                + " "
                                + figure.measure()
                                + " "
                                + figure.value()
                                + " "
                                + figure.asOf())
                .toList();
    }

    /** "CODE line column value" of each issue. */
    List<String> codes() {
        return issues.stream()
                .map(issue ->
                        (issue.code()
                                        + " "
                                        + issue.line()
                                        + " "
                                        + issue.column()
                                        + " "
                                        + issue.value())
                                .strip())
                .toList();
    }

    /** All that a user sees of the issues. */
    String messages() {
        return issues.stream()
                .map(issue ->
                        String.format(
                                Locale.ROOT,
                                "%s %s line=%d column=%s value=%s%n  %s%n  %s%n",
                                issue.severity(),
                                issue.code(),
                                issue.line(),
                                issue.column(),
                                issue.value(),
                                issue.message().th(),
                                issue.message().en()))
                .collect(Collectors.joining());
    }
}
