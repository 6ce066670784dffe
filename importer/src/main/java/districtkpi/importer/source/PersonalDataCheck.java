package districtkpi.importer.source;

import districtkpi.importer.issue.IssueCode;
import districtkpi.importer.issue.MessageCode;
import districtkpi.importer.table.Cell;
import districtkpi.importer.table.CellText;
import districtkpi.importer.table.FileRow;
import districtkpi.importer.table.IssueLog;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses personal data in any cell of an extract, be it of use or not. */
final class PersonalDataCheck {

    private final IssueLog log;
    private boolean foundNumber;

    PersonalDataCheck(IssueLog log) {
        this.log = log;
    }

    /** Whether there was the number of a person in any cell so far. */
    boolean foundNumber() {
        return foundNumber;
    }

    /**
     * Refuses what is in the cells of a row.
     *
     * @param header above the row; absent if there is none, or it is not known yet
     * @param hidden whether nobody sees the sheet
     */
    void refuse(FileRow row, @Nullable SheetColumns header, boolean hidden) {
        List<String> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            Optional<MessageCode> found = PersonalData.find(cells.get(i));
            if (found.isPresent()) {
                String unnamed = hidden ? row.sheet() + "!" + CellText.columnLetters(i) : "";
                String heading = header == null ? unnamed : header.heading(i);
                foundNumber |= found.get() == IssueCode.PERSONAL_NUMBER;
                log.add(found.get(), new Cell(row.line(), heading, ""));
            }
        }
    }
}
