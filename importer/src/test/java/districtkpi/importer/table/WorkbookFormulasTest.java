package districtkpi.importer.table;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.importer.issue.IssueCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside formulas, as programs write it that calculate and that do not. */
class WorkbookFormulasTest {

    private static final String TO_CALCULATE = "calcId='124519' fullCalcOnLoad='1'";

    @TempDir Path folder;

    /** The cells of all rows, and the codes of what else was said. */
    private List<String> cells(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("file.xlsx"), content);
        List<String> cells = new ArrayList<>();
        try (RowReader reader =
                RowReaders.open(file, "file.xlsx", ImportLimits.ofBytes(1_000_000))) {
            for (Optional<FileRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                cells.addAll(row.get().cells());
            }
            reader.remarks().forEach(remark -> cells.add(remark.code().name()));
        }
        return cells;
    }

    private List<String> cells(WorkbookBytes workbook, String rows) throws IOException {
        return cells(workbook.sheet("A", rows).bytes());
    }

    private List<String> cells(String cell) throws IOException {
        return cells(new WorkbookBytes(), "<row>" + cell + "</row>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c><f>A1</f></c>",
                "<c><f>A1</f><v/></c>",
                "<c><f>A1</f><v></v></c>",
                "<c><f>A1</f><v> </v></c>",
                "<c t='n'><f>A1</f><v></v></c>",
                "<c t='str'><f>A1</f></c>",
                "<c t='b'><f>A1</f><v></v></c>",
                "<c t='e'><f>A1</f><v></v></c>",
                "<c t='d'><f>A1</f><v></v></c>",
                "<c t='s'><f>A1</f><v></v></c>",
                "<c s='2'><f>DATE(2022,3,31)</f><v></v></c>",
                "<c><f t='shared' si='0'/><v></v></c>",
                "<c><f t='shared' ref='A1:A3' si='0'>B1</f></c>",
                "<c><f t='array' ref='A1'>B1</f><v></v></c>"
            })
    void aFormulaWithoutAResultIsAnError(String cell) throws IOException {
        assertThat(cells(cell)).containsExactly("#CALC!");
    }

    @ParameterizedTest
    @CsvSource({
        "<c><f>A1</f><v>0</v></c>, 0",
        "<c><f>A1</f><v>-0</v></c>, 0",
        "<c s='1'><f>A1</f><v>0</v></c>, 0%",
        "<c><f>A1</f><v>1.5</v></c>, 1.5",
        "<c><f>A1</f><v><![CDATA[1.5]]></v></c>, 1.5",
        "<c t='b'><f>A1</f><v>0</v></c>, FALSE",
        "<c t='str'><f>A1</f><v>x</v></c>, x",
        "<c t='inlineStr'><f>A1</f><is><t>x</t></is></c>, x",
        "<c t='s'><f>A1</f><v>0</v></c>, ท่าบ่อ"
    })
    void aResultIsRead(String cell, String result) throws IOException {
        assertThat(cells(cell)).containsExactly(result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c t='str'><f>A1</f><v></v></c>",
                "<c t='str'><f>A1</f><v/></c>",
                "<c t='s'><f>A1</f><v>2</v></c>",
                "<c t='inlineStr'><f>A1</f><is><t></t></is></c>",
                "<c/>",
                "<c><v></v></c>"
            })
    void aFormulaThatGivesAnEmptyTextIsEmpty(String cell) throws IOException {
        assertThat(
                        cells(
                                new WorkbookBytes()
                                        .texts("<si><t>a</t></si><si><t>b</t></si><si><t/></si>"),
                                "<row>" + cell + "<c><v>1</v></c></row>"))
                .containsExactly("", "1");
    }

    @Test
    void ofAFormulaThatGivesSeveralCellsEachHasAResult() throws IOException {
        String formula = "<c r='B1'><f t='array' ref='B1:C3'>D1:E3*2</f><v>7</v></c>";

        assertThat(
                        cells(
                                new WorkbookBytes(),
                                "<row r='1'>"
                                        + formula
                                        + "<c r='C1'><v>8</v></c></row>"
                                        + "<row r='2'><c r='A2'><v>1</v></c><c r='B2' s='1'/></row>"
                                        + "<row r='3'><c r='A3'><v>1</v></c><c r='C3' t='str'><v></v></c></row>"
                                        + "<row r='4'><c r='A4'><v>1</v></c></row>"))
                .containsExactly("", "7", "8", "1", "#CALC!", "#CALC!", "1", "#CALC!", "1");
    }

    @Test
    void aZeroOfAProgramThatCannotCalculateIsNoResult() throws IOException {
        String cells =
                "<row><c><f>A1</f><v>0</v></c><c><f>A1</f><v>0.0</v></c><c t='str'><f>A1</f><v></v></c><c><v>0</v></c></row>"
                        + "<row><c><f t='array' ref='A2:A3'>A1</f><v>0</v></c></row><row><c><v>0</v></c></row>";

        assertThat(cells(new WorkbookBytes().calculation(TO_CALCULATE), cells))
                .containsExactly("#CALC!", "#CALC!", "#CALC!", "0", "#CALC!", "#CALC!");
        assertThat(cells(new WorkbookBytes().calculation("calcCompleted='0'"), cells))
                .containsExactly("#CALC!", "#CALC!", "#CALC!", "0", "#CALC!", "#CALC!");
        assertThat(cells(new WorkbookBytes().program("Apache POI"), cells))
                .containsExactly("0", "#CALC!", "", "0", "0", "0");
        // Google's sheets, which are calculated, name no program and write every number like that.
        assertThat(cells(new WorkbookBytes(), cells)).containsExactly("0", "0", "", "0", "0", "0");
    }

    @Test
    void saysThatResultsMayBeOfOtherFigures() throws IOException {
        String cells = "<row><c><f>A1</f><v>7</v></c></row>";

        assertThat(cells(new WorkbookBytes().calculation(TO_CALCULATE), cells))
                .containsExactly("7", "NOT_RECALCULATED");
        assertThat(
                        cells(
                                new WorkbookBytes().calculation(TO_CALCULATE),
                                "<row><c><v>7</v></c></row>"))
                .containsExactly("7");
    }

    @Test
    void doesNotGetLostInFormulasOfSeveralCells() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 51_000; i++) {
            rows.append("<row><c><f t='array' ref='A").append(i).append(":XFD1048576'/></c></row>");
        }

        assertThat(
                        org.assertj.core.api.Assertions.catchThrowableOfType(
                                        UnreadableFileException.class,
                                        () -> cells(new WorkbookBytes(), rows.toString()))
                                .code())
                .isEqualTo(IssueCode.DAMAGED_WORKBOOK);
    }

    /** The same sheet, saved by each. */
    @ParameterizedTest
    @CsvSource({
        "openpyxl, '#CALC!, #CALC!, #CALC!, #CALC!'",
        "libreoffice, '0, 2, , 2022-03-31'",
        "gnumeric, '0, 2, , 2022-03-31'"
    })
    void readsWhatProgramsSave(String program, String results) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        WorkbookFormulasTest.class.getResourceAsStream(
                                "formulas-" + program + ".xlsx"))) {
            List<String> cells = cells(file.readAllBytes());

            // Zero, two, an empty text and a day, before a text.
            assertThat(String.join(", ", cells)).isEqualTo(results + ", x");
        }
    }
}
