package districtkpi.office.register;

import districtkpi.db.register.EmailAddress;
import districtkpi.domain.place.District;
import districtkpi.importer.Issue;
import java.util.List;
import java.util.Optional;

/**
 * What a list of addresses would change.
 *
 * @param lines the districts of the list that have an address in it, in its order; those that could
 *     not be read are left out
 * @param issues what is said about it; nothing of it is stored while there is an error
 */
public record AddressReport(List<Line> lines, List<Issue> issues) {

    public AddressReport {
        lines = List.copyOf(lines);
        issues = List.copyOf(issues);
    }

    /**
     * What becomes of one district's address.
     *
     * @param before absent where it has none so far
     */
    public record Line(District district, Optional<EmailAddress> before, EmailAddress after) {

        public boolean isChange() {
            return !before.equals(Optional.of(after));
        }
    }

    /** Those that would change. */
    public List<Line> changes() {
        return lines.stream().filter(Line::isChange).toList();
    }

    /** Whether something is wrong with it. */
    public boolean isRefused() {
        return issues.stream().anyMatch(issue -> issue.severity() == Issue.Severity.ERROR);
    }

    /** Whether it can be stored, and would change something. */
    public boolean isStorable() {
        return !isRefused() && !changes().isEmpty();
    }
}
