package districtkpi.ui.testing;

import districtkpi.db.account.AccountName;
import districtkpi.db.testing.TestDatabase;
import districtkpi.ui.DistrictKpiApplication;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.catalina.Context;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as it is shipped, on a free port, with a database of its own. */
public final class RunningApplication implements AutoCloseable {

    private final Optional<TestDatabase> database;
    private final ConfigurableApplicationContext context;

    private RunningApplication(
            Optional<TestDatabase> database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    /**
     * Starts it; this takes a few seconds.
     *
     * @param demonstration true to start with the demonstration rounds, false with the districts
     *     and the agreement of 2565-1 alone
     */
    public static RunningApplication start(boolean demonstration) {
        return start(demonstration, List.of());
    }

    /**
     * Starts it on a database that holds something already.
     *
     * @param database closed with the application
     */
    public static RunningApplication start(boolean demonstration, TestDatabase database) {
        return start(demonstration, database, List.of());
    }

    /**
     * Starts it with more settings than it needs.
     *
     * @param settings as on the command line, such as {@code --server.port=80}
     */
    public static RunningApplication start(boolean demonstration, List<String> settings) {
        return start(demonstration, database(demonstration), settings);
    }

    private static TestDatabase database(boolean demonstration) {
        return demonstration ? demonstrationDatabase() : TestDatabase.create();
    }

    /**
     * A database as the program leaves it that was started for the first time, with the
     * demonstration rounds: that takes longer than everything else of a start, and happens once.
     */
    public static TestDatabase demonstrationDatabase() {
        return FirstStarted.DATABASE.copy();
    }

    private static final class FirstStarted {

        static final TestDatabase DATABASE = TestDatabase.create();

        static {
            run(true, on(DATABASE, List.of())).close();
        }

        private FirstStarted() {}
    }

    /**
     * Starts it on a database that holds something already, with more settings than it needs.
     *
     * @param database closed with the application
     */
    public static RunningApplication start(
            boolean demonstration, TestDatabase database, List<String> settings) {
        return new RunningApplication(
                Optional.of(database), run(demonstration, on(database, settings)));
    }

    private static List<String> on(TestDatabase database, List<String> settings) {
        List<String> all = new ArrayList<>(settings);
        // Of several at once, each works in a folder of its own.
        all.add("--district-kpi.data=" + TestFolder.create());
        all.add("--spring.datasource.url=" + database.jdbcUrl());
        all.add("--spring.datasource.username=" + database.username());
        all.add("--spring.datasource.password=" + database.password());
        return all;
    }

    /**
     * Starts it without demonstration data on a PostgreSQL of its own that ends with it.
     *
     * @param data the folder of the database
     */
    public static RunningApplication startEmbedded(Path data, List<String> settings) {
        List<String> all = new ArrayList<>(settings);
        all.add("--district-kpi.data=" + data);
        return new RunningApplication(Optional.empty(), run(false, all));
    }

    private static ConfigurableApplicationContext run(
            boolean demonstration, List<String> settings) {
        List<String> all = new ArrayList<>(settings);
        all.add("--server.port=0");
        all.add("--district-kpi.admin-password=" + Administrator.PASSWORD);
        all.add("--district-kpi.password.strength=" + Administrator.STRENGTH);
        all.add("--DISTRICT_KPI_DEMO=" + demonstration);
        return SpringApplication.run(DistrictKpiApplication.class, all.toArray(String[]::new));
    }

    /** What Tomcat knows of the application, its sessions among it. */
    public Context server() {
        TomcatWebServer server =
                (TomcatWebServer)
                        Objects.requireNonNull(
                                ((ServletWebServerApplicationContext) context).getWebServer());
        return (Context) server.getTomcat().getHost().findChildren()[0];
    }

    /** The address that the application answers at, without a slash at its end. */
    public URI address() {
        return URI.create(
                "http://127.0.0.1:"
                        + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** A part of the application, for what cannot be done from outside in a sensible time. */
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Lets the thread act as the administrator. */
    public void signIn() {
        Administrator.signIn(context, AccountName.ADMIN);
    }

    @Override
    public void close() {
        context.close();
        database.ifPresent(TestDatabase::close);
    }
}
