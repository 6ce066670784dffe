package districtkpi.scoring.weighting;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.SectionId;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.LevelTable;
import districtkpi.scoring.PlainDecimal;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** The examples that the method document works out by hand. */
class WorkedWeightsTest {

    private static final Path METHOD = Path.of("../docs/method");

    @Test
    void breaksDownTheDistrictOfTheMethodDocument() throws IOException {
        Agreement agreement =
                LevelTable.agreement("60", List.of("70", "30"), "40", List.of("50", "50"));
        Breakdown breakdown =
                Breakdown.of(agreement, LevelTable.card(new Scorer(agreement), "4301", "4 2 5 -"))
                        .orElseThrow();

        List<String> found = new ArrayList<>();
        breakdown
                .byIndicator()
                .forEach(slice -> found.add(row(slice.of().id().value(), slice.points())));
        found.add(row("total", breakdown.total()));

        assertThat(found).isEqualTo(rows("weighting-breakdown.csv"));
    }

    private static String row(String name, PointSplit points) {
        return String.join(
                ",",
                name,
                PlainDecimal.of(points.weight()),
                PlainDecimal.of(points.earned()),
                PlainDecimal.of(points.lost()),
                PlainDecimal.of(points.open()));
    }

    @Test
    void findsTheInfluenceOfTheMethodDocument() throws IOException {
        Agreement agreement = LevelTable.agreement("50", "30", "20");
        Scorer scorer = new Scorer(agreement);
        Ranking ranking =
                Ranking.of(
                        agreement,
                        List.of(
                                LevelTable.card(scorer, "4301", "5 3 3"),
                                LevelTable.card(scorer, "4302", "4 3 4"),
                                LevelTable.card(scorer, "4303", "2 3 5"),
                                LevelTable.card(scorer, "4305", "1 3 5")));

        assertThat(Influence.of(ranking).indicators())
                .extracting(each ->
                        String.join(
                                ",",
                                each.indicator().id().value(),
                                PlainDecimal.of(each.agreedWeight()),
                                fraction(each.varianceShare().orElseThrow()),
                                PlainDecimal.of(each.meanLevel().orElseThrow()),
                                each.separation().name().toLowerCase(Locale.ROOT)))
                .isEqualTo(rows("weighting-influence.csv"));
    }

    private static String fraction(BigFraction fraction) {
        return fraction.getNumerator() + "/" + fraction.getDenominator();
    }

    @Test
    void spreadsTheWeightsOfTheMethodDocument() throws IOException {
        Agreement agreement = Agreements.round2565No1();
        IndicatorId locked = IndicatorId.of("P1");
        WeightSpread spread =
                Draft.NONE
                        .withWeight(locked, new BigDecimal("35"))
                        .spread(agreement, SectionId.INDIVIDUAL, Set.of(locked));

        assertThat(spread).isInstanceOf(WeightSpread.Spread.class);
        Draft draft = ((WeightSpread.Spread) spread).draft();
        assertThat(draft.toString())
                .isEqualTo("P1:35,P2:16.25,P3:8.13,P4:8.13,P5:8.13,P6:8.12,P7:8.12,P8:8.12");
        assertThat(Files.readString(METHOD.resolve("weighting.md"))).contains(draft.toString());
    }

    @Test
    void sharesTheSectionsAsTheMethodDocumentDoes() throws IOException {
        Agreement agreement =
                LevelTable.agreement("60", List.of("70", "30"), "40", List.of("50", "50"));
        Draft draft = Draft.parse(";;individual:70,team:30");
        DraftedAgreement drafted = draft.applyTo(agreement);

        assertThat(drafted).isInstanceOf(DraftedAgreement.Scorable.class);
        Scorecard card =
                LevelTable.card(
                        new Scorer(((DraftedAgreement.Scorable) drafted).agreement()),
                        "4301",
                        "4 2 5 -");
        assertThat(card.sections())
                .extracting(section -> section.total().points().orElseThrow())
                .containsExactly(BigFraction.of(68), BigFraction.of(50));
        assertThat(PlainDecimal.of(card.total().points().orElseThrow())).isEqualTo("55.4");
        assertThat(Files.readString(METHOD.resolve("weighting.md")))
                .contains(draft.toString())
                .contains("0.3 × 68 + 0.7 × 50 = 55.4");
    }

    @Test
    void theMethodDocumentShowsEveryRow() throws IOException {
        List<String> document = Files.readAllLines(METHOD.resolve("weighting.md"));
        for (String table : List.of("weighting-breakdown.csv", "weighting-influence.csv")) {
            assertThat(document)
                    .containsSubsequence(
                            rows(table).stream()
                                    .map(line -> "| " + line.replace(",", " | ") + " |")
                                    .toList());
        }
    }

    private static List<String> rows(String table) throws IOException {
        List<String> lines = Files.readAllLines(METHOD.resolve(table));
        return lines.subList(1, lines.size());
    }
}
