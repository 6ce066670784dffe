package districtkpi.importer.agreement;

import districtkpi.importer.Issue;
import districtkpi.importer.Issue.Severity;
import districtkpi.importer.issue.AgreementIssueCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Collects what is found in one file. Not safe for use by several threads. */
final class AgreementIssues {

    /** Enough to correct a file, and few enough to be read. */
    static final int MAX_LISTED = 1_000;

    /** Enough to recognise a text in a list of issues. */
    private static final int MAX_VALUE_LENGTH = 100;

    private static final int MAX_NAMES = 12;

    private final List<Issue> errors = new ArrayList<>();
    private final List<Issue> others = new ArrayList<>();
    private int errorCount;
    private int dropped;

    /**
     * Adds an issue.
     *
     * @param arguments of the fault's message
     */
    void add(AgreementIssueCode fault, int line, String path, String value, Object... arguments) {
        boolean error = fault.severity() == Severity.ERROR;
        List<Issue> list = error ? errors : others;
        if (error) {
            errorCount++;
        }
        if (list.size() >= MAX_LISTED) {
            dropped++;
            return;
        }
        list.add(
                new Issue(
                        fault.severity(),
                        fault.name(),
                        line,
                        shortened(path),
                        shortened(value),
                        fault.message(arguments)));
    }

    /** The number of errors so far. */
    int errors() {
        return errorCount;
    }

    /** What was found, by line; on one line in the order in which it was found, errors first. */
    List<Issue> inOrder() {
        Stream<Issue> sorted =
                Stream.concat(errors.stream(), others.stream())
                        .sorted(Comparator.comparingInt(Issue::line));
        if (dropped == 0) {
            return sorted.toList();
        }
        AgreementIssueCode more = AgreementIssueCode.MORE_ISSUES;
        Issue last = new Issue(more.severity(), more.name(), 0, "", "", more.message(dropped));
        return Stream.concat(sorted, Stream.of(last)).toList();
    }

    static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= MAX_VALUE_LENGTH) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, MAX_VALUE_LENGTH)) + "…";
    }

    /** Names for a message, the first ones if there are many. */
    static String listed(Stream<String> names) {
        List<String> first = names.limit(MAX_NAMES + 1L).toList();
        return first.size() <= MAX_NAMES
                ? String.join(", ", first)
                : String.join(", ", first.subList(0, MAX_NAMES)) + " …";
    }
}
