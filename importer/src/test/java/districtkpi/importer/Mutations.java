package districtkpi.importer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Breaks the bytes of a file in one to four ways. */
public final class Mutations {

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
