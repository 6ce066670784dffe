package districtkpi.importer.table;

import static districtkpi.importer.table.WorkbookBytes.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every place of a workbook that can hold a number which identifies a person. */
class WorkbookSearchTest {

    private static final String NUMBER = "1234567890123";

    /** Stands where the number would. */
    private static final String HERE = "@";

    @TempDir Path folder;

    private List<String> found(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("file.xlsx"), content);
        try (RowReader reader =
                RowReaders.open(file, "file.xlsx", ImportLimits.ofBytes(1_000_000))) {
            for (Optional<FileRow> row = reader.next(); row.isPresent(); row = reader.next()) {}
            return reader.remarks().stream()
                    .map(remark ->
                            (remark.code()
                                            + " "
                                            + remark.cell().line()
                                            + " "
                                            + remark.cell().column())
                                    .strip())
                    .toList();
        }
    }

    private static Arguments part(String name, String content) {
        return Arguments.of(name, content, "0 " + name.substring(name.lastIndexOf('/') + 1));
    }

    private static Arguments sheet(String where, String before, String cell, String after) {
        return Arguments.of(
                "xl/worksheets/sheet1.xml",
                "<worksheet>%s<sheetData><row r='3'><c r='A3'><v>1</v></c>%s</row></sheetData>%s</worksheet>"
                        .formatted(before, cell, after),
                where);
    }

    static List<Arguments> places() {
        return List.of(
                part("xl/comments1.xml", "<comments><author>@</author></comments>"),
                part(
                        "xl/comments2.xml",
                        "<comments><comment ref='A1'><text><r><rPr><sz val='9'/><rFont val='Tahoma'/></rPr><t>123456</t></r><r><rPr><b/></rPr><t>7890123</t></r></text></comment></comments>"),
                part(
                        "xl/threadedComments/threadedComment1.xml",
                        "<ThreadedComments><threadedComment ref='A1'><text>@</text></threadedComment></ThreadedComments>"),
                part("xl/persons/person.xml", "<personList><person displayName='@'/></personList>"),
                part("xl/drawings/vmlDrawing1.vml", "<xml><shape alt='@'/></xml>"),
                part(
                        "xl/drawings/vmlDrawing2.vml",
                        "<xml><textbox><div><font size='1'>1234567</font><font>890123</font></div></textbox></xml>"),
                part("xl/drawings/vmlDrawing3.vml", "<xml><div>@<br></div></xml>"),
                part(
                        "xl/drawings/drawing1.xml",
                        "<wsDr><p><r><rPr lang='th-TH'><solidFill/></rPr><t>1234</t></r><r><rPr/><t>567890123</t></r></p></wsDr>"),
                part("xl/drawings/drawing2.xml", "<wsDr><cNvPr id='2' name='@'/></wsDr>"),
                part("xl/drawings/drawing3.xml", "<wsDr><cNvPr id='2' descr='@'/></wsDr>"),
                part(
                        "xl/diagrams/data1.xml",
                        "<dataModel><t><p><r><t>@</t></r></p></t></dataModel>"),
                part(
                        "xl/charts/chart1.xml",
                        "<chart><title><p><r><t>@</t></r></p></title></chart>"),
                part(
                        "xl/charts/chart2.xml",
                        "<chart><strCache><pt><v>@</v></pt></strCache></chart>"),
                part("xl/charts/chart3.xml", "<chart><formatCode>\"@\"0</formatCode></chart>"),
                part(
                        "xl/chartsheets/sheet1.xml",
                        "<chartsheet><oddHeader>@</oddHeader></chartsheet>"),
                part("xl/tables/table1.xml", "<table name='@'/>"),
                part("xl/tables/table2.xml", "<table displayName='_@'/>"),
                part(
                        "xl/tables/table3.xml",
                        "<table name='T'><tableColumns><tableColumn id='1' name='@'/></tableColumns></table>"),
                part("xl/tables/table4.xml", "<table comment='@'/>"),
                part(
                        "xl/tables/table5.xml",
                        "<table><tableColumn><calculatedColumnFormula>\"@\"</calculatedColumnFormula></tableColumn></table>"),
                part(
                        "xl/pivotCache/pivotCacheDefinition1.xml",
                        "<pivotCacheDefinition><cacheFields><cacheField name='@'/></cacheFields></pivotCacheDefinition>"),
                part(
                        "xl/pivotCache/pivotCacheDefinition2.xml",
                        "<pivotCacheDefinition><sharedItems minValue='1.234567890123E12'/></pivotCacheDefinition>"),
                part(
                        "xl/pivotCache/pivotCacheRecords1.xml",
                        "<pivotCacheRecords><r><n v='@'/></r></pivotCacheRecords>"),
                part("xl/pivotTables/pivotTable1.xml", "<pivotTableDefinition dataCaption='@'/>"),
                part(
                        "xl/pivotTables/pivotTable2.xml",
                        "<pivotTableDefinition><dataField name='@'/></pivotTableDefinition>"),
                part("xl/slicers/slicer1.xml", "<slicers><slicer caption='@'/></slicers>"),
                part("xl/slicerCaches/slicerCache1.xml", "<slicerCacheDefinition sourceName='@'/>"),
                part(
                        "xl/timelines/timeline1.xml",
                        "<timelines><timeline caption='@'/></timelines>"),
                part(
                        "xl/connections.xml",
                        "<connections><connection name='Q' description='@'/></connections>"),
                part(
                        "xl/connections2.xml",
                        "<connections><connection><dbPr command='select @'/></connection></connections>"),
                part("xl/queryTables/queryTable1.xml", "<queryTable name='@'/>"),
                part(
                        "xl/externalLinks/externalLink1.xml",
                        "<externalLink><sheetNames><sheetName val='@'/></sheetNames></externalLink>"),
                part(
                        "xl/externalLinks/sheet1.xml",
                        "<externalLink><sheetData><row><cell r='A1'><v>@</v></cell></row></sheetData></externalLink>"),
                part(
                        "xl/externalLinks/_rels/externalLink1.xml.rels",
                        "<Relationships><Relationship Target='file:///C:/@/list.xlsx' TargetMode='External'/></Relationships>"),
                part(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        "<Relationships><Relationship Target='https://example.org/?id=1%202345%2067890%2012%203' TargetMode='External'/></Relationships>"),
                part("xl/theme/theme1.xml", "<theme name='@'/>"),
                part("xl/sheetMetadata.xml", "<metadata><futureMetadata name='@'/></metadata>"),
                part("xl/revisions/userNames.xml", "<users><userInfo name='@'/></users>"),
                part("xl/ctrlProps/ctrlProp1.xml", "<formControlPr textHAlign='@'/>"),
                part("xl/xmlMaps.xml", "<MapInfo><Map Name='@'/></MapInfo>"),
                part("docProps/core.xml", "<coreProperties><title>@</title></coreProperties>"),
                part(
                        "docProps/core2.xml",
                        "<coreProperties><keywords>@</keywords></coreProperties>"),
                part("docProps/app.xml", "<Properties><Manager>@</Manager></Properties>"),
                part(
                        "docProps/custom.xml",
                        "<Properties><property name='@'><lpwstr>x</lpwstr></property></Properties>"),
                part(
                        "docProps/custom2.xml",
                        "<Properties><property name='x'><lpwstr>@</lpwstr></property></Properties>"),
                part("customXml/item1.xml", "<list><person number='@'/></list>"),
                part("customXml/item2.xml", "<list>" + "x".repeat(70_000) + "@</list>"),
                part("customUI/customUI.xml", "<customUI><button label='@'/></customUI>"),
                part("xl/remarks.xml", "<a><!-- @ --></a>"),
                part("xl/instructions.xml", "<a><?x @?></a>"),
                part("xl/data.xml", "<a><![CDATA[@]]></a>"),
                part("xl/escaped.xml", "<a>_x0031_234567890123</a>"),
                part("xl/thai.xml", "<a>๑-๒๓๔๕-๖๗๘๙๐-๑๒-๓</a>"),
                part("xl/printerSettings/printerSettings1.bin", "x\0@"),
                part("xl/media/image1.svg", "<svg><text>@</text></svg>"),
                part("notes.txt", "@"),
                part(
                        "xl/styles.xml",
                        "<styleSheet><cellStyles><cellStyle name='@'/></cellStyles></styleSheet>"),
                part(
                        "xl/styles.xml",
                        "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='&quot;@&quot;0'/></numFmts></styleSheet>"),
                part(
                        "xl/styles.xml",
                        "<styleSheet><dxfs><dxf><numFmt formatCode='\\1\\2\\3\\4\\5\\6\\7\\8\\9\\0\\1\\2\\3'/></dxf></dxfs></styleSheet>"),
                part(
                        "xl/styles.xml",
                        "<styleSheet><fonts><font><name val='@'/></font></fonts></styleSheet>"),
                part("xl/sharedStrings.xml", "<sst><si><t>@</t></si></sst>"),
                part(
                        "xl/sharedStrings.xml",
                        "<sst><si><t>ก</t><rPh sb='0' eb='1'><t>@</t></rPh></si></sst>"),
                sheet("3 A!B", "", "<c r='B3'><f>IF(A1=\"@\",1,0)</f><v>1</v></c>", ""),
                sheet(
                        "3 A!B",
                        "",
                        "<c r='B3' t='inlineStr'><is><t>ก</t><rPh><t>@</t></rPh></is></c>",
                        ""),
                sheet("0 A", "<sheetPr codeName='@'/>", "", ""),
                sheet("0 A", "", "", "<headerFooter><oddHeader>&amp;C@</oddHeader></headerFooter>"),
                sheet(
                        "0 A",
                        "",
                        "",
                        "<headerFooter><evenFooter>&amp;\"Sarabun\"&amp;141234567890123</evenFooter></headerFooter>"),
                sheet(
                        "0 A",
                        "",
                        "",
                        "<headerFooter><firstFooter>&amp;14 1234567 890123</firstFooter></headerFooter>"),
                sheet(
                        "0 A",
                        "",
                        "",
                        "<dataValidations><dataValidation><formula1>\"a,@\"</formula1></dataValidation></dataValidations>"),
                sheet(
                        "0 A",
                        "",
                        "",
                        "<dataValidations><dataValidation prompt='@'/></dataValidations>"),
                sheet(
                        "0 A",
                        "",
                        "",
                        "<conditionalFormatting><cfRule text='@'/></conditionalFormatting>"),
                sheet("0 A", "", "", "<hyperlinks><hyperlink ref='A1' tooltip='@'/></hyperlinks>"),
                sheet("0 A", "", "", "<hyperlinks><hyperlink ref='A1' location='@'/></hyperlinks>"),
                sheet(
                        "0 A",
                        "",
                        "",
                        "<protectedRanges><protectedRange name='@'/></protectedRanges>"),
                sheet("0 A", "", "", "<scenarios><scenario comment='@'/></scenarios>"),
                sheet("0 A", "", "", "<autoFilter><filter val='@'/></autoFilter>"),
                sheet(
                        "0 A",
                        "",
                        "",
                        "<extLst><ext uri='{1}'><dataValidation><formula1><f>\"@\"</f></formula1></dataValidation></ext></extLst>"));
    }

    private static WorkbookBytes workbook() {
        return new WorkbookBytes().sheet("A", row(1, "x"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("places")
    void findsItWhereverATextCanBe(String part, String content, String where) throws IOException {
        assertThat(found(workbook().part(part, content.replace(HERE, NUMBER)).bytes()))
                .containsExactly("PERSONAL_NUMBER " + where);
    }

    /** The same places with another text are nobody's. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("places")
    void findsNothingWhereThereIsNone(String part, String content, String where)
            throws IOException {
        if (content.contains(HERE)) {
            assertThat(found(workbook().part(part, content.replace(HERE, "2565-1")).bytes()))
                    .isEmpty();
        }
    }

    @Test
    void findsItInNames() throws IOException {
        assertThat(found(new WorkbookBytes().sheet(NUMBER, row(1, "x")).bytes()))
                .containsExactly("PERSONAL_NUMBER 0 workbook.xml");
        assertThat(found(workbook().part("xl/media/" + NUMBER + ".png", "\u0089PNG").bytes()))
                .containsExactly("PERSONAL_NUMBER 0 " + NUMBER + ".png");
        String names =
                new String(workbook().parts().get("xl/workbook.xml"), StandardCharsets.UTF_8)
                        .replace(
                                "</workbook>",
                                "<definedNames><definedName name='_"
                                        + NUMBER
                                        + "'>A!$A$1</definedName></definedNames></workbook>");
        assertThat(found(workbook().part("xl/workbook.xml", names).bytes()))
                .containsExactly("PERSONAL_NUMBER 0 workbook.xml");
    }

    @Test
    void findsItInTheRemarksOfTheZip() throws IOException {
        Path file = folder.resolve("zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setComment(NUMBER);
            for (var part : workbook().parts().entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }

        assertThat(found(Files.readAllBytes(file))).containsExactly("PERSONAL_NUMBER 0 zip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a uid='{A1234567-8901-23BC-9A0B-0123456789AB}'/>",
                "<a uid='8a123456-7890-123b-9a0b-0123456789ab'/>",
                "<a><latin panose='02050203050607C5'/></a>",
                "<a><gd fmla='*/ 5400000 1 60000'/></a>",
                "<numFmt formatCode='0-0000-00000-00-0'/>",
                "<numFmt formatCode='0000000000000'/>",
                "<a x='0.1234567890123'/>",
                "<a x='1234567' y='890123'/>",
                "<a><b1>1234567</b1><b2>890123</b2></a>",
                "<svg><path d='M10 20 30 40 50 60 7'/></svg>"
            })
    void knowsWhatIsNobodys(String content) throws IOException {
        assertThat(found(workbook().part("xl/x.xml", content).bytes())).isEmpty();
    }
}
