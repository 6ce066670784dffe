package districtkpi.importer.source;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.extract.ColumnKey;
import districtkpi.domain.LocalizedText;
import districtkpi.importer.DateOrder;
import districtkpi.importer.source.CellReader.Result;
import districtkpi.importer.source.SourceDescription.Column;
import districtkpi.importer.source.SourceDescription.Option;
import districtkpi.importer.source.SourceDescription.Within;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellReaderTest {

    private static String read(ColumnType type, String cell) {
        List<Option> options =
                type == ColumnType.CHOICE
                        ? List.of(
                                new Option("new", List.of("ใหม่", "จัดตั้งใหม่")),
                                new Option("existing", List.of("เดิม")))
                        : List.of();
        CellReader reader =
                new CellReader(
                        new Column(
                                new ColumnKey("some"),
                                type,
                                new LocalizedText("ช่อง", "cell"),
                                List.of(),
                                false,
                                false,
                                null,
                                null,
                                Within.ANY,
                                options),
                        DateOrder.DMY);
        return switch (reader.read(cell)) {
            case Result.Read(String text, _) -> text;
            case Result.Empty(boolean bySign) -> bySign ? "sign" : "nothing";
            case Result.Wrong wrong -> wrong.code().name();
        };
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "NUMBER, 1234.50, 1234.50",
                "NUMBER, '1,234.50', 1234.50",
                "NUMBER, ๑๒๓, 123",
                "NUMBER, 007, 7",
                "NUMBER, -5, -5",
                "NUMBER, 0, 0",
                "NUMBER, -, sign",
                "NUMBER, –, sign",
                "NUMBER, NA, sign",
                "NUMBER, NaN, sign",
                "TEXT, NA, sign",
                "TEXT, <NA>, sign",
                "TEXT, null, sign",
                "TEXT, Name, Name",
                "TEXT, n/a, n/a",
                "TEXT, '=\"0012\"', 0012",
                "TEXT, =1+1, =1+1",
                "DAY, -, sign",
                "NUMBER, '(2,500.00)', -2500.00",
                "NUMBER, '2,500.00-', -2500.00",
                "NUMBER, −5000, -5000",
                "NUMBER, '850,000.-', 850000",
                "NUMBER, 500 บาท, 500",
                "COUNT, 500 บาท, NOT_A_NUMBER",
                "COUNT, 3.0, 3.0",
                "NUMBER, '', nothing",
                "NUMBER, '1,23', NOT_A_NUMBER",
                "NUMBER, #REF!, SPREADSHEET_ERROR",
                "PERCENT, 98.5%, 98.5",
                "PERCENT, ร้อยละ ๑๐๐, 100",
                "TEXT, #DIV/0!, SPREADSHEET_ERROR",
                "TEXT, Err:502, SPREADSHEET_ERROR",
                "TEXT, Excellent, Excellent",
                "TEXT, ' a  b ', a  b",
                "VILLAGE_CODE, 43 01 01 01, 43010101",
                "VILLAGE_CODE, 43010101.0, 43010101",
                "VILLAGE_CODE, '=\"43010101\"', 43010101",
                "QUARTER, 1.0, 1",
                "FISCAL_YEAR, 2565.0, 2565",
                "FISCAL_YEAR, '2,565', 2565",
                "TIME_OF_YEAR, 1.0, 1",
                "FLAG, 1.0, true",
                "FLAG, 0.0, false",
                "DAY, 2021-11-20 14:05:33.120, 2021-11-20",
                "DAY, 2021-11-20T23:30:00Z, 2021-11-21",
                "VILLAGE_CODE, 430101, NOT_A_VILLAGE_CODE",
                "DAY, 4 มี.ค. 65, 2022-03-04",
                "DAY, 31/2/2565, NOT_A_DATE",
                "MONTH, ต.ค. 64, 2021-10-01",
                "MONTH, ตุลาคม 2564, 2021-10-01",
                "MONTH, 2021-10, 2021-10-01",
                "MONTH, 10/2564, 2021-10-01",
                "MONTH, 31/10/2564, 2021-10-01",
                "MONTH, ปีก่อน, NOT_A_MONTH",
                "QUARTER, ไตรมาส 1, 1",
                "QUARTER, ไตร3-4, 3-4",
                "QUARTER, ไตรมาสที่ ๑–๒, 1-2",
                "QUARTER, Q4, 4",
                "QUARTER, 5, NOT_A_QUARTER",
                "FISCAL_YEAR, ปีงบประมาณ พ.ศ. ๒๕๖๕, 2565",
                "FISCAL_YEAR, 65, 2565",
                "FISCAL_YEAR, 2022, 2565",
                "FISCAL_YEAR, ปีนี้, NOT_A_FISCAL_YEAR",
                "TIME_OF_YEAR, ครั้งที่ ๑, 1",
                "TIME_OF_YEAR, 2/2565, 2",
                "TIME_OF_YEAR, 3, NOT_A_TIME_OF_YEAR",
                "CHOICE, จัดตั้งใหม่่, new",
                "CHOICE, existing, existing",
                "CHOICE, อื่น, UNKNOWN_CHOICE",
                "FLAG, ✓, true",
                "FLAG, ยังไม่ได้บันทึก, false",
                "FLAG, อาจจะ, NOT_YES_OR_NO"
            })
    void readsWhatPeopleWriteIntoTheFormThatIsKept(ColumnType type, String cell, String kept) {
        assertThat(read(type, cell)).isEqualTo(kept);
    }
}
