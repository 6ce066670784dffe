package districtkpi.ui.wiring;

import com.zaxxer.hikari.HikariDataSource;
import districtkpi.db.DatabaseOwner;
import districtkpi.db.embedded.EmbeddedDatabase;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The connections to the database: the embedded one, unless somebody names another. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DataSourceProperties.class, Settings.class})
class DatabaseWiring {

    private static final String POOL = "district-kpi";

    @Bean
    @Conditional(NoOwnDatabase.class)
    EmbeddedDatabase embeddedDatabase(Settings settings) {
        return EmbeddedDatabase.start(settings.data());
    }

    @Bean
    @Conditional(NoOwnDatabase.class)
    HikariDataSource embeddedDataSource(EmbeddedDatabase database) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(database.jdbcUrl());
        dataSource.setUsername(database.username());
        dataSource.setPassword(database.password());
        return asProgram(dataSource);
    }

    @Bean
    @Conditional(OwnDatabase.class)
    HikariDataSource ownDataSource(DataSourceProperties properties) {
        HikariDataSource dataSource =
                properties.initializeDataSourceBuilder().type(HikariDataSource.class).build();
        return asProgram(dataSource);
    }

    /** Who owns the tables migrates them; everything else is done as the program's own role. */
    @Bean
    DatabaseOwner databaseOwner(HikariDataSource dataSource) {
        return new DatabaseOwner(
                new DriverManagerDataSource(
                        dataSource.getJdbcUrl(),
                        dataSource.getUsername(),
                        dataSource.getPassword()));
    }

    private static HikariDataSource asProgram(HikariDataSource dataSource) {
        dataSource.setPoolName(POOL);
        dataSource.setConnectionInitSql(DatabaseOwner.TAKE_PROGRAM_ROLE);
        return dataSource;
    }
}
