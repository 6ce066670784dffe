package districtkpi.ui.ranking;

import static districtkpi.ui.testing.UiTest.byId;
import static districtkpi.ui.testing.UiTest.open;
import static districtkpi.ui.testing.UiTest.shows;
import static districtkpi.ui.testing.UiTest.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import districtkpi.db.testing.TestDatabase;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.Ranking;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Screens of a province of 79 districts, more than one reads. */
@SpringBootTest(properties = "district-kpi.demo=false")
@ExtendWith(Administrator.class)
class ManyDistrictsIT extends SpringBrowserlessTest {

    private static final int DISTRICTS = 79;

    private static final TestDatabase DATABASE = TestDatabase.create();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into district_code (district_code)
                    select '43' || number from generate_series(30, 99) as number;
                    insert into district
                    select district_code, '2000-01-01', null, 'อำเภอ ' || district_code,
                        'District ' || district_code
                    from district_code where district_code >= '4330'
                    """);
        }
        UiTest.connect(registry, DATABASE);
    }

    private RankingGrid grid() {
        return (RankingGrid) byId("ranking-grid");
    }

    private static Ranking.Row row(RankingGrid grid, String code) {
        return grid.getListDataView()
                .getItems()
                .filter(row -> row.scorecard().district().equals(DistrictCode.of(code)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theRankingIsAGridThatHasAllRows() {
        open("?round=2565-1&lang=en");
        assertThat(shows("ranking")).isFalse();
        assertThat(test(grid()).size()).isEqualTo(DISTRICTS);
        assertThat(textOf("show-more")).contains("60 of 79 districts");
    }

    @Test
    void aClickShowsTheDistrictInShort() {
        open("?round=2565-1&lang=en");
        test(grid()).clickRow(grid().getListDataView().getItemCount() - 1);
        assertThat(shows("district-panel")).isTrue();
    }

    @Test
    void ticksAreKeptWhileRowsAreScrolledAwayAndThePageIsMadeAnew() {
        open("?round=2565-1&lang=en");
        RankingGrid grid = grid();
        grid.tick(row(grid, "4399"), true);
        grid.tick(row(grid, "4301"), true);
        grid.tick(row(grid, "4302"), true);
        grid.tick(row(grid, "4302"), false);
        assertThat(textOf("compare-ticked")).contains("2");

        open("?round=2565-1&lang=en&order=name");
        assertThat(textOf("compare-ticked")).contains("2");
    }

    @Test
    void fewThatAreLookedForAreATableAgain() {
        open("?round=2565-1&lang=en&find=439");
        assertThat(shows("ranking-grid")).isFalse();
        assertThat(textOf("ranking")).contains("District 4390", "District 4399");
        assertThat(textOf("levels")).contains("District 4390").doesNotContain("District 4380");

        open("?round=2565-1&lang=en&find=nobody");
        assertThat(textOf("show-none")).contains("No district");
    }

    /** Of which nothing is signed unless it is whole. */
    @Test
    void theScreenShowsAPartOfTheSummaryFormAndPaperAllOfIt() {
        open("forms/summary?round=2565-1&lang=en");
        assertThat(textOf("pages-shown")).isEqualTo("1–50 of 79 districts");
        assertThat(textOf("form-part")).contains("a part of the form");
        assertThat(shows("form-print")).isFalse();
        assertThat(shows("form-whole")).isTrue();
        assertThat(shows("form-overview-4399")).isFalse();

        open("forms/summary?round=2565-1&lang=en&extent=whole");
        assertThat(shows("pages")).isFalse();
        assertThat(shows("form-part")).isFalse();
        assertThat(shows("form-print")).isTrue();
        assertThat(shows("form-overview-4301")).isTrue();
        assertThat(shows("form-overview-4399")).isTrue();
    }

    @Test
    void registerReviewAndCascadeHavePages() {
        for (String page : new String[] {"register", "review", "cascade"}) {
            open(page + "?round=2565-1&lang=en");
            assertThat(textOf("pages-shown")).as(page).isEqualTo("1–50 of 79 districts");
            assertThat(shows("pages-next")).as(page).isTrue();
            open(page + "?round=2565-1&lang=en&page=2");
            assertThat(textOf("pages-shown")).as(page).isEqualTo("51–79 of 79 districts");
            assertThat(shows("pages-next")).as(page).isFalse();
            open(page + "?round=2565-1&lang=en&find=tha+bo");
            assertThat(shows("pages")).as(page).isFalse();
        }
    }
}
