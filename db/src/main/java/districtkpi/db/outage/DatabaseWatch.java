package districtkpi.db.outage;

import districtkpi.db.text.DatabaseTexts;
import districtkpi.domain.LocalizedText;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the database twice a second whether it is there, on a connection of its own. Once it is not,
 * connections in use are cut, so that nobody waits for an answer that does not come, and none are
 * given out until it answers again. Says both in the log, each once.
 *
 * <p>A database that has stopped answering without ending is found away after four seconds, one
 * that ended at once. Safe for use by several threads.
 */
public final class DatabaseWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);

    private static final Duration PERIOD = Duration.ofMillis(500);

    /** For one answer on a connection that is there. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final DataSource own;
    private final Set<Connection> given = ConcurrentHashMap.newKeySet();
    private final Thread thread;

    private final Object turn = new Object();
    private long asked;
    private long answered;
    private boolean answer = true;
    private boolean hurried;
    private boolean closed;

    private volatile boolean away;
    private @Nullable Connection connection;

    private DatabaseWatch(DataSource own) {
        this.own = own;
        this.thread = Thread.ofPlatform().daemon().name("database-watch").unstarted(this::run);
    }

    /**
     * Starts to watch.
     *
     * @param own makes a new connection each time, and gives up within two seconds
     */
    public static DatabaseWatch start(DataSource own) {
        DatabaseWatch watch = new DatabaseWatch(own);
        watch.thread.start();
        return watch;
    }

    /** Whether the database did not answer when it was asked last. */
    public boolean isAway() {
        return away;
    }

    /**
     * Asks the database now.
     *
     * @param patience after which no answer counts as none
     */
    public boolean answers(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (turn) {
            // A question that is under way may have been asked too early.
            long wanted = asked + 1;
            hurry();
            while (answered < wanted && !closed) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                try {
                    turn.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return answer && !closed;
        }
    }

    /**
     * Waits until the database answers again, if it does not; not without an end.
     *
     * @return whether it does
     */
    boolean awaitBack(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (turn) {
            while (away && !closed) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                turn.wait(left);
            }
            return !closed;
        }
    }

    /** Asks as soon as possible: somebody has reason to doubt. */
    void hurry() {
        synchronized (turn) {
            hurried = true;
            turn.notifyAll();
        }
    }

    /** Remembers a connection of the program, to cut it when the database is away. */
    void given(Connection one) {
        given.removeIf(DatabaseWatch::isClosed);
        given.add(one);
    }

    private static boolean isClosed(Connection one) {
        try {
            return one.isClosed();
        } catch (SQLException e) {
            log.debug("Not even that can be said", e);
            return true;
        }
    }

    private void run() {
        try {
            long since = System.nanoTime();
            while (begin()) {
                Optional<SQLException> failure = ask();
                if (failure.isPresent() && !away) {
                    since = System.nanoTime();
                    away = true;
                    LocalizedText text = DatabaseTexts.text("database.away");
                    log.error("{} / {}: {}", text.th(), text.en(), failure.get().getMessage());
                } else if (failure.isEmpty() && away) {
                    away = false;
                    LocalizedText text =
                            DatabaseTexts.text(
                                    "database.back", (System.nanoTime() - since) / 1_000_000_000);
                    log.info("{} / {}", text.th(), text.en());
                }
                if (away) {
                    cut();
                }
                end(failure.isEmpty());
            }
        } catch (InterruptedException e) {
            log.debug("Closed", e);
        } finally {
            forget();
        }
    }

    /** Waits for the time of the next question. */
    private boolean begin() throws InterruptedException {
        long next = System.nanoTime() + PERIOD.toNanos();
        synchronized (turn) {
            long left = PERIOD.toMillis();
            while (!hurried && !closed && left > 0) {
                turn.wait(left);
                left = (next - System.nanoTime()) / 1_000_000;
            }
            hurried = false;
            asked++;
            return !closed;
        }
    }

    private void end(boolean there) {
        synchronized (turn) {
            answer = there;
            answered = asked;
            turn.notifyAll();
        }
    }

    /** Asks; on a new connection if the one there was fails, as only that may have been cut. */
    private Optional<SQLException> ask() {
        if (connection != null) {
            try {
                ask(connection);
                return Optional.empty();
            } catch (SQLException e) {
                log.debug("Asking once more", e);
                forget();
            }
        }
        try {
            Connection fresh = own.getConnection();
            connection = fresh;
            fresh.setNetworkTimeout(Runnable::run, Math.toIntExact(PATIENCE.toMillis()));
            ask(fresh);
            return Optional.empty();
        } catch (SQLException e) {
            forget();
            return Optional.of(e);
        }
    }

    private static void ask(Connection asking) throws SQLException {
        try (Statement statement = asking.createStatement()) {
            statement.execute("select 1");
        }
    }

    private void forget() {
        if (connection != null) {
            cut(connection);
            connection = null;
        }
    }

    private void cut() {
        given.forEach(DatabaseWatch::cut);
        given.clear();
    }

    private static void cut(Connection one) {
        try {
            one.abort(Runnable::run);
        } catch (SQLException e) {
            log.debug("It was cut already", e);
        }
    }

    /** Ends watching, and with it waiting. */
    @Override
    public void close() {
        synchronized (turn) {
            closed = true;
            turn.notifyAll();
        }
        thread.interrupt();
    }
}
