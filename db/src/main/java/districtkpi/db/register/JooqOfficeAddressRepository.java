package districtkpi.db.register;

import static districtkpi.db.jooq.Tables.OFFICE_ADDRESS;

import districtkpi.db.account.CurrentAccount;
import districtkpi.domain.place.DistrictCode;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JooqOfficeAddressRepository implements OfficeAddressRepository {

    private final DSLContext dsl;
    private final Clock clock;
    private final CurrentAccount current;

    JooqOfficeAddressRepository(DSLContext dsl, Clock clock, CurrentAccount current) {
        this.dsl = dsl;
        this.clock = clock;
        this.current = current;
    }

    @Override
    public Optional<EmailAddress> find(DistrictCode district) {
        return dsl.select(OFFICE_ADDRESS.EMAIL)
                .from(OFFICE_ADDRESS)
                .where(OFFICE_ADDRESS.DISTRICT_CODE.eq(district))
                .orderBy(OFFICE_ADDRESS.OFFICE_ADDRESS_ID.desc())
                .limit(1)
                .fetchOptional(OFFICE_ADDRESS.EMAIL)
                .filter(email -> !email.isEmpty())
                .map(EmailAddress::of);
    }

    @Override
    public Map<DistrictCode, EmailAddress> findAll() {
        return dsl
                .select(OFFICE_ADDRESS.DISTRICT_CODE, OFFICE_ADDRESS.EMAIL)
                .distinctOn(OFFICE_ADDRESS.DISTRICT_CODE)
                .from(OFFICE_ADDRESS)
                .orderBy(OFFICE_ADDRESS.DISTRICT_CODE, OFFICE_ADDRESS.OFFICE_ADDRESS_ID.desc())
                .fetch()
                .stream()
                .filter(newest -> !newest.value2().isEmpty())
                .collect(
                        Collectors.toMap(
                                newest -> newest.value1(),
                                newest -> EmailAddress.of(newest.value2())));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(DistrictCode district, Optional<EmailAddress> address) {
        dsl.insertInto(OFFICE_ADDRESS)
                .set(OFFICE_ADDRESS.DISTRICT_CODE, district)
                .set(OFFICE_ADDRESS.EMAIL, address.map(EmailAddress::value).orElse(""))
                .set(OFFICE_ADDRESS.RECORDED_AT, clock.instant())
                .set(OFFICE_ADDRESS.ACCOUNT_ID, current.accountId())
                .execute();
    }
}
