package districtkpi.export.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook, calculated by another program than the one that wrote it. */
final class RecomputedWorkbook {

    private final XSSFWorkbook workbook;
    private final FormulaEvaluator evaluator;

    private RecomputedWorkbook(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.evaluator = workbook.getCreationHelper().createFormulaEvaluator();
    }

    static byte[] bytes(ScoredRound round) {
        return bytes(round, Sheets.MAX_ROWS);
    }

    /**
     * A workbook of short sheets.
     *
     * @param maxRows of a sheet that goes on on another one
     */
    static byte[] bytes(ScoredRound round, int maxRows) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ScoreWorkbook.write(round, maxRows, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RecomputedWorkbook of(ScoredRound round) {
        return of(bytes(round));
    }

    static RecomputedWorkbook of(byte[] bytes) {
        try {
            return new RecomputedWorkbook(new XSSFWorkbook(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where what stands beside a formula, for readers that do not calculate, is not what it gives;
     * and sheets that do not say how far they reach.
     */
    List<String> wrongResults() {
        List<String> wrong = new ArrayList<>();
        for (Sheet sheet : workbook) {
            int columns = 0;
            for (Row row : sheet) {
                for (Cell cell : row) {
                    columns = Math.max(columns, cell.getColumnIndex());
                    if (cell.getCellType() == CellType.FORMULA && !isRight(cell)) {
                        wrong.add(sheet.getSheetName() + "!" + cell.getAddress() + " " + cell);
                    }
                }
            }
            CellRangeAddress reach = new CellRangeAddress(0, sheet.getLastRowNum(), 0, columns);
            CellRangeAddress said = ((XSSFSheet) sheet).getDimension();
            if (!said.equals(reach)) {
                wrong.add(sheet.getSheetName() + " " + said + " instead of " + reach);
            }
        }
        return wrong;
    }

    private boolean isRight(Cell cell) {
        CellType beside = cell.getCachedFormulaResultType();
        String text = beside == CellType.STRING ? cell.getStringCellValue() : "";
        double number = beside == CellType.NUMERIC ? cell.getNumericCellValue() : 0;
        boolean flag = beside == CellType.BOOLEAN && cell.getBooleanCellValue();
        CellValue worked = evaluator.evaluate(cell);
        return ((XSSFCell) cell).getRawValue() != null
                && worked.getCellType() == beside
                && switch (beside) {
                    case STRING -> worked.getStringValue().equals(text);
                    case BOOLEAN -> worked.getBooleanValue() == flag;
                    default ->
                            Math.abs(worked.getNumberValue() - number)
                                    <= 1e-12 * Math.max(1, Math.abs(number));
                };
    }

    /** The names of the sheets in their order. */
    List<String> sheets() {
        List<String> names = new ArrayList<>();
        workbook.forEach(sheet -> names.add(sheet.getSheetName()));
        return names;
    }

    /** What stands in the first column of a sheet, its header too. */
    List<String> first(String sheet) {
        List<String> texts = new ArrayList<>();
        workbook.getSheet(sheet).forEach(row -> texts.add(row.getCell(0).toString()));
        return texts;
    }

    /** The rows of a sheet without its header. */
    List<Line> lines(String sheet) {
        Sheet found = workbook.getSheet(sheet);
        List<String> names = new ArrayList<>();
        found.getRow(0).forEach(cell -> names.add(cell.getStringCellValue()));
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i <= found.getLastRowNum(); i++) {
            lines.add(new Line(found.getRow(i), names, evaluator));
        }
        return lines;
    }

    /** The first row of a sheet that has a text in a column. */
    Line line(String sheet, String column, String text) {
        return lines(sheet).stream()
                .filter(line -> line.get(column).equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** A row with the names of its columns. */
    record Line(Row row, List<String> names, FormulaEvaluator evaluator) {

        /**
         * What stands in a cell once it is calculated: text, {@code true}, a number, or nothing.
         */
        String get(String name) {
            int column = names.indexOf(name);
            if (column < 0) {
                throw new AssertionError("No column " + name + " in " + names);
            }
            Cell cell = row.getCell(column);
            if (cell == null || cell.getCellType() == CellType.BLANK) {
                return "";
            }
            CellValue value = evaluator.evaluate(cell);
            return switch (value.getCellType()) {
                case STRING -> value.getStringValue();
                case BOOLEAN -> String.valueOf(value.getBooleanValue());
                case NUMERIC -> new BigDecimal(value.getNumberValue()).toPlainString();
                case ERROR, FORMULA, BLANK, _NONE ->
                        throw new AssertionError(
                                name + " of row " + row.getRowNum() + ": " + value);
            };
        }

        Optional<BigDecimal> number(String name) {
            String text = get(name);
            return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
        }

        /** Empties a cell. */
        void clear(String name) {
            row.getCell(names.indexOf(name)).setBlank();
            evaluator.clearAllCachedResultValues();
        }

        /** Changes what stands in a cell. */
        void set(String name, double value) {
            Cell cell = row.getCell(names.indexOf(name));
            (cell == null ? row.createCell(names.indexOf(name)) : cell).setCellValue(value);
            evaluator.clearAllCachedResultValues();
        }
    }
}
