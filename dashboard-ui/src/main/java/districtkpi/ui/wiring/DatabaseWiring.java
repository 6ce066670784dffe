package districtkpi.ui.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import districtkpi.db.DatabaseOwner;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.embedded.EmbeddedDatabase;
import districtkpi.db.scope.ScopedDataSource;
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
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The connections to the database: the embedded one, unless somebody names another. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DataSourceProperties.class, StartSettings.class})
class DatabaseWiring {

    private static final String POOL = "district-kpi";

    /** Many districts ask for little. */
    private static final int MOST_FOR_DISTRICTS = 10;

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
    HikariDataSource embeddedDataSource(EmbeddedDatabase database) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(database.jdbcUrl());
        dataSource.setUsername(database.username());
        dataSource.setPassword(database.password());
        return ofProvince(dataSource);
    }

    @Bean
    @Conditional(OwnDatabase.class)
    HikariDataSource ownDataSource(DataSourceProperties properties) {
        return ofProvince(
                properties.initializeDataSourceBuilder().type(HikariDataSource.class).build());
    }

    private static HikariDataSource ofProvince(HikariDataSource dataSource) {
        dataSource.setPoolName(POOL);
        dataSource.setConnectionInitSql(DatabaseOwner.TAKE_PROGRAM_ROLE);
        return dataSource;
    }

    @Bean(defaultCandidate = false)
    HikariDataSource districtDataSource(HikariDataSource ofProvince) {
        HikariConfig config = new HikariConfig();
        ofProvince.copyStateTo(config);
        config.setPoolName(POOL + "-district");
        config.setConnectionInitSql(DatabaseOwner.TAKE_DISTRICT_ROLE);
        config.setMaximumPoolSize(MOST_FOR_DISTRICTS);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** What everything but the migrations asks. */
    @Bean
    @Primary
    DataSource scopedDataSource(
            HikariDataSource ofProvince,
            @Qualifier("districtDataSource") HikariDataSource ofDistricts,
            CurrentAccount current) {
        return new ScopedDataSource(ofProvince, ofDistricts, current);
    }

    /** Who owns the tables migrates them; everything else is done as the program's own roles. */
    @Bean
    DatabaseOwner databaseOwner(HikariDataSource ofProvince) {
        return new DatabaseOwner(
                new DriverManagerDataSource(
                        ofProvince.getJdbcUrl(),
                        ofProvince.getUsername(),
                        ofProvince.getPassword()));
    }
}
