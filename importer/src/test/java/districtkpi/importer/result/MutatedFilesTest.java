package districtkpi.importer.result;

import static districtkpi.importer.table.WorkbookBytes.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import districtkpi.importer.ImportFile;
import districtkpi.importer.Mutations;
import districtkpi.importer.agreement.AgreementReader;
import districtkpi.importer.table.WorkbookBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every file, however broken, is read or refused, soon and in little memory. */
class MutatedFilesTest {

    private static final int VARIANTS = 20_000;
    private static final Duration MOST_TIME_OF_ALL = Duration.ofMinutes(10);
    private static final long MOST_NANOSECONDS = Duration.ofSeconds(5).toNanos();
    private static final long MOST_MEMORY = 100L << 20;

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
        private final Function<byte[], Boolean> reader;

        Kind(Function<Random, byte[]> breaker, Function<byte[], Boolean> reader) {
            this.breaker = breaker;
            this.reader = reader;
        }
    }

    @ParameterizedTest
    @EnumSource
    void areReadOrRefused(Kind kind) {
        AtomicInteger seed = new AtomicInteger();
        Assertions.assertTimeoutPreemptively(
                MOST_TIME_OF_ALL,
                () -> {
                    int refused = 0;
                    while (seed.incrementAndGet() <= VARIANTS) {
                        refused += isRefused(kind, seed.get()) ? 1 : 0;
                    }
                    assertThat(refused).isBetween(VARIANTS / 4, VARIANTS - 1);
                },
                () -> kind + " hangs with seed " + seed);
    }

    private static boolean isRefused(Kind kind, int seed) {
        byte[] content = kind.breaker.apply(new Random(seed));
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = memory.getCurrentThreadAllocatedBytes();
        long start = memory.getCurrentThreadCpuTime();
        try {
            boolean refused = kind.reader.apply(content);
            assertThat(memory.getCurrentThreadCpuTime() - start)
                    .as("nanoseconds for %s with seed %d", kind, seed)
                    .isLessThan(MOST_NANOSECONDS);
            assertThat(memory.getCurrentThreadAllocatedBytes() - allocated)
                    .as("bytes for %s with seed %d", kind, seed)
                    .isLessThan(MOST_MEMORY);
            return refused;
        } catch (RuntimeException | StackOverflowError broken) {
            return fail("%s fails with seed %d".formatted(kind, seed), broken);
        }
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

    /** The bytes of the zip, or those of one of its parts, or the parts themselves. */
    static byte[] workbook(Random random) {
        if (random.nextInt(4) == 0) {
            return Mutations.of(WORKBOOK.bytes(), random);
        }
        Map<String, byte[]> parts = new LinkedHashMap<>(WORKBOOK.parts());
        List<String> names = new ArrayList<>(parts.keySet());
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(12)) {
            case 0 -> parts.remove(name);
            case 1 -> parts.put(name, new byte[random.nextInt(3)]);
            default -> parts.computeIfPresent(name, (_, part) -> Mutations.of(part, random));
        }
        return WorkbookBytes.zip(parts);
    }

    private static byte[] agreement(Random random) {
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
