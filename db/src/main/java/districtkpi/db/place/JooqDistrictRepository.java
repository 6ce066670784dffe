package districtkpi.db.place;

import static districtkpi.db.jooq.Tables.DISTRICT;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.place.District;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JooqDistrictRepository implements DistrictRepository {

    private final DSLContext dsl;

    JooqDistrictRepository(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<District> findValid(String provinceCode, LocalDate day) {
        return dsl.select(
                        DISTRICT.DISTRICT_CODE,
                        DISTRICT.NAME_TH,
                        DISTRICT.NAME_EN,
                        DISTRICT.VALID_FROM,
                        DISTRICT.VALID_TO)
                .from(DISTRICT)
                .where(DISTRICT.districtCode().PROVINCE_CODE.eq(provinceCode))
                .and(DISTRICT.VALID_FROM.le(day))
                .and(DISTRICT.VALID_TO.isNull().or(DISTRICT.VALID_TO.ge(day)))
                .orderBy(DISTRICT.DISTRICT_CODE)
                .fetch(row ->
                        new District(
                                row.value1(),
                                new LocalizedText(row.value2(), row.value3()),
                                row.value4(),
                                row.value5()));
    }
}
