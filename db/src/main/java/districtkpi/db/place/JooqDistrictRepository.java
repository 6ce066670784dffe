package districtkpi.db.place;

import static districtkpi.db.jooq.Tables.DISTRICT;
import static districtkpi.db.jooq.Tables.DISTRICT_CODE;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.place.District;
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
    public List<District> findAll(String provinceCode) {
        return dsl.select(
                        DISTRICT.DISTRICT_CODE,
                        DISTRICT.NAME_TH,
                        DISTRICT.NAME_EN,
                        DISTRICT.VALID_FROM,
                        DISTRICT.VALID_TO)
                .from(DISTRICT)
                .join(DISTRICT_CODE)
                .on(DISTRICT_CODE.DISTRICT_CODE_.eq(DISTRICT.DISTRICT_CODE))
                .where(DISTRICT_CODE.PROVINCE_CODE.eq(provinceCode))
                .orderBy(DISTRICT.DISTRICT_CODE, DISTRICT.VALID_FROM)
                .fetch(row ->
                        new District(
                                row.get(DISTRICT.DISTRICT_CODE),
                                new LocalizedText(
                                        row.get(DISTRICT.NAME_TH), row.get(DISTRICT.NAME_EN)),
                                row.get(DISTRICT.VALID_FROM),
                                row.get(DISTRICT.VALID_TO)));
    }
}
