package districtkpi.db;

import static org.assertj.core.api.Assertions.assertThat;

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
