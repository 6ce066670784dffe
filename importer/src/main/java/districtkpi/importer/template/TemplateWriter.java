package districtkpi.importer.template;

import districtkpi.importer.SpreadsheetText;
import districtkpi.importer.WorkFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes templates as files. */
public final class TemplateWriter {

    private static final String PROGRAM = "District KPI";
    private static final String VERSION = "1.0";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The number format by which spreadsheets leave what is typed as it is. */
    private static final String TEXT = "@";

    private static final int NARROWEST = 10;
    private static final int MAX_WIDTH = 44;

    /** Of a column that is filled in: its header may take several lines. */
    private static final int MAX_HEADER_WIDTH = 24;

    private TemplateWriter() {}

    /** The table alone as CSV, with the mark by which Excel knows UTF-8. */
    public static byte[] csv(Template template) {
        StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
            printer.printRecord(neutral(template.header()));
            for (List<String> row : template.rows()) {
                printer.printRecord(
                        neutral(
                                IntStream.range(0, template.header().size())
                                        .mapToObj(i -> i < row.size() ? row.get(i) : "")
                                        .toList()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory could not be written", impossible);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> neutral(List<String> cells) {
        return cells.stream().map(SpreadsheetText::neutral).toList();
    }

    /** A workbook with the table and a second sheet that explains its columns. */
    public static byte[] xlsx(Template template) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Path written = WorkFolder.newFile("template-", ".xlsx");
            try {
                try (OutputStream out = Files.newOutputStream(written)) {
                    write(template, out);
                }
                FinishedWorkbook.write(written, _ -> TemplateWriter::noResult, bytes);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The template could not be written", e);
        }
        return bytes.toByteArray();
    }

    private static Object noResult(String sheet, String address) {
        throw new IllegalStateException("A template has no formulas: " + sheet + "!" + address);
    }

    private static void write(Template template, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, PROGRAM, VERSION)) {
            Worksheet table = workbook.newWorksheet(template.sheet());
            writeRow(table, 0, template.header());
            for (int i = 0; i < template.rows().size(); i++) {
                writeRow(table, i + 1, template.rows().get(i));
            }
            for (int i = 0; i < template.header().size(); i++) {
                table.width(i, Math.min(MAX_HEADER_WIDTH, width(template.header().get(i))));
            }
            markHeader(table, template.header().size());
            keepText(table, template);
            table.freezePane(template.fixedColumns(), 1);
            writeExplanations(workbook.newWorksheet(template.explanationSheet()), template);
        }
    }

    /** What is filled in stays the text that it is when somebody edits it. */
    private static void keepText(Worksheet table, Template template) {
        if (template.fixedColumns() > 0 && !template.rows().isEmpty()) {
            table.range(1, 0, template.rows().size(), template.fixedColumns() - 1)
                    .style()
                    .format(TEXT)
                    .set();
        }
    }

    private static void writeExplanations(Worksheet sheet, Template template) {
        List<List<String>> rows = template.explanations();
        int columns = rows.getFirst().size();
        for (int i = 0; i < rows.size(); i++) {
            writeRow(sheet, i, rows.get(i));
        }
        for (int i = 0; i < columns; i++) {
            int column = i;
            int widest =
                    rows.stream()
                            .filter(row -> column < row.size())
                            .mapToInt(row -> width(row.get(column)))
                            .max()
                            .orElse(NARROWEST);
            sheet.width(column, Math.min(MAX_WIDTH, widest));
        }
        if (rows.size() > 1) {
            sheet.range(1, 0, rows.size() - 1, columns - 1)
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
        }
        markHeader(sheet, columns);
        sheet.freezePane(0, 1);
    }

    private static void writeRow(Worksheet sheet, int row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                sheet.value(row, i, cells.get(i));
            }
        }
    }

    private static void markHeader(Worksheet sheet, int columns) {
        sheet.range(0, 0, 0, columns - 1)
                .style()
                .bold()
                .wrapText(true)
                .verticalAlignment("top")
                .fillColor("DDE6F0")
                .set();
    }

    /** In characters of the usual font; signs above and below Thai letters take no room. */
    private static int width(String text) {
        int seen =
                (int)
                        text.codePoints()
                                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                                .count();
        return Math.max(NARROWEST, seen + 2);
    }
}
