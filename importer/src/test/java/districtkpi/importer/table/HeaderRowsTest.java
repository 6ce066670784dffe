package districtkpi.importer.table;

import static districtkpi.importer.table.WorkbookBytes.row;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.importer.issue.IssueCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderRowsTest {

    @TempDir Path folder;

    /** The rows of a workbook after joining, as "line: cell | cell". */
    private List<String> joined(WorkbookBytes workbook) throws IOException {
        Path file = Files.write(folder.resolve("file.xlsx"), workbook.bytes());
        List<FileRow> rows = new ArrayList<>();
        try (RowReader reader =
                RowReaders.open(file, "file.xlsx", ImportLimits.ofBytes(1_000_000))) {
            for (Optional<FileRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return HeaderRows.join(rows).stream()
                .map(row -> row.line() + ": " + String.join(" | ", row.cells()))
                .toList();
    }

    private static WorkbookBytes sheet(String... rows) {
        return new WorkbookBytes().sheet("A", String.join("", rows));
    }

    @Test
    void joinsWhatStandsBelowAMergedHeadingBesideHeadingsOfBothRows() throws IOException {
        assertThat(
                        joined(
                                sheet(
                                                row(1, "รายงาน"),
                                                row(3, "ที่", "อำเภอ", "ผล", "", "หมายเหตุ"),
                                                row(4, "", "", "จำนวนเงิน", "ร้อยละ"),
                                                row(5, "1", "ท่าบ่อ", "2", "3"))
                                        .merged("A1:E1", "A3:A4", "B3:B4", "C3:D3", "E3:E4")))
                .containsExactly(
                        "1: รายงาน",
                        "4: ที่ | อำเภอ | ผล › จำนวนเงิน | ผล › ร้อยละ | หมายเหตุ",
                        "5: 1 | ท่าบ่อ | 2 | 3");
    }

    @Test
    void joinsWithoutHeadingsThatAreMergedOverBothRows() throws IOException {
        assertThat(
                        joined(
                                sheet(
                                                row(1, "อำเภอ", "ผล", ""),
                                                row(2, "", "2564", "2565"),
                                                row(3, "ท่าบ่อ", "1", "2"))
                                        .merged("B1:C1")))
                .containsExactly("2: อำเภอ | ผล › 2564 | ผล › 2565", "3: ท่าบ่อ | 1 | 2");
        assertThat(
                        joined(
                                sheet(
                                                row(1, "", "ผล", ""),
                                                row(2, "อำเภอ", "จัดสรร", "เบิกจ่าย"),
                                                row(3, "ท่าบ่อ", "1", "2"))
                                        .merged("B1:C1")))
                .containsExactly("2: อำเภอ | ผล › จัดสรร | ผล › เบิกจ่าย", "3: ท่าบ่อ | 1 | 2");
    }

    @Test
    void joinsThreeRows() throws IOException {
        assertThat(
                        joined(
                                sheet(
                                                row(1, "อำเภอ", "ปี 2565", "", "", ""),
                                                row(2, "", "ไตรมาส 1", "", "ไตรมาส 2"),
                                                row(3, "", "ก", "ข", "ก", "ข"),
                                                row(4, "ท่าบ่อ", "1", "2", "3", "4"))
                                        .merged("A1:A3", "B1:E1", "B2:C2", "D2:E2")))
                .containsExactly(
                        "3: อำเภอ | ปี 2565 › ไตรมาส 1 › ก | ปี 2565 › ไตรมาส 1 › ข | ปี 2565 › ไตรมาส 2 › ก | ปี 2565 › ไตรมาส 2 › ข",
                        "4: ท่าบ่อ | 1 | 2 | 3 | 4");
    }

    @Test
    void leavesTitlesAndRowsOfDataAsTheyAre() throws IOException {
        List<String> table =
                List.of(
                        "1: รายงาน",
                        "2: อำเภอ | โครงการ | ผล",
                        "3: ท่าบ่อ | ก | ใช่",
                        "4:  | ข | ยัง");

        assertThat(
                        joined(
                                sheet(
                                                row(1, "รายงาน"),
                                                row(2, "อำเภอ", "โครงการ", "ผล"),
                                                row(3, "ท่าบ่อ", "ก", "ใช่"),
                                                row(4, "", "ข", "ยัง"))
                                        .merged("A1:C1", "A3:A4")))
                .isEqualTo(table);
        assertThat(
                        joined(
                                sheet(row(1, "อำเภอ", "ผล", ""), row(2, "ท่าบ่อ", "1", "2"))
                                        .merged("B1:C1")))
                .containsExactly("1: อำเภอ | ผล", "2: ท่าบ่อ | 1 | 2");
    }

    @Test
    void refusesMergedCellsWithoutEnd() throws IOException {
        StringBuilder references = new StringBuilder();
        for (int i = 0; i <= SheetMerges.MAX; i++) {
            references
                    .append("<mergeCell ref='A")
                    .append(i + 1)
                    .append(":B")
                    .append(i + 1)
                    .append("'/>");
        }
        WorkbookBytes workbook =
                new WorkbookBytes()
                        .sheet("A", row(1, "x"))
                        .part(
                                "xl/worksheets/sheet1.xml",
                                "<worksheet><sheetData/><mergeCells>"
                                        + references
                                        + "</mergeCells></worksheet>");

        assertThat(
                        org.assertj.core.api.Assertions.catchThrowableOfType(
                                        UnreadableFileException.class, () -> joined(workbook))
                                .code())
                .isEqualTo(IssueCode.WORKBOOK_TOO_LARGE);
    }
}
