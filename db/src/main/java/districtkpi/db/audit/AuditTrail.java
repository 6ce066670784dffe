package districtkpi.db.audit;

import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.SignedIn;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Who did what, and when. What is recorded is never changed or deleted. */
public interface AuditTrail {

    /**
     * The trail of a database that is reached by the role that owns its tables, on the server and
     * without the rest of the program.
     */
    static AuditTrail ofOwner(DataSource owner, Clock clock) {
        return new JooqAuditTrail(
                DSL.using(owner, SQLDialect.POSTGRES), clock, CurrentAccount.NOBODY);
    }

    /**
     * Records what whoever is signed in did, in the same transaction if there is one.
     *
     * @param subject what it was done to
     * @param before what was so before, by name
     * @param after what is so since, by name
     */
    void record(
            AuditAction action,
            String subject,
            Map<String, String> before,
            Map<String, String> after);

    /** Records what somebody did that is not, or no longer, signed in; absent: nobody knows who. */
    void recordOf(
            @Nullable SignedIn who, AuditAction action, String subject, Map<String, String> after);

    /**
     * The newest entries before another one first, which leads from page to page whatever comes in
     * meanwhile.
     *
     * @param before only entries with a smaller id
     */
    List<AuditEntry> findNewest(AuditFilter filter, long before, int limit);
}
