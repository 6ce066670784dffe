package districtkpi.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import districtkpi.importer.table.WorkbookBytes;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/**
 * Breaks the bytes of a file in one to four ways, and sees that whoever reads thousands of such
 * files refuses or reads each, soon and in little memory.
 */
public final class Mutations {

    /** In a build, where most of them are alike to whoever reads them. */
    private static final int FEW = 5_000;

    private static final Duration MAX_TOTAL_TIME = Duration.ofMinutes(10);
    private static final long MAX_NANOSECONDS = Duration.ofSeconds(5).toNanos();
    private static final long MAX_MEMORY = 100L << 20;

    private static final List<byte[]> PIECES =
            List.of(
                    bytes("\""),
                    bytes("\"\"\","),
                    bytes("\r"),
                    bytes("\n"),
                    bytes("\0"),
                    bytes("\uFEFF"),
                    bytes(",;\t"),
                    bytes("=HYPERLINK(\"x\")"),
                    bytes("#REF!"),
                    bytes("'"),
                    bytes("&#x0;&amp;&x;"),
                    bytes("]]>"),
                    bytes("<!--"),
                    bytes("<![CDATA["),
                    bytes("<!DOCTYPE x [<!ENTITY y 'z'>]>"),
                    bytes("<c r='ZZZ9'><v>1e999</v></c>"),
                    bytes("- {a: &b [*b, *b]}\n"),
                    bytes("!!java.net.URL [x]"),
                    bytes("1234567890123"),
                    bytes("๙๙๙๙"),
                    bytes("99999999999999999999999999999999"),
                    bytes("x".repeat(5_000)),
                    bytes("{[".repeat(60)),
                    new byte[] {(byte) 0xFF, (byte) 0xFE},
                    new byte[] {(byte) 0xE0, (byte) 0xB8},
                    new byte[] {(byte) 0xA1, (byte) 0xD2, (byte) 0xC3});

    private static final List<Charset> CHARSETS =
            List.of(
                    StandardCharsets.UTF_16,
                    Charset.forName("x-windows-874"),
                    StandardCharsets.ISO_8859_1);

    private Mutations() {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * How many variants of each kind of file go through a database: few in a build, as many as
     * {@code DISTRICT_KPI_MUTATIONS} says where somebody asks for all.
     */
    public static int withDatabase() {
        return asked().orElse(20);
    }

    private static OptionalInt asked() {
        return Stream.ofNullable(System.getenv("DISTRICT_KPI_MUTATIONS"))
                .mapToInt(Integer::parseInt)
                .findAny();
    }

    /**
     * Breaks a kind of file in 5,000 ways, each kind of change in hundreds of them, or in as many
     * as {@code DISTRICT_KPI_MUTATIONS} says.
     *
     * @param breaker makes one of them
     * @param isRefused reads it
     */
    public static void check(
            String kind, Function<Random, byte[]> breaker, Predicate<byte[]> isRefused) {
        int variants = asked().orElse(FEW);
        AtomicInteger seed = new AtomicInteger();
        Assertions.assertTimeoutPreemptively(
                MAX_TOTAL_TIME,
                () -> {
                    int refused = 0;
                    while (seed.incrementAndGet() <= variants) {
                        refused += check(kind, breaker, isRefused, seed.get()) ? 1 : 0;
                    }
                    assertThat(refused).isBetween(variants / 4, variants - 1);
                },
                () -> kind + " hangs with seed " + seed);
    }

    private static boolean check(
            String kind, Function<Random, byte[]> breaker, Predicate<byte[]> isRefused, int seed) {
        byte[] content = breaker.apply(new Random(seed));
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = memory.getCurrentThreadAllocatedBytes();
        long start = memory.getCurrentThreadCpuTime();
        try {
            boolean refused = isRefused.test(content);
            assertThat(memory.getCurrentThreadCpuTime() - start)
                    .as("nanoseconds for %s with seed %d", kind, seed)
                    .isLessThan(MAX_NANOSECONDS);
            assertThat(memory.getCurrentThreadAllocatedBytes() - allocated)
                    .as("bytes for %s with seed %d", kind, seed)
                    .isLessThan(MAX_MEMORY);
            return refused;
        } catch (RuntimeException | StackOverflowError broken) {
            return fail(String.format(Locale.ROOT, "%s fails with seed %d", kind, seed), broken);
        }
    }

    /** The bytes of the zip, or those of one of its parts, or the parts themselves. */
    public static byte[] of(WorkbookBytes workbook, Random random) {
        if (random.nextInt(4) == 0) {
            return of(workbook.bytes(), random);
        }
        Map<String, byte[]> parts = new LinkedHashMap<>(workbook.parts());
        List<String> names = new ArrayList<>(parts.keySet());
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(12)) {
            case 0 -> parts.remove(name);
            case 1 -> parts.put(name, new byte[random.nextInt(3)]);
            default -> parts.computeIfPresent(name, (_, part) -> of(part, random));
        }
        return WorkbookBytes.zip(parts);
    }

    public static byte[] of(byte[] content, Random random) {
        byte[] result = content;
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(result.length + 1);
            int end = Math.min(result.length, at + random.nextInt(40));
            result =
                    switch (random.nextInt(8)) {
                        case 0 -> flipped(result, random);
                        case 1 -> joined(result, at, new byte[0], end);
                        case 2 -> joined(result, at, Arrays.copyOfRange(result, at, end), at);
                        case 3, 4, 5 ->
                                joined(result, at, PIECES.get(random.nextInt(PIECES.size())), at);
                        case 6 -> random.nextInt(4) == 0 ? Arrays.copyOf(result, at) : result;
                        default -> reencoded(result, at, end, random);
                    };
        }
        return result;
    }

    private static byte[] flipped(byte[] content, Random random) {
        byte[] result = content.clone();
        for (int i = 0; i < 3 && result.length > 0; i++) {
            result[random.nextInt(result.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return result;
    }

    private static byte[] joined(byte[] content, int start, byte[] piece, int from) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(content, 0, start);
        result.writeBytes(piece);
        result.write(content, from, content.length - from);
        return result.toByteArray();
    }

    /** One part in another encoding than the rest. */
    private static byte[] reencoded(byte[] content, int start, int end, Random random) {
        String part = new String(content, start, end - start, StandardCharsets.UTF_8);
        byte[] other = part.getBytes(CHARSETS.get(random.nextInt(CHARSETS.size())));
        return joined(content, start, other, end);
    }
}
