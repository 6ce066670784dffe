package districtkpi.importer.register;

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
 * @param issues what is wrong with it; nothing of it is stored while there is any
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

    /** Whether it can be stored, and would change something. */
    public boolean isStorable() {
        return issues.isEmpty() && !changes().isEmpty();
    }
}
