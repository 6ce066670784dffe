package districtkpi.ui.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class OutOfMemoryTest {

    private static final Logger log = LoggerFactory.getLogger(OutOfMemoryTest.class);

    private final List<Integer> ended = new ArrayList<>();
    private final OutOfMemory watch = new OutOfMemory(ended::add);

    @AfterEach
    void leave() {
        watch.destroy();
    }

    @Test
    void theProgramEndsOnceSuchAnErrorIsInTheLogWhoeverCaughtIt() {
        log.debug("A request failed", new IllegalStateException(new OutOfMemoryError("heap")));

        assertThat(ended).containsExactly(3);
    }

    @Test
    void theProgramEndsOnceSuchAnErrorEndsAThread() throws InterruptedException {
        Thread.ofVirtual()
                .start(() -> {
                    throw new OutOfMemoryError("heap");
                })
                .join();

        assertThat(ended).containsExactly(3);
    }

    @Test
    void theProgramGoesOnWithOtherFailures() {
        log.debug("A request failed", new IllegalStateException(new StackOverflowError()));

        assertThat(ended).isEmpty();
    }
}
