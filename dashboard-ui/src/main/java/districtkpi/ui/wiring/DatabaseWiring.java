package districtkpi.ui.wiring;

import com.zaxxer.hikari.HikariDataSource;
import districtkpi.db.embedded.EmbeddedDatabase;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

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
        dataSource.setPoolName(POOL);
        dataSource.setJdbcUrl(database.jdbcUrl());
        dataSource.setUsername(database.username());
        dataSource.setPassword(database.password());
        return dataSource;
    }

    @Bean
    @Conditional(OwnDatabase.class)
    HikariDataSource ownDataSource(DataSourceProperties properties) {
        HikariDataSource dataSource =
                properties.initializeDataSourceBuilder().type(HikariDataSource.class).build();
        dataSource.setPoolName(POOL);
        return dataSource;
    }
}
