package districtkpi.ui.weights;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.slider.IntegerSlider;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.laboratory.KeptDrafts;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.weighting.Draft;
import districtkpi.scoring.weighting.DraftEffect;
import districtkpi.scoring.weighting.DraftedAgreement;
import districtkpi.ui.chart.Chart;
import districtkpi.ui.chart.SlopeChart;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.testing.UiTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LaboratoryViewIT extends UiTest {

    private final Words words = new Words(new Translations(), Translations.THAI, false);

    @Autowired private ScoreboardQuery scoreboards;
    @Autowired private Rounds rounds;
    @Autowired private KeptDrafts kept;

    @Test
    void reproducesTheAgreedResultOfEveryRoundWithTheAgreedRules() {
        assertThat(rounds.opened()).hasSizeGreaterThanOrEqualTo(4);
        for (RoundId round : rounds.opened()) {
            Scoreboard board = scoreboards.find(round).orElseThrow();
            DraftedAgreement drafted = Draft.NONE.applyTo(board.stored().agreement());
            assertThat(drafted).isInstanceOf(DraftedAgreement.Scorable.class);
            assertThat(board.rankingUnder(((DraftedAgreement.Scorable) drafted).agreement()))
                    .isEqualTo(board.ranking());
            open("laboratory?round=" + round + "&lang=th");
            assertThat(textOf("lab-summary-" + round)).contains("ตรงกับข้อตกลงทุกประการ");
        }
    }

    @Test
    void keepsASectionAtOneHundredWhenAWeightIsTyped() {
        open("laboratory?round=2565-2&lang=th");
        ((BigDecimalField) byId("weight-T1")).setValue(BigDecimal.valueOf(60));
        roundTrip();
        assertThat(textOf("lab-row-T1")).contains("ตกลง 40");
        assertThat(((IntegerSlider) byId("handle-T2")).getValue()).isEqualTo(27);
        assertThat(textOf("lab-sum-team")).contains("100 จาก 100");
        assertThat(((BigDecimalField) byId("weight-T1")).getValue()).isEqualByComparingTo("60");
        assertThat(((BigDecimalField) byId("weight-T2")).getValue()).isEqualByComparingTo("26.67");
        assertThat(textOf("lab-summary-2565-2")).contains("อันดับเปลี่ยน");
        ((Button) byId("more-T2")).click();
        roundTrip();
        assertThat(((BigDecimalField) byId("weight-T1")).getValue()).isEqualByComparingTo("60");
        assertThat(((BigDecimalField) byId("weight-T2")).getValue()).isEqualByComparingTo("27.67");
        assertThat(((BigDecimalField) byId("weight-T3")).getValue()).isEqualByComparingTo("12.33");
    }

    @Test
    void givesTheSectionsOtherSharesThatTotalOneHundred() {
        open("laboratory?round=2565-2&lang=th");
        choose("weight-share-team", BigDecimal.valueOf(60));
        assertThat(address()).contains("draft=;;individual:40,team:60");
        assertThat(textOf("lab-sum-shares")).contains("100 จาก 100");
        assertThat(percent("weight-share-individual")).isEqualByComparingTo("40");
        Agreement agreement = board("2565-2").stored().agreement();
        var drafted =
                (DraftedAgreement.Scorable)
                        Draft.parse(";;individual:40,team:60").applyTo(agreement);
        Ranking.Row row =
                board("2565-2")
                        .rankingUnder(drafted.agreement())
                        .row(DistrictCode.of("4305"))
                        .orElseThrow();
        assertThat(textOf("lab-effect-2565-2-4305"))
                .contains(words.total(row.scorecard().total().points().orElseThrow()));
        assertThat(byId("lab-download").getElement().getAttribute("href"))
                .contains("draft.yaml?draft=%3B%3Bindividual%3A40%2Cteam%3A60");
        // What was set before makes room again: of two shares none could change otherwise.
        ((Button) byId("less-share-individual")).click();
        roundTrip();
        assertThat(address()).contains("draft=;;individual:39,team:61");
        choose("weight-share-individual", BigDecimal.valueOf(50));
        assertThat(address()).doesNotContain("draft");
        assertThat(textOf("lab-summary-2565-2")).contains("ตรงกับข้อตกลงทุกประการ");
    }

    @Test
    void keepsALockedShare() {
        open("laboratory?round=2565-2&lang=th");
        choose("lock-share-team", true);
        assertThat(address()).contains("lockedShares=team");
        choose("weight-share-individual", BigDecimal.valueOf(40));
        assertThat(textOf("lab-message")).contains("ปลดล็อก");
        choose("lock-share-team", false);
        assertThat(address()).doesNotContain("lockedShares");
        choose("weight-share-team", BigDecimal.valueOf(101));
        assertThat(textOf("lab-message")).contains("0 ถึง 100");
    }

    @Test
    void bringsSharesOfALinkToOneHundred() {
        open("laboratory?round=2565-2&draft=T1:50,T2:30;;team:80&lang=en");
        assertThat(textOf("lab-problems-2565-2")).contains("130");
        ((Button) byId("spread-shares")).click();
        roundTrip();
        assertThat(address()).contains("draft=T1:50,T2:30;;individual:38.46,team:61.54");
        assertThat(shows("lab-effect-2565-2")).isTrue();
    }

    private static BigDecimal percent(String id) {
        return ((BigDecimalField) byId(id)).getValue();
    }

    @Test
    void saysWhyAWeightCannotBe() {
        open("laboratory?round=2565-2&lang=th");
        ((BigDecimalField) byId("weight-T1")).setValue(BigDecimal.valueOf(120));
        assertThat(textOf("lab-message")).contains("ไม่เกิน 100");
    }

    @Test
    void triesThresholdsAlsoOnEarlierRounds() {
        open("laboratory?round=2565-2&draft=;T1.l1.spending:1&past=all&indicator=T1&lang=en");
        assertThat(((BigDecimalField) byId("threshold-T1-l1-spending")).getValue())
                .isEqualByComparingTo("1");
        assertThat(shows("lab-effect-2564-1")).isTrue();
        assertThat(textOf("lab-summary-2565-2")).contains("None of 9 districts changes rank");
        // The round of the page is behind the other tab.
        assertThat(shows("lab-effect-2565-2")).isFalse();
        assertThat(textOf("lab-summary-2564-1")).contains("of 9 districts");
    }

    @Test
    void saysWhatADraftLacks() {
        open("laboratory?round=2565-2&draft=T1:50&lang=en");
        assertThat(textOf("lab-problems-2565-2")).contains("110");
        assertThat(shows("lab-download")).isFalse();
        ((Button) byId("spread-team")).click();
        roundTrip();
        assertThat(textOf("lab-sum-team")).contains("100 of 100");
    }

    @Test
    void saysWhoMovesInASentenceAndDrawsIt() {
        Scoreboard board = board("2565-2");
        for (String draft :
                List.of("T1:60,T2:26.67,T3:13.33", "P1:30,P2:10", ";;individual:48,team:52")) {
            open("laboratory?round=2565-2&draft=" + draft + "&lang=en");
            DraftEffect effect = effect(board, Draft.parse(draft));
            String sentence = textOf("lab-summary-2565-2");
            List<DraftEffect.OnDistrict> movers = effect.movers();
            assertThat(sentence)
                    .contains(
                            switch (movers.size()) {
                                case 0 -> "None of 9 districts changes rank";
                                case 1 -> "1 of 9 districts changes rank: ";
                                default -> movers.size() + " of 9 districts change rank: ";
                            });
            movers.stream()
                    .limit(1)
                    .filter(_ -> movers.size() <= 4)
                    .forEach(one ->
                            assertThat(sentence)
                                    .contains(
                                            board.district(one.district()).orElseThrow().name().en()
                                                    + " "
                                                    + one.rankBefore().getAsInt()
                                                    + "→"
                                                    + one.rankAfter().getAsInt()));
            SlopeChart chart = (SlopeChart) ((Chart) byId("lab-slopes-2565-2")).drawing();
            assertThat(chart.lines()).hasSize(9);
            assertThat(chart.lines().stream().map(SlopeChart.Line::movement))
                    .containsExactlyElementsOf(
                            effect.districts().stream()
                                    .map(DraftEffect.OnDistrict::ranksUp)
                                    .map(LaboratoryViewIT::movement)
                                    .toList());
            // A row for each on both sides, whatever is tied.
            assertThat(chart.lines().stream().map(line -> line.after().orElseThrow().row()))
                    .doesNotHaveDuplicates();
            assertThat(chart.lines().stream().map(line -> line.before().orElseThrow().row()))
                    .doesNotHaveDuplicates();
        }
    }

    private static SlopeChart.Movement movement(OptionalInt up) {
        int ranks = up.orElse(0);
        if (ranks == 0) {
            return SlopeChart.Movement.NONE;
        }
        return ranks > 0 ? SlopeChart.Movement.UP : SlopeChart.Movement.DOWN;
    }

    private static DraftEffect effect(Scoreboard board, Draft draft) {
        var drafted = (DraftedAgreement.Scorable) draft.applyTo(board.stored().agreement());
        return DraftEffect.of(board.ranking(), board.rankingUnder(drafted.agreement()));
    }

    @Test
    void draftsAreKeptUnderANameFoundAgainAndDeleted() {
        open("laboratory?round=2565-2&lang=en");
        assertThat(shows("lab-keep")).isFalse();
        open("laboratory?round=2565-2&draft=T1:60,T2:26.67,T3:13.33&lang=en");
        press("lab-keep");
        assertThat(((TextField) byId("lab-keep-name")).getErrorMessage()).contains("name");
        keep("More on the budget");
        assertThat(textOf("lab-kept")).contains("More on the budget");
        keep("More on the budget");
        assertThat(((TextField) byId("lab-keep-name")).getErrorMessage())
                .contains("There is a draft of this name");
        open("laboratory?round=2565-1&lang=en");
        assertThat(textOf("lab-kept")).doesNotContain("More on the budget");
        open("laboratory?round=2565-2&lang=en");
        KeptDrafts.Named one = kept.of(RoundId.parse("2565-2")).getFirst();
        assertThat(byId("lab-kept-" + one.kept().id()).getElement().getOuterHTML())
                .contains("draft=T1%3A60%2CT2%3A26.67%2CT3%3A13.33")
                .contains("draft.csv?");
        press("lab-delete-" + one.kept().id());
        assertThat(textOf("lab-kept")).doesNotContain("More on the budget");
        assertThat(kept.of(RoundId.parse("2565-2"))).isEmpty();
    }

    private static void keep(String name) {
        ((TextField) byId("lab-keep-name")).setValue(name);
        press("lab-keep");
    }

    private static void press(String id) {
        ((Button) byId(id)).click();
        roundTrip();
    }

    @Test
    void putsTwoDraftsSideBySide() {
        Scoreboard board = board("2565-2");
        Draft one = Draft.parse("T1:60,T2:26.67,T3:13.33");
        Draft other = Draft.parse(";;individual:70,team:30");
        open("laboratory?round=2565-2&draft=" + other + "&lang=en");
        keep("Individual first");
        open("laboratory?round=2565-2&draft=" + one + "&against=" + other + "&lang=en");
        assertThat(textOf("lab-pair")).contains("Individual first → Draft");
        var first = (DraftedAgreement.Scorable) other.applyTo(board.stored().agreement());
        for (Ranking.Row row : board.rankingUnder(first.agreement()).rows()) {
            assertThat(textOf("lab-effect-2565-2-" + row.scorecard().district()))
                    .contains(words.total(row.scorecard().total().points().orElseThrow()));
        }
        assertThat(((Anchor) byId("lab-pair-swap")).getHref())
                .contains("draft=%3B%3Bindividual%3A70%2Cteam%3A30")
                .contains("against=T1%3A60%2CT2%3A26.67%2CT3%3A13.33");
        open("laboratory?round=2565-2&draft=" + one + "&against=" + one + "&lang=en");
        assertThat(textOf("lab-summary-2565-2")).contains("The two drafts are the same");
        open("laboratory?round=2565-2&draft=" + one + "&against=T1:50&lang=en");
        assertThat(textOf("lab-problems-2565-2")).contains("compare with").contains("110");
        kept.delete(kept.of(RoundId.parse("2565-2")).getFirst().kept().id());
    }

    @Test
    void refusesAnAddressThatSaysNothing() {
        open("laboratory?round=2565-2&draft=T1&lang=th");
        assertThat(pageText()).contains("ไม่พบหน้าที่ต้องการ");
        open("laboratory?round=2570-1&lang=en");
        assertThat(pageText()).contains("has not been opened");
    }

    private Scoreboard board(String round) {
        return scoreboards.find(RoundId.parse(round)).orElseThrow();
    }
}
