package districtkpi.importer.table;

import static districtkpi.importer.table.WorkbookBytes.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import districtkpi.importer.issue.IssueCode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReadersTest {

    private static final ImportLimits LIMITS = new ImportLimits(100_000, 20, 60, 200, 1_000);

    @TempDir Path folder;

    private Path file(byte[] content) {
        try {
            return Files.write(folder.resolve("file"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** "sheet line: cell | cell" of each row. */
    private List<String> rows(byte[] content) {
        return rows(file(content), LIMITS);
    }

    private static List<String> rows(Path file, ImportLimits limits) {
        List<String> rows = new ArrayList<>();
        try (RowReader reader = RowReaders.open(file, "file.csv", limits)) {
            for (Optional<FileRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(
                        (row.get().sheet() + " " + row.get().line() + ": ").strip()
                                + " "
                                + String.join(" | ", row.get().cells()));
            }
            assertThat(reader.bytesRead()).isEqualTo(Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private List<String> text(String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private UnreadableFileException refusal(Path file, ImportLimits limits) {
        return catchThrowableOfType(UnreadableFileException.class, () -> rows(file, limits));
    }

    private String refusal(byte[] content) {
        UnreadableFileException refusal = refusal(file(content), LIMITS);
        return refusal.code() + " " + refusal.line();
    }

    private String textRefusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> cells(WorkbookBytes workbook) {
        return rows(workbook.bytes());
    }

    @Test
    void readsATextRowByRowWithTheLineOnWhichEachStarts() {
        assertThat(text("a;b\r\n\r\n1; 2 \n\"x\ny\";\"say \"\"hi\"\"\"\r3;5\" pipe\n \u200B;\n4;5"))
                .containsExactly(
                        "1: a | b",
                        "3: 1 | 2",
                        "4: x\ny | say \"hi\"",
                        "6: 3 | 5\" pipe",
                        "8: 4 | 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "x-windows-874"})
    void readsEveryEncoding(String charset) {
        assertThat(rows("อำเภอ\tค่า\nท่าบ่อ\t๒\n".getBytes(Charset.forName(charset))))
                .containsExactly("1: อำเภอ | ค่า", "2: ท่าบ่อ | ๒");
    }

    @Test
    void leavesOutTheByteOrderMark() {
        assertThat(text("\uFEFFa,b\n1,2\n")).containsExactly("1: a | b", "2: 1 | 2");
    }

    @Test
    void takesTheSeparatorOfTheFirstLineThatHasOne() {
        assertThat(text("รายงานหนี้ค้างชำระ\na;b\n1,5;2\n"))
                .containsExactly("1: รายงานหนี้ค้างชำระ", "2: a | b", "3: 1,5 | 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    a,b\\n1,\\0\\n         | NOT_A_TABLE 0
                    %PDF-1.7               | NOT_A_TABLE 0
                    <html><table>          | NOT_A_TABLE 0
                    a,b\\n"1"x,2\\n        | TEXT_AFTER_QUOTE 2
                    a,b\\n"1" "",2\\n      | TEXT_AFTER_QUOTE 2
                    a,b\\n1,2\\n"3,4\\n5   | UNCLOSED_QUOTE 3
                    a,b\\n"3\\n"4,5\\n     | UNCLOSED_QUOTE 2
                    \\n ,,\\n              | EMPTY_FILE 0
                    """)
    void refusesATextThatIsNoTable(String text, String refusal) {
        assertThat(textRefusal(text.replace("\\n", "\n").replace("\\0", "\0"))).isEqualTo(refusal);
    }

    @Test
    void refusesAnEncodingThatItDoesNotKnow() {
        byte[] broken = "a,b\nท่าบ่อ,ท่าบ่อ\n1,x".getBytes(StandardCharsets.UTF_8);
        broken[broken.length - 1] = (byte) 0xFC;

        assertThat(refusal(broken)).isEqualTo("BAD_ENCODING 3");
    }

    @Test
    void refusesAFileWithoutAnything() {
        assertThat(refusal(new byte[0])).isEqualTo("EMPTY_FILE 0");
    }

    @Test
    void keepsToTheLimits() {
        assertThat(textRefusal("x".repeat(LIMITS.bytes() + 1))).isEqualTo("TOO_LARGE 0");
        assertThat(textRefusal("a,b\n" + "1,2\n".repeat(21))).isEqualTo("TOO_MANY_ROWS 22");
        assertThat(textRefusal("a,b\n" + "1,".repeat(60))).isEqualTo("TOO_MANY_COLUMNS 2");
        assertThat(textRefusal("a,b\n1," + "x".repeat(201))).isEqualTo("CELL_TOO_LONG 2");
    }

    /** Tests run with a quarter of the machine's memory; half a gigabyte of text is more. */
    @ParameterizedTest
    @CsvSource({
        "x, ROW_TOO_LONG 2",
        "',', ROW_TOO_LONG 2",
        "'\"', ROW_TOO_LONG 2",
        "'\"x\n', UNCLOSED_QUOTE 2"
    })
    void refusesARowWithoutEndInConstantMemory(String unit, String refusal) throws IOException {
        Path file = folder.resolve("endless");
        byte[] chunk = unit.repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("a,b\n".getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < 20_000_000; written += chunk.length) {
                out.write(chunk);
            }
        }

        UnreadableFileException refused =
                refusal(file, new ImportLimits(Integer.MAX_VALUE, 20, 60, 200, 1_000));

        assertThat(refused.code() + " " + refused.line()).isEqualTo(refusal);
    }

    /** Commons CSV is the measure of what a row is. */
    @Test
    void readsRandomTextsLikeCommonsCsv() throws IOException {
        String alphabet = "ab\"\"\", ,;\t\n\r\u00A0ก\u3000";
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setIgnoreEmptyLines(false)
                        .setIgnoreSurroundingSpaces(true)
                        .get();
        for (int seed = 1; seed <= 2_000; seed++) {
            Random random = new Random(seed);
            String text =
                    "h,h,h,h\n"
                            + random.ints(random.nextInt(40), 0, alphabet.length())
                                    .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                                    .collect(Collectors.joining());

            List<List<String>> ours = new ArrayList<>();
            List<List<String>> theirs = new ArrayList<>();
            boolean weStopped = false;
            boolean theyStopped = false;
            try (TextRows rows = new TextRows(new StringReader(text), () -> 0, 100)) {
                for (Optional<FileRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                    ours.add(row.get().cells());
                }
            } catch (UnreadableFileException stopped) {
                weStopped = true;
            }
            try (CSVParser parser = CSVParser.parse(text, format)) {
                for (CSVRecord row : parser) {
                    if (row.stream().anyMatch(cell -> !CellText.clean(cell).isEmpty())) {
                        theirs.add(row.toList());
                    }
                }
            } catch (UncheckedIOException stopped) {
                theyStopped = true;
            }

            assertThat(ours).as("seed %d: %s", seed, text).isEqualTo(theirs);
            assertThat(weStopped).as("seed %d: %s", seed, text).isEqualTo(theyStopped);
        }
    }

    @Test
    void readsEverythingThatACellOfAWorkbookCanBe() {
        assertThat(
                        cells(
                                new WorkbookBytes()
                                        .sheet(
                                                "ข้อมูล",
                                                "<row r='3'><c r='A3' t='s'><v>0</v></c><c r='C3' t='s'><v>1</v></c>"
                                                        + "<c r='D3' t='inlineStr'><is><t>a</t><r><t>_x000D_b</t></r></is></c></row>"
                                                        + "<row r='5'><c r='A5'><v>0.82340000000000003</v></c><c r='B5' s='1'><v>0.82340000000000003</v></c>"
                                                        + "<c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='e'><v>#REF!</v></c>"
                                                        + "<c t='str'><f>A1&amp;\"x\"</f><v>sum</v></c><c><f>1+1</f><v>2</v></c><c><f>1+1</f></c><c t='str'><f>x</f><v></v></c>"
                                                        + "<c s='2'><v>44624</v></c><c s='4'><v>242944.75</v></c><c s='6'><v>0.5</v></c><c t='d'><v>2022-03-04T00:00:00</v></c></row>"
                                                        + "<row><c s='2'/><c><v>1</v></c></row><row r='9'/>")))
                .containsExactly(
                        "ข้อมูล 3: ท่าบ่อ |  | โซ่พิสัย | a\rb",
                        "ข้อมูล 5: 0.8234 | 82.34% | TRUE | FALSE | #REF! | sum | 2 | #CALC! |  | 2022-03-04 | 2565-02-25 | 12:00:00 | 2022-03-04",
                        "ข้อมูล 6:  | 1");
    }

    @Test
    void readsSheetAfterSheetAndHiddenOnesLast() {
        WorkbookBytes workbook =
                new WorkbookBytes()
                        .sheet("A", "hidden", row(1, "x"))
                        .sheet("B", row(1, "y") + row(2, "z"))
                        .sheet("C", row(7, "w"));

        assertThat(cells(workbook)).containsExactly("B 1: y", "B 2: z", "C 7: w", "A 1: x");
        assertThat(
                        cells(
                                new WorkbookBytes()
                                        .sheet("A", "veryHidden", row(1, "x"))
                                        .sheet("B", row(3, " "))))
                .containsExactly("A 1: x");
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookDoes() {
        assertThat(
                        cells(
                                new WorkbookBytes()
                                        .from1904()
                                        .sheet("A", "<row><c s='2'><v>43162</v></c></row>")))
                .containsExactly("A 1: 2022-03-04");
    }

    @Test
    void overlooksTheOrderOfPartsAndStrictNamespaces() {
        WorkbookBytes workbook = new WorkbookBytes().sheet("A", row(1, "x"));
        byte[] strict =
                new String(workbook.parts().get("xl/workbook.xml"), StandardCharsets.UTF_8)
                        .replace(
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                                "http://purl.oclc.org/ooxml/officeDocument/relationships")
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(cells(workbook.part("xl/workbook.xml", strict))).containsExactly("A 1: x");
    }

    /** What is wrong, the part that has it and its content, the refusal. */
    static List<Arguments> wrongWorkbooks() {
        String sheet = "xl/worksheets/sheet1.xml";
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>";
        return List.of(
                Arguments.of("a cut part", sheet, "<worksheet><sheetData><row><c><v>1", 0),
                Arguments.of("rows out of order", sheet, data("<row r='2'/><row r='1'/>"), 2),
                Arguments.of("a row too far down", sheet, data("<row r='1048577'/>"), 0),
                Arguments.of("no row", sheet, data("<row r='x'/>"), 0),
                Arguments.of(
                        "cells out of order", sheet, data("<row><c r='B1'/><c r='A1'/></row>"), 1),
                Arguments.of("a column too far", sheet, data("<row><c r='ZZZZZZ1'/></row>"), 1),
                Arguments.of("no column", sheet, data("<row><c r='1'/></row>"), 1),
                Arguments.of("no number", sheet, data("<row><c><v>12x</v></c></row>"), 1),
                Arguments.of("no finite number", sheet, data("<row><c><v>NaN</v></c></row>"), 1),
                Arguments.of("no style", sheet, data("<row><c s='x'><v>1</v></c></row>"), 1),
                Arguments.of("no text", sheet, data("<row><c t='s'><v>7</v></c></row>"), 1),
                Arguments.of("an entity", sheet, entity + data("<row><c><v>&e;</v></c></row>"), 0),
                Arguments.of("a type", "xl/sharedStrings.xml", entity + "<sst/>", 0),
                Arguments.of("depth", sheet, data("<a>".repeat(200)), 0),
                Arguments.of("a long name", sheet, data("<" + "x".repeat(300_000) + "/>"), 0),
                Arguments.of("a long attribute", sheet, data("<a b='" + "x ".repeat(99_999)), 0),
                Arguments.of(
                        "many names",
                        sheet,
                        data(
                                IntStream.range(0, 2_000)
                                        .mapToObj(i -> "<x" + i + "/>")
                                        .collect(Collectors.joining())),
                        0),
                Arguments.of("UTF-16", sheet, "\0<\0a\0/\0>", 0));
    }

    private static String data(String rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    @ParameterizedTest
    @MethodSource("wrongWorkbooks")
    void refusesADamagedWorkbook(String what, String part, String content, int line) {
        WorkbookBytes workbook = new WorkbookBytes().sheet("A", "").part(part, content);

        assertThat(refusal(workbook.bytes())).as(what).isEqualTo("DAMAGED_WORKBOOK " + line);
    }

    @Test
    void refusesAWorkbookWithoutAPart() {
        for (String part : List.of("_rels/.rels", "xl/sharedStrings.xml", "xl/styles.xml")) {
            WorkbookBytes workbook = new WorkbookBytes().sheet("A", "").without(part);

            assertThat(refusal(workbook.bytes())).isEqualTo("DAMAGED_WORKBOOK 0");
        }
    }

    @Test
    void refusesAPartThatIsNotWhatTheZipSays() {
        byte[] bytes = new WorkbookBytes().sheet("A", row(1, "x")).bytes();
        byte[] name = "xl/styles.xml".getBytes(StandardCharsets.UTF_8);
        int entry = lastIndexOf(bytes, name) - 46;
        byte[] wrongSize = bytes.clone();
        wrongSize[entry + 24]++;
        byte[] wrongChecksum = bytes.clone();
        wrongChecksum[entry + 16]++;

        assertThat(refusal(wrongSize)).isEqualTo("DAMAGED_WORKBOOK 0");
        assertThat(refusal(wrongChecksum)).isEqualTo("DAMAGED_WORKBOOK 0");
    }

    private static int lastIndexOf(byte[] bytes, byte[] part) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.lastIndexOf(new String(part, StandardCharsets.ISO_8859_1));
    }

    @Test
    void saysWhatToDoWithADamagedWorkbook() {
        UnreadableFileException refusal =
                refusal(
                        file(
                                new WorkbookBytes()
                                        .sheet("A", "<row r='3'><c><v>x</v></c></row>")
                                        .bytes()),
                        LIMITS);

        assertThat(messages(refusal))
                .containsExactly(
                        "สมุดงานเสียหายหรือไม่สมบูรณ์ (อ่านส่วน xl/worksheets/sheet1.xml ไม่ได้) โปรดเปิดใน Excel ตรวจข้อมูล บันทึกเป็นไฟล์ใหม่ (.xlsx) แล้วนำเข้าใหม่",
                        "The workbook is damaged or incomplete (its part xl/worksheets/sheet1.xml cannot be read). Open it in Excel, check what it shows, save it as a new file (.xlsx) and import that one.");
    }

    private static List<String> messages(UnreadableFileException refusal) {
        IssueLog log = new IssueLog(1);
        log.add(refusal);
        return List.of(
                log.issues().getFirst().message().th(), log.issues().getFirst().message().en());
    }

    @Test
    void refusesZipsThatAreNoWorkbooks() {
        assertThat(refusal(WorkbookBytes.zip(Map.of("results.csv", new byte[3]))))
                .isEqualTo("NOT_A_TABLE 0");
        assertThat(refusal(WorkbookBytes.zip(Map.of()))).isEqualTo("NOT_A_TABLE 0");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo("NOT_A_TABLE 0");
        UnreadableFileException openDocument =
                refusal(
                        file(
                                WorkbookBytes.zip(
                                        Map.of(
                                                "mimetype",
                                                new byte[1],
                                                "content.xml",
                                                new byte[1]))),
                        LIMITS);
        assertThat(messages(openDocument).get(1))
                .startsWith(
                        "The file is neither a table in text form nor an Excel workbook (an OpenDocument spreadsheet).");
    }

    @Test
    void refusesFilesPackedIntoAWorkbook() {
        UnreadableFileException refusal =
                refusal(
                        file(
                                new WorkbookBytes()
                                        .sheet("A", row(1, "x"))
                                        .part(
                                                "xl/embeddings/list.xlsx",
                                                new WorkbookBytes().bytes())
                                        .bytes()),
                        LIMITS);

        assertThat(refusal.code()).isEqualTo(IssueCode.NESTED_FILE);
        assertThat(messages(refusal))
                .containsExactly(
                        "สมุดงานมีไฟล์อื่นฝังอยู่ (xl/embeddings/list.xlsx) ซึ่งระบบตรวจสอบไม่ได้ โปรดลบวัตถุที่ฝังอยู่ใน Excel บันทึก แล้วนำเข้าใหม่",
                        "The workbook has another file packed into it (xl/embeddings/list.xlsx), which is not looked into. Delete the embedded object in Excel, save the workbook and import it again.");
    }

    @Test
    void refusesOldAndEncryptedWorkbooks() {
        byte[] old = new byte[4_096];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, old, 0, 4);
        old[30] = 9;
        old[48] = 1;
        byte[] encrypted = old.clone();
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, encrypted, 1_024 + 128, name.length);

        assertThat(messages(refusal(file(old), LIMITS)))
                .containsExactly(
                        IssueCode.OLD_WORKBOOK.message().th(),
                        IssueCode.OLD_WORKBOOK.message().en());
        assertThat(messages(refusal(file(encrypted), LIMITS)))
                .containsExactly(
                        IssueCode.ENCRYPTED_WORKBOOK.message().th(),
                        IssueCode.ENCRYPTED_WORKBOOK.message().en());
        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))
                .isEqualTo("OLD_WORKBOOK 0");
    }

    /** What is too much, and the workbook that has it. */
    static List<Arguments> largeWorkbooks() {
        WorkbookBytes sheets = new WorkbookBytes();
        WorkbookBytes parts = new WorkbookBytes().sheet("A", row(1, "x"));
        IntStream.range(0, 201).forEach(i -> sheets.sheet("S" + i, ""));
        IntStream.range(0, 2_001).forEach(i -> parts.part("xl/media/" + i, ""));
        return List.of(
                Arguments.of("a great many sheets", sheets),
                Arguments.of("2008 parts", parts),
                Arguments.of(
                        "more than can be unpacked",
                        new WorkbookBytes()
                                .part("xl/media/noise", new byte[1 << 20])
                                .part("xl/media/more", noise(21 << 20))),
                Arguments.of(
                        "a part that is compressed more than any table",
                        new WorkbookBytes().part("xl/media/zeros", new byte[5 << 20])));
    }

    @Test
    void refusesMoreTextsThanTheMemoryHolds() {
        String texts =
                IntStream.rangeClosed(0, 1_000_000)
                        .mapToObj(i -> "<si><t>" + i + "</t></si>")
                        .collect(Collectors.joining());

        UnreadableFileException refusal =
                refusal(
                        file(new WorkbookBytes().texts(texts).bytes()),
                        new ImportLimits(5_000_000, 20, 60, 200, 1_000));

        assertThat(messages(refusal))
                .containsExactly(
                        "สมุดงานมีข้อความในช่องจำนวนมาก เกินขนาดสูงสุด 1000000 ข้อความ 20000000 ตัวอักษร โปรดลบแผ่นงาน รูปภาพ และรูปแบบที่ไม่ใช้ หรือบันทึกเฉพาะแผ่นข้อมูลเป็น CSV UTF-8",
                        "The workbook has a great deal of text in its cells; the most is 1000000 texts of 20000000 characters. Remove sheets, pictures and formats that are not needed, or save the sheet with the data as CSV UTF-8.");
    }

    /** Bytes that can be packed, but not to nothing. */
    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        Random random = new Random(1);
        for (int i = 0; i < length; i += 128) {
            bytes[i] = (byte) random.nextInt();
        }
        return bytes;
    }

    @ParameterizedTest
    @MethodSource("largeWorkbooks")
    void refusesAWorkbookThatHoldsTooMuch(String what, WorkbookBytes workbook) {
        UnreadableFileException refusal =
                refusal(file(workbook.bytes()), new ImportLimits(500_000, 20, 60, 200, 1_000));

        assertThat(refusal.code()).isEqualTo(IssueCode.WORKBOOK_TOO_LARGE);
        assertThat(messages(refusal).get(1)).startsWith("The workbook has " + what + "; the most");
        assertThat(messages(refusal).get(0)).startsWith("สมุดงานมี").contains("เกินขนาดสูงสุด");
    }

    @Test
    void keepsToTheLimitsOfRowsInWorkbooks() {
        StringBuilder rows = new StringBuilder();
        IntStream.rangeClosed(1, 22).forEach(i -> rows.append(row(i, "x")));

        assertThat(refusal(new WorkbookBytes().sheet("A", rows.toString()).bytes()))
                .isEqualTo("TOO_MANY_ROWS 22");
        assertThat(refusal(new WorkbookBytes().sheet("A", row(1, "x".repeat(201))).bytes()))
                .isEqualTo("CELL_TOO_LONG 1");
        assertThat(refusal(new WorkbookBytes().sheet("A", row(1, "x".repeat(32_768))).bytes()))
                .isEqualTo("CELL_TOO_LONG 1");
        assertThat(
                        refusal(
                                new WorkbookBytes()
                                        .sheet("A", "<row r='4'><c r='BI4'><v>1</v></c></row>")
                                        .bytes()))
                .isEqualTo("TOO_MANY_COLUMNS 4");
        assertThat(refusal(new WorkbookBytes().sheet("A", "").bytes())).isEqualTo("EMPTY_FILE 0");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "0.10000000000000001, 0.1",
        "1234567.5, 1234567.5",
        "1234567890123456789, 1234567890123460000",
        "1E3, 1000",
        "1.0000000000000001E-2, 0.01",
        "-12.5, -12.5",
        "2.9999999999999996, 3",
        "99.999999999999986, 100",
        "5.0E-1, 0.5",
        "0.29999999999999999, 0.3",
        "4503599627370497.5, 4503599627370500",
        "4301.0, 4301",
        "0.50, 0.5",
        "0.0, 0",
        "-0, 0",
        "0, 0"
    })
    void readsANumberAsExcelShowsIt(String raw, String shown) {
        assertThat(WorkbookNumbers.text(raw, NumberForms.Form.NUMBER, false)).isEqualTo(shown);
    }

    /** Whatever is typed with up to 15 digits comes out as it was typed. */
    @Test
    void givesBackEveryNumberThatCanBeTyped() {
        Random random = new Random(20220331);
        for (int i = 0; i < 20_000; i++) {
            int digits = 1 + random.nextInt(15);
            BigDecimal typed =
                    BigDecimal.valueOf(
                            random.nextLong((long) Math.pow(10, digits)), random.nextInt(12));
            // As Excel writes it: the decimal of 17 digits that gives the binary number back.
            String inFile =
                    new BigDecimal(typed.doubleValue())
                            .round(new MathContext(17, RoundingMode.HALF_EVEN))
                            .toString();

            assertThat(new BigDecimal(WorkbookNumbers.text(inFile, NumberForms.Form.NUMBER, false)))
                    .as(inFile)
                    .isEqualByComparingTo(typed);
            String percent = WorkbookNumbers.text(inFile, NumberForms.Form.PERCENT, false);
            assertThat(new BigDecimal(percent.substring(0, percent.length() - 1)))
                    .as(inFile)
                    .isEqualByComparingTo(typed.movePointRight(2));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, false, 1900-01-01",
        "59, false, 1900-02-28",
        "60, false, ########",
        "61, false, 1900-03-01",
        "44624, false, 2022-03-04",
        "44624.999988, false, 2022-03-04",
        "242943, false, 2565-02-24",
        "2958465, false, 9999-12-31",
        "2958466, false, ########",
        "-1, false, ########",
        "0, true, 1904-01-01",
        "43162, true, 2022-03-04"
    })
    void readsADay(String serial, boolean from1904, String day) {
        assertThat(WorkbookNumbers.text(serial, NumberForms.Form.DATE, from1904)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    General                          | NUMBER
                    #,##0.00                         | NUMBER
                    0.00E+00                         | NUMBER
                    #,##0" บาท (day)"                | NUMBER
                    [$฿-41E]#,##0.00;[Red]-0.00      | NUMBER
                    _-* #,##0.00_-;-* #,##0.00_-     | NUMBER
                    t#,##0                           | NUMBER
                    0%                               | PERCENT
                    0.00%;[Red]\\-0.00%               | PERCENT
                    0" % of all"                     | NUMBER
                    yyyy-mm-dd                       | DATE
                    [$-107041E]d mmmm yyyy;@         | DATE
                    d/m/bbbb                         | DATE
                    mmm                              | DATE
                    d/m/yy h:mm                      | DATE
                    h:mm:ss AM/PM                    | TIME
                    [h]:mm                           | TIME
                    """)
    void knowsWhatAFormatMakesOfANumber(String code, NumberForms.Form form) {
        assertThat(NumberForms.ofCode(code)).isEqualTo(form);
    }
}
