package districtkpi.importer.result;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.importer.ImportFile;
import districtkpi.importer.ImportReport;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files broken at random: every one is read or refused with reasons, and soon. */
class BrokenFilesTest {

    private static final int VARIANTS_OF_A_SEED = 300;

    /** Alone, not within a longer number. */
    private static final String NUMBER = "(?<!\\p{Nd})(?<!\\p{Nd}\\.)1234567890123(?!\\p{Nd})";

    private static final List<String> GOOD =
            List.of(
                    """
                    round,district,indicator,measure,value,of,as_of,source,note
                    2565-1,เมืองหนองคาย,T1,spending,"1,234,567.50",2000000,1 มี.ค. 65,GFMIS,"หนึ่ง
                    สอง"
                    2565-1,4302,P7,channels,๒,,4/3/2565,,
                    2565-1,4305,T3,evidence_received,2022-03-04,,,,
                    2565-1,อ.สังคม,P4,overdue_debt,n/a,0,,,ไม่มีหนี้
                    """,
                    """
                    round;district;as_of;T1.spending;T1.spending.of;P7.working_group
                    2565-1;Tha Bo;4/3/2565;80;100;ใช่
                    2565-2;4301;;75%;;ยัง
                    """);

    private static final List<String> PIECES =
            List.of(
                    "\"",
                    "\"\"",
                    ",",
                    ";",
                    "\t",
                    "\r",
                    "\n",
                    "\r\n",
                    "\0",
                    "\uFEFF",
                    "\u200B",
                    "๙",
                    "-",
                    "%",
                    "n/a",
                    "#REF!",
                    "1234567890123",
                    "1-2345-67890-12-3",
                    "ํ",
                    "เเ",
                    "่่่่",
                    "=1+1",
                    "2565-1",
                    "P7.channels",
                    "\uD83D\uDE00",
                    "9".repeat(400),
                    "of",
                    "round",
                    "{0}",
                    "\\",
                    "'",
                    " ");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 15);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverFailNorHang(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < VARIANTS_OF_A_SEED; i++) {
            byte[] content = broken(random);
            String which = "seed " + seed + ", variant " + i;
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> read(content, which), which);
        }
    }

    private static void read(byte[] content, String which) {
        ImportFile file = new ImportFile("results.csv", content);
        Checked checked = Checked.check(file, Optional.empty(), Checked.LIMITS);

        assertThat(checked.rejected()).as(which).isLessThanOrEqualTo(checked.rows());
        assertThat(checked.refused())
                .as(which)
                .isEqualTo(
                        checked.issues().stream()
                                .anyMatch(issue -> issue.severity().name().equals("ERROR")));
        assertThat(checked.refused() || !checked.figures().isEmpty() || checked.rows() > 0)
                .as(which + " is taken without a row")
                .isTrue();
        assertThat(checked.messages()).as(which).doesNotContainPattern(NUMBER);
        assertThat(checked.issues())
                .as(which)
                .allSatisfy(issue -> {
                    assertThat(issue.value()).hasSizeLessThanOrEqualTo(150);
                    assertThat(issue.message().en()).doesNotContainPattern("\\p{Cntrl}");
                });
        String refused =
                RefusedRows.csv(
                        file,
                        ImportReport.rejected(
                                file.name(),
                                "",
                                ImportReport.Counts.rejected(checked.rows(), checked.rejected()),
                                checked.issues()));
        assertThat(refused).as(which).contains("error_codes").doesNotContainPattern(NUMBER);
    }

    private static byte[] broken(Random random) {
        StringBuilder text = new StringBuilder(GOOD.get(random.nextInt(GOOD.size())));
        if (random.nextBoolean()) {
            text.replace(0, text.length(), text.toString().replace("\n", "\r\n"));
        }
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.delete(at, end);
                case 2 -> text.insert(at, text.substring(at, end));
                default -> text.setCharAt(at, (char) random.nextInt(0x0E60));
            }
            if (text.isEmpty()) {
                text.append(',');
            }
        }
        Charset[] charsets = {
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16,
            Charset.forName("x-windows-874")
        };
        byte[] content = text.toString().getBytes(charsets[random.nextInt(charsets.length)]);
        if (random.nextInt(4) == 0) {
            content[random.nextInt(content.length)] = (byte) random.nextInt(256);
        }
        if (random.nextInt(10) == 0) {
            content = Arrays.copyOf(content, random.nextInt(content.length + 1));
        }
        return content;
    }
}
