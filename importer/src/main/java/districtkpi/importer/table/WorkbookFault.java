package districtkpi.importer.table;

import districtkpi.domain.LocalizedText;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.issue.IssueCode;

/** Refusals of workbooks. */
final class WorkbookFault {

    private WorkbookFault() {}

    /**
     * Something is wrong with the whole.
     *
     * @param what the key of the text that says what
     */
    static UnreadableFileException damaged(int line, String what, Object... arguments) {
        return new UnreadableFileException(
                IssueCode.DAMAGED_WORKBOOK, line, ImportTexts.text(what, arguments));
    }

    /** Something is wrong with the inside of a part. */
    static UnreadableFileException damagedPart(int line, String part) {
        return damaged(line, "workbook.part", CellText.shown(part));
    }

    /**
     * There is more of something than is read.
     *
     * @param what the text that says of what
     * @param most with its unit
     */
    static UnreadableFileException tooLarge(LocalizedText what, Object most) {
        return new UnreadableFileException(IssueCode.WORKBOOK_TOO_LARGE, 0, what, most);
    }
}
