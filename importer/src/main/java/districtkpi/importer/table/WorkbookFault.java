package districtkpi.importer.table;

import districtkpi.domain.LocalizedText;
import districtkpi.importer.issue.IssueCode;

/** Refusals of workbooks. */
final class WorkbookFault {

    private WorkbookFault() {}

    static UnreadableFileException damaged(int line, String th, String en) {
        return new UnreadableFileException(
                IssueCode.DAMAGED_WORKBOOK, line, new LocalizedText(th, en));
    }

    /** Something is wrong with the inside of a part. */
    static UnreadableFileException damagedPart(int line, String part) {
        String shown = CellText.shown(part);
        return damaged(
                line, "อ่านส่วน " + shown + " ไม่ได้", "its part " + shown + " cannot be read");
    }

    /**
     * There is more of something than is read.
     *
     * @param most with its unit
     */
    static UnreadableFileException tooLarge(String th, String en, Object most) {
        return new UnreadableFileException(
                IssueCode.WORKBOOK_TOO_LARGE, 0, new LocalizedText(th, en), most);
    }
}
