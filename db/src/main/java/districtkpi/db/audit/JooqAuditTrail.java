package districtkpi.db.audit;

import static districtkpi.db.jooq.Tables.AUDIT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import districtkpi.db.account.AccountName;
import districtkpi.db.account.CurrentAccount;
import districtkpi.db.account.Role;
import districtkpi.db.account.SignedIn;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqAuditTrail implements AuditTrail {

    private static final Field<String[]> BEFORE_NAMES = names(AUDIT.BEFORE);
    private static final Field<String[]> BEFORE_VALUES = values(AUDIT.BEFORE);
    private static final Field<String[]> AFTER_NAMES = names(AUDIT.AFTER);
    private static final Field<String[]> AFTER_VALUES = values(AUDIT.AFTER);

    private final DSLContext dsl;
    private final Clock clock;
    private final CurrentAccount current;

    JooqAuditTrail(DSLContext dsl, Clock clock, CurrentAccount current) {
        this.dsl = dsl;
        this.clock = clock;
        this.current = current;
    }

    @Override
    public void record(
            AuditAction action,
            String subject,
            Map<String, String> before,
            Map<String, String> after) {
        add(current.get().orElse(null), action, subject, before, after);
    }

    @Override
    public void recordOf(
            @Nullable SignedIn who, AuditAction action, String subject, Map<String, String> after) {
        add(who, action, subject, Map.of(), after);
    }

    private void add(
            @Nullable SignedIn who,
            AuditAction action,
            String subject,
            Map<String, String> before,
            Map<String, String> after) {
        dsl.insertInto(AUDIT)
                .set(AUDIT.HAPPENED_AT, clock.instant())
                .set(AUDIT.ACCOUNT_ID, who == null ? null : who.accountId())
                .set(AUDIT.ACCOUNT_NAME, who == null ? null : who.name().value())
                .set(AUDIT.ROLE, who == null ? null : who.role().key())
                .set(AUDIT.ACTION, action.key())
                .set(AUDIT.SUBJECT, subject)
                .set(AUDIT.BEFORE, json(before))
                .set(AUDIT.AFTER, json(after))
                .execute();
    }

    @Override
    public List<AuditEntry> findNewest(AuditFilter filter, long before, int limit) {
        Condition condition = noCondition();
        if (filter.action() != null) {
            condition = condition.and(AUDIT.ACTION.eq(filter.action().key()));
        }
        if (filter.name() != null) {
            condition = condition.and(AUDIT.ACCOUNT_NAME.eq(filter.name().value()));
        }
        if (filter.since() != null) {
            condition = condition.and(AUDIT.HAPPENED_AT.ge(filter.since()));
        }
        if (filter.until() != null) {
            condition = condition.and(AUDIT.HAPPENED_AT.lt(filter.until()));
        }
        return dsl.select(
                        AUDIT.AUDIT_ID,
                        AUDIT.HAPPENED_AT,
                        AUDIT.ACCOUNT_NAME,
                        AUDIT.ROLE,
                        AUDIT.ACTION,
                        AUDIT.SUBJECT)
                .select(BEFORE_NAMES, BEFORE_VALUES, AFTER_NAMES, AFTER_VALUES)
                .from(AUDIT)
                .where(condition)
                .and(AUDIT.AUDIT_ID.lt(before))
                .orderBy(AUDIT.AUDIT_ID.desc())
                .limit(limit)
                .fetch(JooqAuditTrail::entry);
    }

    private static AuditEntry entry(Record row) {
        String name = row.get(AUDIT.ACCOUNT_NAME);
        String role = row.get(AUDIT.ROLE);
        return new AuditEntry(
                row.get(AUDIT.AUDIT_ID),
                row.get(AUDIT.HAPPENED_AT),
                name == null ? null : AccountName.of(name),
                role == null ? null : Role.parse(role),
                AuditAction.parse(row.get(AUDIT.ACTION)),
                row.get(AUDIT.SUBJECT),
                map(row.get(BEFORE_NAMES), row.get(BEFORE_VALUES)),
                map(row.get(AFTER_NAMES), row.get(AFTER_VALUES)));
    }

    /** The database makes the object of two lists, so that nothing has to be quoted here. */
    private static @Nullable Field<JSONB> json(Map<String, String> values) {
        if (values.isEmpty()) {
            return null;
        }
        SortedMap<String, String> sorted = new TreeMap<>(values);
        return field(
                "jsonb_object({0}, {1})",
                JSONB.class,
                val(sorted.keySet().toArray(String[]::new)),
                val(sorted.values().toArray(String[]::new)));
    }

    private static Field<String[]> names(Field<JSONB> object) {
        return field(
                        "array(select key from jsonb_each_text({0}) order by key)",
                        String[].class, object)
                .as(object.getName() + "_names");
    }

    private static Field<String[]> values(Field<JSONB> object) {
        return field(
                        "array(select value from jsonb_each_text({0}) order by key)",
                        String[].class, object)
                .as(object.getName() + "_values");
    }

    private static SortedMap<String, String> map(String[] names, String[] values) {
        SortedMap<String, String> map = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            map.put(names[i], values[i]);
        }
        return map;
    }
}
