package districtkpi.db.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.testing.DatabaseContext;
import districtkpi.domain.place.District;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DistrictRepositoryIT {

    private static DatabaseContext database;
    private static DistrictRepository districts;

    @BeforeAll
    static void createDatabase() {
        database = new DatabaseContext();
        districts = database.get(DistrictRepository.class);
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @Test
    void knowsTheNineDistrictsOfNongKhaiByCode() {
        assertThat(districts.findValid("43", LocalDate.of(2022, 3, 31)))
                .extracting(district ->
                        district.code() + " " + district.name().th() + " " + district.name().en())
                .containsExactly(
                        "4301 เมืองหนองคาย Mueang Nong Khai",
                        "4302 ท่าบ่อ Tha Bo",
                        "4305 โพนพิสัย Phon Phisai",
                        "4307 ศรีเชียงใหม่ Si Chiang Mai",
                        "4308 สังคม Sangkhom",
                        "4314 สระใคร Sakhrai",
                        "4315 เฝ้าไร่ Fao Rai",
                        "4316 รัตนวาปี Rattanawapi",
                        "4317 โพธิ์ตาก Pho Tak");
    }

    @Test
    void saysNothingAboutDaysBeforeTheProvinceHadItsPresentShape() {
        assertThat(districts.findValid("43", LocalDate.of(2011, 3, 22))).isEmpty();
        assertThat(districts.findValid("43", LocalDate.of(2011, 3, 23))).hasSize(9);
    }

    @Test
    void knowsNoDistrictsOfAnotherProvince() {
        assertThat(districts.findValid("38", LocalDate.of(2022, 3, 31))).isEmpty();
    }

    @Test
    void givesACodeToAnotherDistrictOnceTheFormerOneHasEnded() throws SQLException {
        database.execute("insert into province values ('99', 'ทดสอบ', 'Test')");
        database.execute("insert into district_code (district_code) values ('9901')");
        database.execute(
                "insert into district values ('9901', '2000-01-01', '2011-03-22', 'เก่า', 'Old')");
        database.execute("insert into district values ('9901', '2011-03-23', null, 'ใหม่', 'New')");
        assertThat(districts.findValid("99", LocalDate.of(2011, 3, 22)))
                .extracting(District::name)
                .extracting("en")
                .containsExactly("Old");
        assertThat(districts.findValid("99", LocalDate.of(2011, 3, 23)))
                .extracting(District::name)
                .extracting("en")
                .containsExactly("New");
        assertThatThrownBy(() ->
                        database.execute(
                                "insert into district values ('9901', '2005-01-01', '2006-01-01', 'อีก', 'Third')"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("district_one_at_a_time");
    }
}
