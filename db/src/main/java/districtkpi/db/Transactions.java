package districtkpi.db;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Transactions whose connection may be gone when they are to be rolled back: PostgreSQL has done so
 * then, and what went wrong before is what whoever asked has to know.
 */
final class Transactions extends JdbcTransactionManager {

    private static final Logger log = LoggerFactory.getLogger(Transactions.class);
    private static final long serialVersionUID = 1L;

    Transactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (RuntimeException failed) {
            if (!isGone(status)) {
                throw failed;
            }
            log.debug("The connection was gone before the rollback", failed);
        }
    }

    private static boolean isGone(DefaultTransactionStatus status) {
        try {
            return status.getTransaction() instanceof JdbcTransactionObjectSupport transaction
                    && transaction.hasConnectionHolder()
                    && transaction.getConnectionHolder().getConnection().isClosed();
        } catch (SQLException e) {
            log.debug("Nobody knows", e);
            return false;
        }
    }
}
