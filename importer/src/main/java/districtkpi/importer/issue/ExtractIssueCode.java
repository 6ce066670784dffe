package districtkpi.importer.issue;

import static districtkpi.importer.Issue.Severity.ERROR;
import static districtkpi.importer.Issue.Severity.INFORMATION;
import static districtkpi.importer.Issue.Severity.WARNING;

import districtkpi.domain.TextBundle;
import districtkpi.importer.Issue.Severity;

/**
 * What can be said about an extract beyond what can be said about any file. The names are part of
 * the API and never change.
 */
public enum ExtractIssueCode implements MessageCode {
    /** No sheet has the columns of the source. */
    NO_KNOWN_HEADER(ERROR),
    /** A column that is needed was not recognised. */
    COLUMN_NOT_FOUND(ERROR),
    /** Two headings mean the same column. */
    COLUMN_TWICE(ERROR),
    /** A heading that somebody mapped is not there. */
    MAPPED_HEADING_MISSING(ERROR),
    /** Something was mapped that the source has not. */
    UNKNOWN_SOURCE_COLUMN(ERROR),
    /** Columns that nothing is taken from. */
    COLUMN_LEFT_OUT(INFORMATION),
    /** A column of persons. */
    PERSONAL_COLUMN(ERROR),
    /** A person is named. */
    PERSON_NAME(ERROR),
    /** Somebody could be called. */
    TELEPHONE_NUMBER(ERROR),
    /** A sum of other rows. */
    TOTAL_LEFT_OUT(WARNING),
    /** A total that other rows do not add up to. */
    TOTAL_DIFFERS(WARNING),
    /** A row that may restate others. */
    SUM_OF_OTHER_ROWS(ERROR),
    /** A text that may be the word for a sum, or a name. */
    TOTAL_OR_NAME(ERROR),
    /** A total of nothing that the file has. */
    TOTAL_WITHOUT_ROWS(ERROR),
    /** It was said that a row is no total. */
    COUNTED_AS_SAID(WARNING),
    /** A row that has in every cell that is read what another one has. */
    SAME_ROW(ERROR),
    /** An earlier state of what another row says. */
    EARLIER_STATE(ERROR),
    /** States of which nothing tells which is the newest. */
    NEWEST_STATE_UNKNOWN(ERROR),
    /** It was said that a row says again what another one says. */
    REPEATED_ROW_LEFT_OUT(WARNING),
    /** It was said that rows which look alike all count. */
    REPEATED_ROW_COUNTED(WARNING),
    /** More rows than are compared with each other. */
    REPEATS_NOT_SOUGHT(WARNING),
    /** Sheets that may restate each other. */
    DISTRICT_ON_SEVERAL_SHEETS(ERROR),
    /** It was said that all sheets count. */
    SHEETS_COUNT_TOGETHER(WARNING),
    /** It was said that other sheets count. */
    SHEET_NOT_CHOSEN(WARNING),
    /** A sheet was named that is not there. */
    UNKNOWN_SHEET(ERROR),
    /** The province itself, which is no district. */
    PROVINCE_LEFT_OUT(WARNING),
    /** Text below or beside the table. */
    NOTE_LEFT_OUT(WARNING),
    /** A row of another year. */
    OTHER_YEAR_LEFT_OUT(WARNING),
    /** Whose row is it? */
    NO_DISTRICT(ERROR),
    /** The district is another one. */
    OTHER_DISTRICT(ERROR),
    /** Not the code of a village. */
    NOT_A_VILLAGE_CODE(ERROR),
    /** None of the words that can stand there. */
    UNKNOWN_CHOICE(ERROR),
    /** No month of a year. */
    NOT_A_MONTH(ERROR),
    /** No quarter. */
    NOT_A_QUARTER(ERROR),
    /** No fiscal year. */
    NOT_A_FISCAL_YEAR(ERROR),
    /** Neither the first nor the second time. */
    NOT_A_TIME_OF_YEAR(ERROR),
    /** Neither yes nor no. */
    NOT_YES_OR_NO(ERROR),
    /** Half a thing. */
    NOT_WHOLE(ERROR),
    /** Less than can be. */
    TOO_SMALL(ERROR),
    /** More than all of it. */
    MORE_THAN_ALL(WARNING),
    /** The same bytes were taken in before as something else. */
    IMPORTED_AS_OTHER(ERROR),
    /** Nothing but a header. */
    NO_ROWS(ERROR),
    /** A value that the agreement has no measure for. */
    MEASURE_NOT_AGREED(INFORMATION),
    /** The measure of that name is something else. */
    MEASURE_OF_OTHER_KIND(WARNING),
    /** Nothing to count, or nothing to compare it with. */
    NO_FIGURE(INFORMATION),
    /** A sum below nothing. */
    NEGATIVE_FIGURE(ERROR),
    /** A share of more than all. */
    SHARE_ABOVE_ALL(WARNING),
    /** The agreement says that the indicator of a figure does not apply to the district. */
    FIGURE_NOT_FOR_DISTRICT(WARNING);

    private static final TextBundle TEXTS = TextBundle.beside(ExtractIssueCode.class, "extracts");

    private final Severity severity;

    ExtractIssueCode(Severity severity) {
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
