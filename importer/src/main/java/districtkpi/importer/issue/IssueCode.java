package districtkpi.importer.issue;

import static districtkpi.importer.Issue.Severity.ERROR;
import static districtkpi.importer.Issue.Severity.INFORMATION;
import static districtkpi.importer.Issue.Severity.WARNING;

import districtkpi.domain.TextBundle;
import districtkpi.importer.Issue.Severity;

/**
 * What can be wrong or doubtful in a file of rows, above all in a results file. The names are part
 * of the API and never change.
 */
public enum IssueCode implements MessageCode {
    /** Nothing to read. */
    EMPTY_FILE(ERROR),
    /** More bytes than allowed. */
    TOO_LARGE(ERROR),
    /** A workbook, a picture, a web page: nothing that has rows and cells as text. */
    NOT_A_TABLE(ERROR),
    /** A workbook of the form that Excel had before 2007. */
    OLD_WORKBOOK(ERROR),
    /** A workbook that only opens with a password. */
    ENCRYPTED_WORKBOOK(ERROR),
    /** A workbook that Excel would want to repair. */
    DAMAGED_WORKBOOK(ERROR),
    /** A file within the file. */
    NESTED_FILE(ERROR),
    /** A workbook that holds, or would unpack to, more than is read. */
    WORKBOOK_TOO_LARGE(ERROR),
    /** Bytes that are a text in none of the encodings that are understood. */
    BAD_ENCODING(ERROR),
    /** The first row names no column that is known. */
    NO_HEADER(ERROR),
    /** Rows above the header. */
    TITLE_LEFT_OUT(INFORMATION),
    /** A column that must be there is not. */
    MISSING_COLUMN(ERROR),
    /** Two columns of one name. */
    DUPLICATE_COLUMN(ERROR),
    /** A column that nobody reads. */
    UNKNOWN_COLUMN(WARNING),
    /** A column without a name that is not empty. */
    UNNAMED_COLUMN(WARNING),
    /** A heading that stands above several columns with figures: which of them is meant? */
    HEADING_OF_SEVERAL(ERROR),
    /** A second row of headings below the first. */
    SECOND_HEADER_ROW(ERROR),
    /** One figure for several rows. */
    MERGED_VALUE(ERROR),
    /** A cell that several rows share, one of which has an error. */
    MERGED_ROWS(WARNING),
    /** A row with more cells than the header. */
    RAGGED_ROW(ERROR),
    /** Rows with fewer cells than the header: what programs leave out where the last are empty. */
    SHORT_ROWS(WARNING),
    /** The file ends within a row. */
    CUT_OFF(ERROR),
    /** A quoted cell without its end. */
    UNCLOSED_QUOTE(ERROR),
    /** Something between the closing quote and the separator. */
    TEXT_AFTER_QUOTE(ERROR),
    /** So many rows cannot be read that the rest is guesswork. */
    READING_STOPPED(ERROR),
    /** More rows than allowed. */
    TOO_MANY_ROWS(ERROR),
    /** A row without end. */
    ROW_TOO_LONG(ERROR),
    /** More columns than allowed. */
    TOO_MANY_COLUMNS(ERROR),
    /** A cell with more text than allowed. */
    CELL_TOO_LONG(ERROR),
    /** What identifies a person has no place here. */
    PERSONAL_NUMBER(ERROR),
    /** A cell that must be filled is empty. */
    CELL_EMPTY(ERROR),
    /** A hyphen, or what a program writes where it has nothing. */
    SIGN_OF_NOTHING(WARNING),
    /** The formula behind the cell failed before the file was saved. */
    SPREADSHEET_ERROR(ERROR),
    /** Results beside formulas that may be those of other figures. */
    NOT_RECALCULATED(WARNING),
    /** No such round was opened. */
    UNKNOWN_ROUND(ERROR),
    /** A spreadsheet made a date of the round, and it can be told which. */
    ROUND_WAS_DATE(WARNING),
    /** A spreadsheet made a date of the round, and it cannot be told which. */
    ROUND_IS_DATE(ERROR),
    /** The director declared the results of the round final. */
    ROUND_SIGNED_OFF(ERROR),
    /** The file says one round, the request another one. */
    ROUND_MISMATCH(ERROR),
    /** No such district in the province of the agreement. */
    UNKNOWN_DISTRICT(ERROR),
    /** Code and name are of two districts. */
    DISTRICT_MISMATCH(ERROR),
    /** A sum of the rows above, which would count twice. */
    TOTAL_ROW(ERROR),
    /** No such indicator in the agreement. */
    UNKNOWN_INDICATOR(ERROR),
    /** No such measure of the indicator. */
    UNKNOWN_MEASURE(ERROR),
    /** A value of another kind than the measure's. */
    WRONG_KIND(ERROR),
    /** Not a plain decimal number. */
    NOT_A_NUMBER(ERROR),
    /** More digits than can be kept. */
    TOO_MANY_DIGITS(ERROR),
    /** Half a thing cannot be counted. */
    NOT_A_WHOLE_NUMBER(ERROR),
    /** Parts of a thing that is counted whole, or of a satang. */
    UNUSUAL_DECIMALS(WARNING),
    /** Less than nothing. */
    NEGATIVE(ERROR),
    /** A percentage that no figures can give. */
    IMPOSSIBLE_PERCENTAGE(ERROR),
    /** More than all of it: taken, but somebody should look. */
    ABOVE_ONE_HUNDRED_PERCENT(WARNING),
    /** Neither a date nor close to one. */
    NOT_A_DATE(ERROR),
    /** A column that can only be read month first. */
    MONTH_FIRST(WARNING),
    /** It makes a difference which of two numbers is the month. */
    DAY_OR_MONTH(ERROR),
    /** Before the first or after the last day. */
    DATE_OUTSIDE_ROUND(ERROR),
    /** A day that has not come yet. */
    DATE_IN_FUTURE(WARNING),
    /** Done after the day that the figure describes. */
    DATE_AFTER_AS_OF(WARNING),
    /** A share of what? */
    OF_MISSING(ERROR),
    /** Of nothing there is no share. */
    OF_ZERO(ERROR),
    /** Something to compare with, where nothing is compared. */
    OF_NOT_ALLOWED(ERROR),
    /** A target without a result. */
    OF_WITHOUT_VALUE(WARNING),
    /** Not applicable, but why? */
    NOTE_MISSING(ERROR),
    /** A row of the wide form that has a note and no result. */
    NOTE_WITHOUT_VALUE(WARNING),
    /** The agreement says that the indicator does not apply to the district. */
    NOT_FOR_DISTRICT(WARNING),
    /** Two rows about the same thing. */
    DUPLICATE_KEY(ERROR),
    /** A second sheet that says what the first said. */
    SAME_ON_OTHER_SHEET(WARNING),
    /** One of several sheets was read. */
    SHEET_READ(INFORMATION),
    /** A sheet of a workbook is something else. */
    SHEET_LEFT_OUT(INFORMATION),
    /** A sheet that is about districts, but has no results. */
    SHEET_NOT_RESULTS(WARNING),
    /** A sheet that nobody sees in Excel. */
    SHEET_HIDDEN(WARNING),
    /** A figure of an earlier day than that of the one that counts. */
    OVERTAKEN(INFORMATION),
    /** A district that is none any more on the last day of the round. */
    DISTRICT_ENDED(ERROR),
    /** The same bytes were taken in before. */
    ALREADY_IMPORTED(INFORMATION),
    /** The same bytes were taken in before, for a round that only the request named. */
    IMPORTED_FOR_OTHER_ROUND(ERROR),
    /** The same bytes were taken in before, with day and month in another order. */
    IMPORTED_WITH_OTHER_DATES(ERROR),
    /** Cells of the file were mended, which itself stays as it came. */
    CELLS_MENDED(INFORMATION),
    /** More cells are mended than can be without a mended file. */
    TOO_MANY_CORRECTIONS(ERROR),
    /** What was mended is no longer what stands there. */
    CORRECTED_CELL_DIFFERS(ERROR),
    /** A cell was to be mended that the file does not have. */
    CORRECTED_CELL_MISSING(ERROR),
    /** A heading says what all cells below it are. */
    CORRECTED_HEADER(ERROR),
    /** A commit would not do what its dry run showed. */
    DATA_MOVED(ERROR),
    /** The list of issues is cut. */
    MORE_ISSUES(INFORMATION),
    /** The file of refused rows is cut. */
    MORE_ROWS(INFORMATION);

    private static final TextBundle TEXTS = TextBundle.beside(IssueCode.class, "files");

    private final Severity severity;

    IssueCode(Severity severity) {
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
