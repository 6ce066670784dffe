package districtkpi.importer.result;

import static districtkpi.importer.table.WorkbookBytes.row;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.importer.ImportFile;
import districtkpi.importer.Mutations;
import districtkpi.importer.agreement.AgreementReader;
import districtkpi.importer.table.WorkbookBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every file, however broken, is read or refused, soon and in little memory. */
class MutatedFilesTest {

    static final byte[] LONG =
            """
            round,district,indicator,measure,value,of,as_of,note
            2565-1,ท่าบ่อ,T1,spending,"1,234.50",2000,31/3/2565,
            2565-1,4305,P4,overdue_debt,n/a,0,,"ไม่มี
            หนี้"
            """
                    .getBytes(StandardCharsets.UTF_8);
    static final byte[] WIDE =
            """
            รอบ;อำเภอ;T1.spending (บาท);T1.spending.of;P7.channels
            2565-1;Tha Bo;80;100;๒
            2565-1;4301;75%;;
            """
                    .getBytes(StandardCharsets.UTF_8);
    static final WorkbookBytes WORKBOOK =
            new WorkbookBytes()
                    .sheet(
                            "ผล",
                            row(1, "round", "district", "as_of", "T1.spending", "P7.channels")
                                    + "<row r='2'><c t='inlineStr'><is><t>2565-1</t></is></c><c t='s'><v>0</v></c><c s='2'><v>44624</v></c>"
                                    + "<c s='1'><f>1/2</f><v>0.82340000000000003</v></c><c><v>2</v></c></row>")
                    .sheet("อื่น", "hidden", row(3, "x"));

    /** The kinds of files that are handed in. */
    enum Kind {
        LONG_FORM(MutatedFilesTest::longForm, MutatedFilesTest::readResults),
        WIDE_FORM(MutatedFilesTest::wideForm, MutatedFilesTest::readResults),
        WORKBOOK(MutatedFilesTest::workbook, MutatedFilesTest::readResults),
        AGREEMENT(MutatedFilesTest::agreement, MutatedFilesTest::readAgreement);

        private final Function<Random, byte[]> breaker;
        private final Predicate<byte[]> reader;

        Kind(Function<Random, byte[]> breaker, Predicate<byte[]> reader) {
            this.breaker = breaker;
            this.reader = reader;
        }
    }

    @ParameterizedTest
    @EnumSource
    void areReadOrRefused(Kind kind) {
        Mutations.check(kind.name(), kind.breaker, kind.reader);
    }

    private static boolean readResults(byte[] content) {
        Checked checked =
                Checked.check(new ImportFile("results", content), Optional.empty(), Checked.LIMITS);
        assertThat(checked.rejected()).isLessThanOrEqualTo(checked.rows());
        assertThat(checked.refused() || checked.rows() > 0).isTrue();
        return checked.refused();
    }

    private static boolean readAgreement(byte[] content) {
        return new AgreementReader().read(content).agreement().isEmpty();
    }

    private static byte[] longForm(Random random) {
        return Mutations.of(LONG, random);
    }

    private static byte[] wideForm(Random random) {
        return Mutations.of(WIDE, random);
    }

    static byte[] workbook(Random random) {
        return Mutations.of(WORKBOOK, random);
    }

    static byte[] agreement(Random random) {
        return Mutations.of(Small.AGREEMENT, random);
    }

    /** Read once. */
    private static final class Small {

        static final byte[] AGREEMENT = read();

        private static byte[] read() {
            try (InputStream in =
                    MutatedFilesTest.class.getResourceAsStream(
                            "/districtkpi/importer/agreement/small.yaml")) {
                return in == null ? new byte[0] : in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
