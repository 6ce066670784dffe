package districtkpi.importer.table;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.importer.ImportFile;
import districtkpi.importer.Issue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileDecoderTest {

    private static final Charset WINDOWS_874 = Charset.forName("x-windows-874");
    private static final String TEXT =
            "round,district,indicator,measure,value\r\n2565-1,อำเภอศรีเชียงใหม่,P7,channels,๒\r\n";

    private final IssueLog log = new IssueLog(10);

    private Optional<String> decode(byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        return FileDecoder.decode(
                new ImportFile("results.csv", content.toByteArray()),
                ImportLimits.ofBytes(1_000),
                log);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private List<String> issues() {
        return log.issues().stream().map(issue -> issue.code() + " " + issue.line()).toList();
    }

    @Test
    void readsUtf8() {
        assertThat(decode(TEXT.getBytes(StandardCharsets.UTF_8))).contains(TEXT);
    }

    @Test
    void readsUtf8WithByteOrderMark() {
        assertThat(decode(bytes(0xEF, 0xBB, 0xBF), TEXT.getBytes(StandardCharsets.UTF_8)))
                .contains(TEXT);
    }

    @Test
    void readsUtf16OfBothOrders() {
        assertThat(decode(bytes(0xFF, 0xFE), TEXT.getBytes(StandardCharsets.UTF_16LE)))
                .contains(TEXT);
        assertThat(decode(bytes(0xFE, 0xFF), TEXT.getBytes(StandardCharsets.UTF_16BE)))
                .contains(TEXT);
    }

    @Test
    void readsWindows874() {
        assertThat(decode(TEXT.getBytes(WINDOWS_874))).contains(TEXT);
    }

    @Test
    void readsWindows874ThatLooksLikeUtf8InPlaces() {
        // The bytes of "เนก" are a character of UTF-8 too.
        String text = "note\nโครงการอเนกประสงค์ ระยะที่ ๒\n";

        assertThat(decode(text.getBytes(WINDOWS_874))).contains(text);
    }

    @Test
    void refusesBytesThatAreNoCharacterOfAnyEncoding() {
        assertThat(decode("a\r\nb\r\nก".getBytes(WINDOWS_874), bytes(0xFF, 0x0A))).isEmpty();

        Issue issue = log.issues().getFirst();
        assertThat(issues()).containsExactly("BAD_ENCODING 3");
        assertThat(issue.message().en())
                .isEqualTo(
                        "Line 3 has characters that are neither UTF-8, UTF-16 nor Windows-874. Save the file as CSV UTF-8 and import it again.");
        assertThat(issue.message().th())
                .isEqualTo(
                        "บรรทัดที่ 3 มีอักขระที่อ่านไม่ได้ทั้งแบบ UTF-8, UTF-16 และ Windows-874 โปรดบันทึกไฟล์เป็น CSV UTF-8 แล้วนำเข้าใหม่");
    }

    @Test
    void refusesUtf8WithAFaultRatherThanReadingNonsense() {
        byte[] thai = "โพนพิสัย\n".repeat(5).getBytes(StandardCharsets.UTF_8);

        assertThat(decode(thai, bytes(0xE0, 0xB8), "\nเมือง".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(issues()).containsExactly("BAD_ENCODING 6");
    }

    @Test
    void refusesUtf16WithAFault() {
        assertThat(decode(bytes(0xFF, 0xFE, 0x41, 0x00, 0x0A, 0x00, 0x00, 0xD8, 0x41, 0x00)))
                .isEmpty();
        assertThat(issues()).containsExactly("BAD_ENCODING 2");
    }

    @Test
    void refusesHalfACharacterOfUtf16() {
        assertThat(decode(bytes(0xFF, 0xFE, 0x41, 0x00, 0x0A))).isEmpty();
        assertThat(issues()).containsExactly("BAD_ENCODING 1");
    }

    @ParameterizedTest
    @CsvSource({
        "255044462D312E37, PDF",
        "1F8B080000000000, gzip",
        "89504E470D0A1A0A, a PNG picture",
        "FFD8FFE000104A46, a JPEG picture",
        "726F756E642C00, it is binary",
        "FFFE000072000000, it is binary",
        "7B5C7274663120, an RTF document",
        "3C3F786D6C2076, an XML document",
        "0D0A203C48544D4C3E, a web page",
    })
    void refusesWhatIsNoText(String hexadecimal, String kind) {
        assertThat(decode(HexFormat.of().parseHex(hexadecimal))).isEmpty();
        assertThat(issues()).containsExactly("NOT_A_TABLE 0");
        assertThat(log.issues().getFirst().message().en())
                .isEqualTo(
                        "The file is neither a table in text form nor an Excel workbook (%s). Save it as an Excel workbook (.xlsx) or as CSV UTF-8 in the spreadsheet program and import that file."
                                .formatted(kind));
    }

    @Test
    void refusesMoreBytesThanAllowed() {
        assertThat(decode(new byte[1_001])).isEmpty();
        assertThat(issues()).containsExactly("TOO_LARGE 0");
        assertThat(log.issues().getFirst().message().en())
                .isEqualTo(
                        "The file has 1001 bytes; the most is 1000. Split it into several files.");
        assertThat(log.issues().getFirst().message().th())
                .isEqualTo(
                        "ไฟล์มีขนาด 1001 ไบต์ เกินขนาดสูงสุด 1000 ไบต์ โปรดแบ่งไฟล์ออกเป็นหลายไฟล์");
    }

    @ParameterizedTest
    @CsvSource({"''", "EFBBBF", "FFFE", "0D0A0D0A", "20092020"})
    void refusesNothingAtAll(String hexadecimal) {
        assertThat(decode(HexFormat.of().parseHex(hexadecimal))).isEmpty();
        assertThat(issues()).containsExactly("EMPTY_FILE 0");
    }
}
