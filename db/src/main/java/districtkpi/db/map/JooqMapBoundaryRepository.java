package districtkpi.db.map;

import static districtkpi.db.jooq.Tables.ACCOUNT;
import static districtkpi.db.jooq.Tables.MAP_BOUNDARY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import districtkpi.db.account.CurrentAccount;
import java.time.Clock;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqMapBoundaryRepository implements MapBoundaryRepository {

    private final DSLContext dsl;
    private final Clock clock;
    private final CurrentAccount current;

    JooqMapBoundaryRepository(DSLContext dsl, Clock clock, CurrentAccount current) {
        this.dsl = dsl;
        this.clock = clock;
        this.current = current;
    }

    @Override
    public Optional<MapBoundary> findNewest() {
        return dsl.select(
                        MAP_BOUNDARY.VERSION,
                        MAP_BOUNDARY.GEOJSON,
                        MAP_BOUNDARY.LICENCE,
                        MAP_BOUNDARY.ADDED_AT,
                        coalesce(ACCOUNT.NAME, inline("")))
                .from(MAP_BOUNDARY)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ACCOUNT_ID.eq(MAP_BOUNDARY.ACCOUNT_ID))
                .orderBy(MAP_BOUNDARY.VERSION.desc())
                .limit(1)
                .fetchOptional(found ->
                        new MapBoundary(
                                found.get(MAP_BOUNDARY.VERSION),
                                Optional.ofNullable(found.get(MAP_BOUNDARY.GEOJSON)),
                                found.get(MAP_BOUNDARY.LICENCE),
                                found.get(MAP_BOUNDARY.ADDED_AT),
                                found.value5()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(int version, Optional<String> geoJson, String licence) {
        dsl.insertInto(MAP_BOUNDARY)
                .set(MAP_BOUNDARY.VERSION, version)
                .set(MAP_BOUNDARY.GEOJSON, geoJson.orElse(null))
                .set(MAP_BOUNDARY.LICENCE, licence)
                .set(MAP_BOUNDARY.ADDED_AT, clock.instant())
                .set(MAP_BOUNDARY.ACCOUNT_ID, current.accountId())
                .execute();
    }
}
