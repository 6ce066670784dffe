package districtkpi.importer.issue;

import static districtkpi.importer.Issue.Severity.ERROR;

import districtkpi.domain.TextBundle;
import districtkpi.importer.Issue.Severity;

/** What can be wrong with a list of addresses beyond what can be wrong with any file. */
public enum AddressIssueCode implements MessageCode {
    /** No column of districts, or none of addresses. */
    NO_ADDRESS_COLUMNS(ERROR),
    /** No row has an address. */
    NO_ADDRESSES(ERROR),
    /** The cell of the address holds something else. */
    NOT_AN_ADDRESS(ERROR),
    /** An address of nobody. */
    DISTRICT_MISSING(ERROR),
    /** Two rows about one district. */
    DISTRICT_TWICE(ERROR);

    private static final TextBundle TEXTS = TextBundle.beside(AddressIssueCode.class, "addresses");

    private final Severity severity;

    AddressIssueCode(Severity severity) {
        this.severity = severity;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public TextBundle texts() {
        return TEXTS;
    }
}
