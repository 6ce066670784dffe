package districtkpi.db.setting;

import static org.jooq.impl.DSL.field;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

@Repository
class JooqDatabaseStateQuery implements DatabaseStateQuery {

    /** Packagers write their own name behind the number. */
    private static final Field<String> VERSION =
            field("split_part(current_setting('server_version'), ' ', 1)", String.class);

    private static final Field<Long> BYTES =
            field("pg_database_size(current_database())", Long.class);

    private final DSLContext dsl;

    JooqDatabaseStateQuery(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public DatabaseState find() {
        return dsl.select(VERSION, BYTES)
                .fetchSingle(found -> new DatabaseState(found.get(VERSION), found.get(BYTES)));
    }
}
