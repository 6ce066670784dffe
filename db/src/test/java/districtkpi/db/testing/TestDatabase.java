package districtkpi.db.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import districtkpi.db.DatabaseOwner;
import districtkpi.db.Migrations;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.scope.ScopedDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A migrated database of its own for a test class: the nine districts, and nothing else.
 *
 * <p>One server serves a JVM. It is a container where a Docker engine answers, else the embedded
 * PostgreSQL; which one is printed. The migrations run once, into a template that is then cloned.
 */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;
    private final HikariDataSource pool;
    private final HikariDataSource programPool;
    private final HikariDataSource districtPool;

    private TestDatabase(String name) {
        this.name = name;
        this.pool = new HikariDataSource(pool(name));
        this.programPool = pool(name, DatabaseOwner.TAKE_PROGRAM_ROLE);
        this.districtPool = pool(name, DatabaseOwner.TAKE_DISTRICT_ROLE);
    }

    private static HikariDataSource pool(String name, String first) {
        HikariConfig config = pool(name);
        config.setConnectionInitSql(first);
        return new HikariDataSource(config);
    }

    private static HikariConfig pool(String name) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(Template.SERVER.dataSource(name));
        config.setMinimumIdle(0);
        // The first connection is made when somebody asks.
        config.setInitializationFailTimeout(-1);
        return config;
    }

    /** Clones the template; takes a fraction of a second after the first time. */
    public static TestDatabase create() {
        return cloneOf(Template.NAME);
    }

    /** One that holds what this one does; nobody may be working with this one. */
    public TestDatabase copy() {
        endConnections();
        return cloneOf(name);
    }

    private static TestDatabase cloneOf(String template) {
        String name = "test_" + NUMBER.incrementAndGet();
        Template.execute("create database %s template %s".formatted(name, template));
        return new TestDatabase(name);
    }

    /** One in which nothing was made yet. */
    public static TestDatabase createEmpty() {
        String name = "test_" + NUMBER.incrementAndGet();
        Template.execute("create database %s template template0".formatted(name));
        return new TestDatabase(name);
    }

    public String jdbcUrl() {
        return Template.SERVER.jdbcUrl(name);
    }

    public String username() {
        return Template.SERVER.username();
    }

    public String password() {
        return Template.SERVER.password();
    }

    /**
     * A pool of the role that owns the tables, for a fresh connection of each step would be most of
     * a test's time; it is closed with the database and not by those who use it.
     */
    public DataSource dataSource() {
        return new DelegatingDataSource(pool);
    }

    /** The same as the role that the program works as, which owns nothing. */
    public DataSource programDataSource() {
        return new DelegatingDataSource(programPool);
    }

    /** The same as the role that the program works as for whoever acts. */
    public DataSource scopedDataSource(CurrentAccount current) {
        return new ScopedDataSource(programPool, districtPool, current);
    }

    /**
     * Empties every table but those of places, which a test that changes them needs a database of
     * its own for. Numbers go on where they were, so that nothing kept under one is mistaken.
     */
    public void clear() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(Template.CLEAR);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends every connection and lets nobody in, as if it were away. */
    public void leave() {
        Template.execute("alter database %s allow_connections false".formatted(name));
        endConnections();
    }

    /** Is there again. */
    public void comeBack() {
        Template.execute("alter database %s allow_connections true".formatted(name));
    }

    /** Drops the database, whoever may still be connected. */
    @Override
    public void close() {
        pool.close();
        programPool.close();
        districtPool.close();
        // Not "with (force)": that wants to end a vacuum of the server's own too, and may not. A
        // plain drop sends it away.
        endConnections();
        Template.execute("drop database " + name);
    }

    private void endConnections() {
        Template.execute(
                """
                select pg_terminate_backend(pid, 5000) from pg_stat_activity
                where datname = '%s' and usename = current_user\
                """
                        .formatted(name));
    }

    /** Made when the first test of a JVM asks. */
    private static final class Template {

        static final String NAME = "district_kpi_template";

        /** The triggers that refuse it are put aside, which only the owner may. */
        static final String CLEAR =
                """
                do $$
                declare
                    filled text[] := array(
                        select format('%I', tablename) from pg_tables
                        where schemaname = 'public'
                            and tablename not in
                                ('flyway_schema_history', 'province', 'district_code', 'district'));
                    one text;
                begin
                    foreach one in array filled loop
                        execute format('alter table %s disable trigger user', one);
                    end loop;
                    execute format('truncate %s', array_to_string(filled, ', '));
                    foreach one in array filled loop
                        execute format('alter table %s enable trigger user', one);
                    end loop;
                end
                $$\
                """;

        static final TestServer SERVER = TestServer.start();

        static {
            execute("create database " + NAME);
            Migrations.run(SERVER.dataSource(NAME));
        }

        private Template() {}

        static void execute(String command) {
            try (Connection connection = SERVER.dataSource("postgres").getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(command);
            } catch (SQLException e) {
                throw new IllegalStateException(command, e);
            }
        }
    }
}
