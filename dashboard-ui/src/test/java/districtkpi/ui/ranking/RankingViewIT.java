package districtkpi.ui.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.select.Select;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.agreement.Section;
import districtkpi.scoring.Ranking;
import districtkpi.ui.testing.UiTest;
import districtkpi.ui.words.Translations;
import districtkpi.ui.words.Words;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RankingViewIT extends UiTest {

    private static final RoundId ROUND = RoundId.parse("2565-1");

    private final Words words = new Words(new Translations(), Translations.THAI, false);

    @Autowired private ScoreboardQuery scoreboards;

    @Test
    void showsTheNineDistrictsInTheirOrder() {
        open("?round=2565-1");
        List<String> shown =
                rows("ranking").stream()
                        .map(row ->
                                row.getHeaderCells().getFirst().getElement().getTextRecursively())
                        .toList();
        List<String> expected =
                scoreboard().ranking().rows().stream()
                        .map(row -> scoreboard().district(row.scorecard().district()).orElseThrow())
                        .map(district -> district.name().th())
                        .toList();
        assertThat(shown).hasSize(9).isEqualTo(expected);
    }

    @Test
    void showsRankTotalsAndDistanceToTheMeanOfEach() {
        open("?round=2565-1");
        for (Ranking.Row row : scoreboard().ranking().rows()) {
            String text = textOf("ranking-" + row.scorecard().district());
            row.rank().ifPresent(rank -> assertThat(text).contains("" + rank));
            row.scorecard()
                    .total()
                    .points()
                    .ifPresent(points -> assertThat(text).contains(words.total(points)));
            row.toMean()
                    .ifPresent(distance -> assertThat(text).contains(words.difference(distance)));
            if (!row.scorecard().total().isComplete()) {
                assertThat(text)
                        .contains(words.total(row.scorecard().total().possibleMin()))
                        .contains(words.total(row.scorecard().total().possibleMax()));
            }
        }
        Ranking.Statistics statistics = scoreboard().ranking().statistics().orElseThrow();
        assertThat(textOf("province-mean")).contains(words.total(statistics.mean()));
        assertThat(textOf("province-median")).contains(words.total(statistics.median()));
        assertThat(textOf("province-spread")).contains(words.total(statistics.spread()));
    }

    @Test
    void saysWhatMovedSinceTheRoundBefore() {
        open("?round=2565-1");
        assertThat(textOf("ranking")).contains("เทียบรอบที่ 2 ปีงบประมาณ พ.ศ. 2564");
        assertThat(textOf("ranking")).containsPattern("▲ ขึ้น|▼ ลง");
        open("?round=2564-1");
        assertThat(textOf("ranking")).contains("ไม่มีอันดับให้เทียบ");
    }

    @Test
    void showsTheLevelOfEveryDistrictInEveryIndicator() {
        open("?round=2565-1");
        assertThat(rows("levels")).hasSize(9).allMatch(row -> row.getDataCells().size() == 11);
    }

    @Test
    void narrowsToASectionAndSaysSo() {
        open("?round=2565-1");
        Select<Section> picker = select("section-filter");
        picker.setValue(Section.TEAM);
        roundTrip();
        assertThat(textOf("part-warning")).contains("รายทีม").contains("ไม่ใช่อันดับ");
        assertThat(shows("ranking")).isFalse();
        assertThat(rows("levels")).allMatch(row -> row.getDataCells().size() == 3);
    }

    @Test
    void narrowsToAResponsibleUnitByAddress() {
        open("?round=2565-1&unit=promotion");
        assertThat(textOf("part-warning")).contains("กลุ่มส่งเสริม");
        assertThat(rows("levels")).allMatch(row -> row.getDataCells().size() == 5);
        assertThat(rows("part-ranking")).hasSize(9);
    }

    @Test
    void looksBackToADay() {
        open("?round=2565-1&asOf=2021-10-01");
        assertThat(textOf("past-day")).contains("ย้อนหลัง");
        assertThat(textOf("subtitle")).contains("1 ตุลาคม 2564");
    }

    @Test
    void leadsToTheDistrict() {
        open("?round=2565-1");
        assertThat(byId("ranking-4301").getElement().getOuterHTML())
                .contains("district/4301?round=2565-1");
    }

    @Test
    void saysThatARoundWasNotOpened() {
        open("?round=2570-1");
        assertThat(pageText()).contains("ยังไม่ได้เปิดรอบการประเมินนี้");
    }

    private Scoreboard scoreboard() {
        return scoreboards.find(ROUND).orElseThrow();
    }

    private static List<com.vaadin.flow.component.html.NativeTableRow> rows(String table) {
        return ((NativeTable) byId(table)).getBody().getRows();
    }

    @SuppressWarnings("unchecked") // What a select holds is known from its id.
    private static <T> Select<T> select(String id) {
        return (Select<T>) byId(id);
    }
}
