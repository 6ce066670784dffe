package districtkpi.ui.wiring;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import districtkpi.ui.text.ServerTexts;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Ends the program once it ran out of memory, so that whoever watches over it can start it again.
 * Whatever fails then fails anywhere, and a program that goes on hangs.
 *
 * <p>The virtual machine does it by itself with {@code -XX:+ExitOnOutOfMemoryError}, which {@code
 * ./kpi run} gives it; a jar cannot ask for it. Without, the error ends up in a thread that it ends
 * or in the log, whoever caught it: both are watched here.
 *
 * @see "Decision record 0048: load"
 */
@Component
class OutOfMemory extends TurboFilter implements DisposableBean {

    /** Made while there is memory. */
    private static final String SAID =
            ServerTexts.bilingual(ServerTexts.text("server.out-of-memory"));

    /** As the virtual machine ends itself. */
    static final int STATUS = 3;

    private final IntConsumer end;
    private final @Nullable LoggerContext watched;
    private final Thread.@Nullable UncaughtExceptionHandler before;

    @Autowired
    OutOfMemory() {
        this(Runtime.getRuntime()::halt);
    }

    /**
     * @param end ends the program with a status, without waiting for anything
     */
    OutOfMemory(IntConsumer end) {
        this.end = end;
        watched =
                LoggerFactory.getILoggerFactory() instanceof LoggerContext context ? context : null;
        if (watched != null) {
            watched.addTurboFilter(this);
        }
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(this::uncaught);
    }

    private void uncaught(Thread thread, Throwable failure) {
        endIfMeant(failure);
        if (before != null) {
            before.uncaughtException(thread, failure);
        } else {
            LoggerFactory.getLogger(OutOfMemory.class)
                    .error("The thread {} failed", thread.getName(), failure);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        if (failure != null) {
            endIfMeant(failure);
        }
        return FilterReply.NEUTRAL;
    }

    private void endIfMeant(Throwable failure) {
        // A cause can be the failure itself in a circle.
        if (Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .anyMatch(OutOfMemoryError.class::isInstance)) {
            // Not through the log, which may need memory that there is not.
            System.err.println(SAID);
            end.accept(STATUS);
        }
    }

    @Override
    public void destroy() {
        if (watched != null) {
            watched.getTurboFilterList().remove(this);
        }
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}
