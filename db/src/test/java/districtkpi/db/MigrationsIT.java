package districtkpi.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationsIT {

    private static TestDatabase database;

    @BeforeAll
    static void createDatabase() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @Test
    void runAgainWithoutChangingAnything() throws SQLException {
        List<String> before = column("select script from flyway_schema_history order by 1");
        Migrations.run(database.dataSource());
        assertThat(column("select script from flyway_schema_history order by 1"))
                .isEqualTo(before)
                .contains("V0006__measurement.sql");
    }

    /** As a database of a build whose step of that number read differently. */
    @Test
    void refuseDataOfAnotherBuildInWordsAndLeaveThemAlone() throws SQLException {
        try (TestDatabase other = TestDatabase.create()) {
            execute(
                    other,
                    "update flyway_schema_history set checksum = checksum + 1"
                            + " where version in ('0033', '0045')");
            assertThatThrownBy(() -> Migrations.run(other.dataSource()))
                    .isInstanceOf(DatabaseRefusedException.class)
                    .hasMessageContaining("ขั้นตอนที่ 0033, 0045 ไม่ตรงกัน")
                    .hasMessageContaining("steps 0033, 0045 differ")
                    .hasMessageContaining("nothing was changed")
                    .hasMessageContaining("measurements.csv")
                    .hasMessageContaining("DISTRICT_KPI_DATA");
        }
    }

    @Test
    void refuseDataThatHaveRunAStepWhichThisProgramLacks() throws SQLException {
        try (TestDatabase other = TestDatabase.create()) {
            execute(
                    other,
                    "update flyway_schema_history set version = '0032', script = 'V0032__gone.sql'"
                            + " where version = '0033'");
            assertThatThrownBy(() -> Migrations.run(other.dataSource()))
                    .isInstanceOf(DatabaseRefusedException.class)
                    .hasMessageContaining("0032")
                    .hasMessageContaining("another build");
        }
    }

    @Test
    void refuseDataOfANewerProgramInWords() throws SQLException {
        try (TestDatabase newer = TestDatabase.create()) {
            execute(
                    newer,
                    """
                    insert into flyway_schema_history (installed_rank, version, description, type,
                        script, checksum, installed_by, execution_time, success)
                    values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'somebody', 1, true)
                    """);
            assertThatThrownBy(() -> Migrations.run(newer.dataSource()))
                    .isInstanceOf(DatabaseRefusedException.class)
                    .hasMessageContaining("โปรแกรมรุ่นที่ใหม่กว่า")
                    .hasMessageContaining("written by a newer version")
                    .hasMessageContaining("9999");
        }
    }

    @Test
    void needAPostgresqlThatIsNewEnough() {
        assertThat(Migrations.tooOld(15, "15.20 (Debian 15.20-0+deb12u1)"))
                .get()
                .asString()
                .contains("ต้องใช้ PostgreSQL รุ่น 18 ขึ้นไป")
                .contains("needs PostgreSQL 18 or newer")
                .contains("15.20 (Debian");
        assertThat(Migrations.tooOld(17, "17.2")).isPresent();
        assertThat(Migrations.tooOld(18, "18.0")).isEmpty();
        assertThat(Migrations.tooOld(19, "19beta1")).isEmpty();
    }

    @Test
    void saySoWhereNoDatabaseAnswers() {
        PGSimpleDataSource nobody = new PGSimpleDataSource();
        nobody.setUrl("jdbc:postgresql://127.0.0.1:1/nothing");
        assertThatThrownBy(() -> Migrations.run(nobody))
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("ต่อฐานข้อมูลไม่ได้")
                .hasMessageContaining("cannot be reached");
    }

    private static void execute(TestDatabase other, String command) throws SQLException {
        try (Connection connection = other.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @Test
    void sortThaiNamesAsAThaiDictionaryDoes() throws SQLException {
        assertThat(column("select name_th from district order by name_th"))
                .containsExactly(
                        "ท่าบ่อ",
                        "เฝ้าไร่",
                        "โพธิ์ตาก",
                        "โพนพิสัย",
                        "เมืองหนองคาย",
                        "รัตนวาปี",
                        "ศรีเชียงใหม่",
                        "สระใคร",
                        "สังคม");
    }

    private static List<String> column(String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }
}
