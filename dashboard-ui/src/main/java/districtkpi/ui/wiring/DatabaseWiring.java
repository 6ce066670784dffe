package districtkpi.ui.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import districtkpi.db.DatabaseOwner;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.embedded.EmbeddedDatabase;
import districtkpi.db.embedded.FolderLock;
import districtkpi.db.outage.DatabaseWatch;
import districtkpi.db.outage.WatchedDataSource;
import districtkpi.db.scope.ScopedDataSource;
import districtkpi.office.backup.BackupPlace;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** The connections to the database: the embedded one, unless somebody names another. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DataSourceProperties.class, StartSettings.class})
class DatabaseWiring {

    private static final String POOL = "district-kpi";

    /** Many districts ask for little. */
    private static final int MAX_FOR_DISTRICTS = 10;

    /** For a new connection of the watch. */
    private static final Duration WATCH_PATIENCE = Duration.ofSeconds(2);

    /** For a new connection of everybody else. */
    private static final Duration POOL_PATIENCE = Duration.ofSeconds(4);

    private static final Duration POOL_WAIT = Duration.ofSeconds(1);

    @Bean
    Installation installation(
            StartSettings settings, Optional<BuildProperties> build, Environment environment) {
        return Installation.of(settings, build, environment);
    }

    @Bean
    @Conditional(NoOwnDatabase.class)
    EmbeddedDatabase embeddedDatabase(StartSettings settings) {
        return EmbeddedDatabase.start(settings.data());
    }

    @Bean
    @Conditional(NoOwnDatabase.class)
    DatabaseAddress embeddedDatabaseAddress(EmbeddedDatabase database) {
        return new DatabaseAddress(database::jdbcUrl, database.username(), database.password());
    }

    @Bean
    @Conditional(OwnDatabase.class)
    DatabaseAddress ownDatabaseAddress(DataSourceProperties properties) {
        return new DatabaseAddress(
                properties::determineUrl,
                Objects.requireNonNullElse(properties.determineUsername(), ""),
                Objects.requireNonNullElse(properties.determinePassword(), ""));
    }

    @Bean
    DatabaseWatch databaseWatch(DatabaseAddress address) {
        return DatabaseWatch.start(address.connections(WATCH_PATIENCE));
    }

    @Bean
    BackupPlace backupPlace(Installation installation) {
        return new BackupPlace() {
            @Override
            public Path folder() {
                return installation.backups();
            }

            @Override
            public void create() throws IOException {
                EmbeddedDatabase.createFolder(folder().resolveSibling(""));
                EmbeddedDatabase.createFolder(folder());
            }

            @Override
            public Optional<Closeable> lock() throws IOException {
                return FolderLock.take(folder()).map(lock -> lock::close);
            }

            @Override
            public String version() {
                return installation.version();
            }
        };
    }

    @Bean
    DataFolderRoom dataFolderRoom(Installation installation, StartSettings settings) {
        return new DataFolderRoom(installation.data(), settings.spaceWarning());
    }

    @Bean
    HikariDataSource provinceDataSource(DatabaseAddress address, DatabaseWatch watch) {
        HikariConfig config = pool(POOL, DatabaseOwner.TAKE_PROGRAM_ROLE, address, watch);
        return new HikariDataSource(config);
    }

    @Bean(defaultCandidate = false)
    HikariDataSource districtDataSource(DatabaseAddress address, DatabaseWatch watch) {
        HikariConfig config =
                pool(POOL + "-district", DatabaseOwner.TAKE_DISTRICT_ROLE, address, watch);
        config.setMaximumPoolSize(MAX_FOR_DISTRICTS);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /**
     * A connection that was used a moment ago is given out unseen otherwise, dead or alive: a
     * database that was killed would be met again after it is back.
     */
    private static void lookAtEachConnection() {
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
    }

    private static HikariConfig pool(
            String name, String first, DatabaseAddress address, DatabaseWatch watch) {
        lookAtEachConnection();
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        // More are opened as they are needed, and closed ten minutes after their last use: several
        // programs may share a database that gives out a hundred.
        config.setMinimumIdle(1);
        config.setConnectionInitSql(first);
        config.setDataSource(
                WatchedDataSource.underPool(address.connections(POOL_PATIENCE), watch));
        // What waits longer for a connection asks first whether the database is there.
        config.setConnectionTimeout(POOL_WAIT.toMillis());
        config.setValidationTimeout(POOL_WAIT.toMillis() / 2);
        // Whether it is there at the start is seen before.
        config.setInitializationFailTimeout(-1);
        return config;
    }

    /** What everything but the migrations asks. */
    @Bean
    @Primary
    DataSource scopedDataSource(
            HikariDataSource ofProvince,
            @Qualifier("districtDataSource") HikariDataSource ofDistricts,
            DatabaseWatch watch,
            CurrentAccount current) {
        return new ScopedDataSource(
                new WatchedDataSource(ofProvince, watch),
                new WatchedDataSource(ofDistricts, watch),
                current);
    }

    /**
     * Who owns the tables migrates and backs them up; everything else is done as the program's own
     * roles.
     */
    @Bean
    DatabaseOwner databaseOwner(DatabaseAddress address, DatabaseWatch watch) {
        return new DatabaseOwner(
                WatchedDataSource.withoutPool(address.connections(POOL_PATIENCE), watch));
    }
}
