package districtkpi.db.cascade;

import static districtkpi.db.jooq.Tables.OFFICER;

import districtkpi.domain.place.DistrictCode;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqOfficerRepository implements OfficerRepository {

    private static final List<Field<?>> COLUMNS =
            List.of(
                    OFFICER.OFFICER_ID,
                    OFFICER.VERSION,
                    OFFICER.DISTRICT_CODE,
                    OFFICER.POST,
                    OFFICER.NAME,
                    OFFICER.RETIRED);

    private final DSLContext dsl;

    JooqOfficerRepository(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<Officer> find(DistrictCode district) {
        return officers(OFFICER.DISTRICT_CODE.eq(district));
    }

    @Override
    public Optional<Officer> find(long id) {
        return officers(OFFICER.OFFICER_ID.eq(id)).stream().findFirst();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Officer lock(long id) {
        return dsl.select(COLUMNS)
                .from(OFFICER)
                .where(OFFICER.OFFICER_ID.eq(id))
                .forNoKeyUpdate()
                .fetchOptional(JooqOfficerRepository::officer)
                .orElseThrow(() -> new EmptyResultDataAccessException(1));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Officer add(DistrictCode district, OfficerData data) {
        return officer(
                dsl.insertInto(OFFICER)
                        .set(OFFICER.DISTRICT_CODE, district)
                        .set(OFFICER.POST, data.post())
                        .set(OFFICER.NAME, data.name())
                        .set(OFFICER.RETIRED, false)
                        .set(OFFICER.VERSION, 1)
                        .returning(COLUMNS)
                        .fetchSingle());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Officer change(long id, int version, OfficerData data, boolean retired) {
        return dsl.update(OFFICER)
                .set(OFFICER.POST, data.post())
                .set(OFFICER.NAME, data.name())
                .set(OFFICER.RETIRED, retired)
                .set(OFFICER.VERSION, OFFICER.VERSION.plus(1))
                .where(OFFICER.OFFICER_ID.eq(id))
                .and(OFFICER.VERSION.eq(version))
                .returning(COLUMNS)
                .fetchOptional(JooqOfficerRepository::officer)
                .orElseThrow(() ->
                        new OptimisticLockingFailureException(
                                "Somebody else changed officer " + id));
    }

    private List<Officer> officers(Condition condition) {
        return dsl.select(COLUMNS)
                .from(OFFICER)
                .where(condition)
                .orderBy(OFFICER.OFFICER_ID)
                .fetch(JooqOfficerRepository::officer);
    }

    private static Officer officer(Record row) {
        return new Officer(
                row.get(OFFICER.OFFICER_ID),
                row.get(OFFICER.VERSION),
                row.get(OFFICER.DISTRICT_CODE),
                new OfficerData(row.get(OFFICER.POST), row.get(OFFICER.NAME)),
                row.get(OFFICER.RETIRED));
    }
}
