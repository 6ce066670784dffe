package districtkpi.ui.testing;

import districtkpi.db.testing.TestDatabase;
import districtkpi.ui.DistrictKpiApplication;
import java.net.URI;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as it is shipped, on a free port, with a database of its own. */
public final class RunningApplication implements AutoCloseable {

    private final TestDatabase database;
    private final ConfigurableApplicationContext context;

    private RunningApplication(TestDatabase database, ConfigurableApplicationContext context) {
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
        return start(demonstration, TestDatabase.create());
    }

    /**
     * Starts it on a database that holds something already.
     *
     * @param database closed with the application
     */
    public static RunningApplication start(boolean demonstration, TestDatabase database) {
        return new RunningApplication(
                database,
                SpringApplication.run(
                        DistrictKpiApplication.class,
                        "--server.port=0",
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password(),
                        "--district-kpi.admin-password=" + Administrator.PASSWORD,
                        "--district-kpi.password.strength=" + Administrator.STRENGTH,
                        "--DISTRICT_KPI_DEMO=" + demonstration));
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

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
