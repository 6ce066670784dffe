package districtkpi.db;

import districtkpi.db.scope.Moments;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Transactions whose connection may be gone when they are to be rolled back: PostgreSQL has done so
 * then, and what went wrong before is what whoever asked has to know. Each that may have written
 * ends what was answered before it.
 */
final class Transactions extends JdbcTransactionManager {

    private static final Logger log = LoggerFactory.getLogger(Transactions.class);
    private static final long serialVersionUID = 1L;

    private final transient Moments moments;

    Transactions(DataSource dataSource, Moments moments) {
        super(dataSource);
        this.moments = moments;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        try {
            super.doCommit(status);
        } finally {
            // Also where nobody knows whether the database heard of it.
            if (!status.isReadOnly()) {
                moments.written();
            }
        }
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
