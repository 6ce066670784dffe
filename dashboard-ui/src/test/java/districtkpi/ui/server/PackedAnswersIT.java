package districtkpi.ui.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.testing.RunningApplication;
import districtkpi.ui.testing.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PackedAnswersIT {

    private static final String PAGE = "?round=2565-1&lang=th";

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(true);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void whoTakesItPackedGetsTheSameInATenth() throws IOException, InterruptedException {
        try (Visitor plain = new Visitor(application.address());
                Visitor packing = new Visitor(application.address())) {
            plain.visit("no-such-page");
            packing.visit("no-such-page");
            String text = new String(plain.answer(PAGE, false), UTF_8);
            byte[] packed = packing.answer(PAGE, true);

            assertThat(packed.length * 5).isLessThan(text.getBytes(UTF_8).length);
            try (GZIPInputStream unpacking =
                    new GZIPInputStream(new ByteArrayInputStream(packed))) {
                String unpacked = new String(unpacking.readAllBytes(), UTF_8);
                assertThat(unpacked).hasSameSizeAs(text).contains("sparkline");
            }
        }
    }

    /** As after an answer that was lost on its way. */
    @Test
    void whoAsksAgainGetsTheLastAnswer() throws IOException, InterruptedException {
        try (Visitor visitor = new Visitor(application.address())) {
            visitor.visit("no-such-page");
            byte[] answer = visitor.answer(PAGE, false);

            assertThat(visitor.sameAgain()).isEqualTo(answer);
            assertThat(visitor.sameAgain()).isEqualTo(answer);
            assertThat(visitor.visit("district/4301?round=2565-1").bytes()).isGreaterThan(10_000);
        }
    }
}
