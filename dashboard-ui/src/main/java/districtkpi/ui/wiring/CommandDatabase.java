package districtkpi.ui.wiring;

import districtkpi.db.DatabaseConfiguration;
import districtkpi.db.DatabaseOwner;
import districtkpi.db.embedded.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database for a command that is run on the server, while the program runs or not: that of the
 * office, else the embedded one, which is joined where it runs and started for the command where it
 * does not.
 *
 * <p>Not marked as a configuration, so that the program that serves pages does not find it.
 */
@EnableConfigurationProperties({DataSourceProperties.class, StartSettings.class})
@Import({ClockConfiguration.class, DatabaseConfiguration.class, ProjectInfoAutoConfiguration.class})
public class CommandDatabase {

    /**
     * Opens it, with nothing else of the program but what is asked for.
     *
     * @param settings in Spring's form {@code --name=value}; those of the environment count too
     * @param parts made with what they need of the database
     */
    public static ConfigurableApplicationContext open(List<String> settings, Class<?>... parts) {
        return new SpringApplicationBuilder(CommandDatabase.class)
                .sources(parts)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(
                        Stream.concat(
                                        settings.stream(),
                                        // What goes wrong is said by the command.
                                        Stream.of(
                                                "--logging.level.root=warn",
                                                "--logging.level.org.springframework.boot.SpringApplication=off"))
                                .toArray(String[]::new));
    }

    @Bean
    Installation installation(
            StartSettings settings, Optional<BuildProperties> build, Environment environment) {
        return Installation.of(settings, build, environment);
    }

    /** Started for the command, and stopped after it. */
    @Bean
    @Conditional(NoOwnDatabase.class)
    EmbeddedDatabase embeddedDatabase(StartSettings settings) {
        return EmbeddedDatabase.start(settings.data());
    }

    /** As the role that owns the tables. */
    @Bean
    DatabaseOwner databaseOwner(
            StartSettings settings,
            DataSourceProperties own,
            Environment environment,
            ObjectProvider<EmbeddedDatabase> started) {
        if (OwnDatabase.isNamed(environment)) {
            return owner(own.determineUrl(), own.determineUsername(), own.determinePassword());
        }
        EmbeddedDatabase.requireIn(settings.data());
        Optional<EmbeddedDatabase.Running> running = EmbeddedDatabase.findRunning(settings.data());
        if (running.isPresent()) {
            EmbeddedDatabase.Running joined = running.get();
            return owner(joined.jdbcUrl(), joined.username(), joined.password());
        }
        EmbeddedDatabase database = started.getObject();
        return owner(database.jdbcUrl(), database.username(), database.password());
    }

    private static DatabaseOwner owner(
            @Nullable String url, @Nullable String username, @Nullable String password) {
        DriverManagerDataSource source = new DriverManagerDataSource();
        source.setUrl(url);
        source.setUsername(username);
        source.setPassword(password);
        return new DatabaseOwner(source);
    }

    /** As the program works; without a pool, which would outlive what little is asked. */
    @Bean
    @Primary
    DataSource programDataSource(DatabaseOwner owner) {
        return new DelegatingDataSource(owner.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                try (Statement first = connection.createStatement()) {
                    first.execute(DatabaseOwner.TAKE_PROGRAM_ROLE);
                }
                return connection;
            }
        };
    }
}
