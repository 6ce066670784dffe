package districtkpi.importer.agreement;

import districtkpi.domain.LocalizedText;
import districtkpi.importer.Issue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is found in one file. Not safe for use by several threads. */
final class AgreementIssues {

    /** Enough to recognise a text in a list of issues. */
    private static final int LONGEST_VALUE = 100;

    private final List<Issue> issues = new ArrayList<>();

    void add(AgreementFault fault, int line, String path, String value, Object... arguments) {
        add(fault, line, path, value, fault.message(arguments));
    }

    void add(AgreementFault fault, int line, String path, String value, LocalizedText message) {
        issues.add(
                new Issue(fault.severity(), fault.name(), line, path, shortened(value), message));
    }

    /** The number of errors so far. */
    int errors() {
        return (int)
                issues.stream().filter(issue -> issue.severity() == Issue.Severity.ERROR).count();
    }

    /** What was found, by line; on one line in the order in which it was found. */
    List<Issue> inOrder() {
        return issues.stream().sorted(Comparator.comparingInt(Issue::line)).toList();
    }

    static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST_VALUE) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
    }
}
