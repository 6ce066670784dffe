package districtkpi.db;

import districtkpi.db.account.CurrentAccount;
import districtkpi.db.outage.Room;
import districtkpi.db.scope.Moments;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * The repositories and queries as beans.
 *
 * <p>Needs a {@link DataSource} of a PostgreSQL 18 or newer, a {@link java.time.Clock} and an
 * {@link districtkpi.db.agreement.AgreementFormat} from elsewhere; a {@link DatabaseOwner} where
 * the migrations run as another role. The database is brought to the form of this program before
 * anything asks it. Failures are Spring's {@link org.springframework.dao.DataAccessException}s.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableTransactionManagement
public class DatabaseConfiguration {

    @Bean
    DSLContext dslContext(
            DataSource dataSource, ObjectProvider<DatabaseOwner> owner, Moments moments) {
        Migrations.run(
                Optional.ofNullable(owner.getIfAvailable())
                        .map(DatabaseOwner::dataSource)
                        .orElse(dataSource));
        DefaultConfiguration configuration = new DefaultConfiguration();
        configuration.setDataSource(new TransactionAwareDataSourceProxy(dataSource));
        configuration.setSQLDialect(SQLDialect.POSTGRES);
        configuration.setExecuteListener(new ExceptionTranslation(), new Writes(moments));
        return DSL.using(configuration);
    }

    /** Where nobody can sign in, the program acts by itself. */
    @Bean
    @Fallback
    CurrentAccount nobody() {
        return CurrentAccount.NOBODY;
    }

    /** Where nobody knows the disk of the database. */
    @Bean
    @Fallback
    Room unknownRoom() {
        return Room.UNKNOWN;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource, Moments moments) {
        return new Transactions(dataSource, moments);
    }
}
