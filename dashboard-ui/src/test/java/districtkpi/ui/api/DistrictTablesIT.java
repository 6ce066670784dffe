package districtkpi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.ui.api.ApiClient.Answer;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DistrictTablesIT {

    @Test
    void laysDistrictsSideBySideInTheirOrder() {
        TestRound round = ApiServer.newRound().open();
        round.commit(
                "4301,T1,spending,90,100",
                "4302,T1,spending,70,100",
                "4302,P1,households_developed,85,100");
        Answer answer = round.get("comparison.csv?districts=4302-4301");

        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"comparison-%s.csv\"".formatted(round));
        assertThat(answer.rows()).hasSize(2 * (1 + 2 + 11));
        assertThat(answer.rows().stream().limit(2).map(row -> row.get("district")))
                .containsExactly("4302", "4301");
        CSVRecord total = row(answer, "total", "", "4301");
        // T1 at level 5 is 20 of 100; at level 1 it is 4, and P1 at level 5 brings 10.
        assertThat(total.get("points_100")).isEqualTo("20.0");
        assertThat(total.get("to_first_100")).isEqualTo("6.0");
        assertThat(total.get("mean_100")).isEqualTo("17.0");
        assertThat(total.get("to_mean_100")).isEqualTo("3.0");
        CSVRecord spending = row(answer, "indicator", "T1", "4301");
        assertThat(spending.get("status")).isEqualTo("SCORED");
        assertThat(spending.get("level")).isEqualTo("5");
        assertThat(spending.get("to_first_100")).isEqualTo("16.0");
        CSVRecord missing = row(answer, "indicator", "P1", "4301");
        assertThat(missing.get("status")).isEqualTo("NO_RESULT");
        assertThat(missing.get("points_100")).isEmpty();
        assertThat(missing.get("to_first_100")).isEqualTo("-10.0");
        assertThat(missing.get("to_mean_100")).isEmpty();
    }

    @Test
    void listsWhatADistrictCanStillDo() {
        TestRound round = ApiServer.newRound().open();
        round.commit("4301,T1,spending,70,100", "4302,T1,spending,90,100");
        List<CSVRecord> rows =
                round.get("moves.csv?district=4301").rows().stream()
                        .filter(row -> row.get("indicator").equals("T1"))
                        .toList();

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.get("move")).isEqualTo("climb");
                    assertThat(row.get("from_level")).isEqualTo("1");
                    assertThat(row.get("measure")).isEqualTo("spending");
                    assertThat(row.get("direction")).isEqualTo("more");
                    assertThat(row.get("effort_others")).isEqualTo("0.0");
                    assertThat(row.get("effort_days")).isEmpty();
                });
        CSVRecord top = rows.getLast();
        assertThat(top.get("to_level")).isEqualTo("5");
        assertThat(top.get("gain_100")).isEqualTo("16.0");
        CSVRecord report = round.get("moves.csv?district=4301").row("indicator", "P8");
        assertThat(report.get("move")).isEqualTo("report");
        assertThat(report.get("distance")).isEqualTo("report");
        assertThat(report.get("from_level")).isEmpty();
        assertThat(report.get("to_level_max")).isEqualTo("5");
    }

    @Test
    void countsTheDaysOfAPace() {
        TestRound round = ApiServer.newRound().open();
        round.commit(
                "4301,P1,households_developed,20,100," + round.march(1),
                "4301,P1,households_developed,30,100," + round.march(11));
        CSVRecord next = round.get("moves.csv?district=4301").row("indicator", "P1");

        // A household a day.
        assertThat(next.get("effort_days")).isEqualTo(next.get("amount") + ".0").isNotEqualTo(".0");
    }

    @ParameterizedTest
    @CsvSource({
        "comparison, districts=4301-4302, comparison-2565-1",
        "moves, district=4301, moves-4301-2565-1"
    })
    void servesTheSameAsJsonAndAsOfADay(String table, String query, String file) {
        TestRound round = TestRound.real();
        JsonNode first = round.get(table + ".json?" + query).json().get(0);
        Answer csv = round.get(table + ".csv?bom=true&asOf=2022-03-04&" + query);

        assertThat(csv.text()).startsWith("\uFEFF" + String.join(",", first.propertyNames()));
        assertThat(csv.header("Content-Disposition")).contains(file + "-as-of-2022-03-04.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comparison.csv",
                "comparison.csv?districts=",
                "comparison.csv?districts=4301-4302-4303-4304-4305-4306",
                "comparison.json?districts=43",
                "moves.csv",
                "moves.csv?district=4301-4302",
                "moves.json?district=x"
            })
    void refusesWhatNamesNoDistricts(String table) {
        Problems.assertProblem(TestRound.real().get(table), 400, "wrong-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"comparison.csv?districts=4301-4399", "moves.json?district=4399"})
    void saysWhichDistrictIsUnknown(String table) {
        Answer answer = TestRound.real().get(table);

        Problems.assertProblem(answer, 404, "unknown-district");
        assertThat(answer.json().get("detail").asString()).contains("4399").doesNotContain("4301");
    }

    private static CSVRecord row(Answer answer, String part, String indicator, String district) {
        return answer.rows().stream()
                .filter(row -> row.get("part").equals(part))
                .filter(row -> row.get("indicator").equals(indicator))
                .filter(row -> row.get("district").equals(district))
                .findFirst()
                .orElseThrow();
    }
}
