package districtkpi.scoring.certainty;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.LevelTable;
import districtkpi.scoring.PlainDecimal;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** The example that the method document works out by hand. */
class WorkedRankingTest {

    private static final Path METHOD = Path.of("../docs/method");
    private static final BigFraction TENTH = BigFraction.of(1, 10);
    private static final BigFraction QUARTER = BigFraction.of(1, 4);

    private final Agreement agreement = LevelTable.agreement("50", "30", "20");

    @Test
    void givesTheRankIntervalsOfTheMethodDocument() throws IOException {
        Ranking ranking = ranking(agreement);
        Certainty certainty = Certainty.of(ranking);

        List<String> found = new ArrayList<>();
        for (Ranking.Row row : ranking.rows()) {
            DistrictCode district = row.scorecard().district();
            found.add(
                    String.join(
                            ",",
                            district.value(),
                            PlainDecimal.of(row.scorecard().total().points().orElseThrow()),
                            String.valueOf(row.rank().orElseThrow()),
                            interval(certainty, district, TENTH),
                            interval(certainty, district, QUARTER)));
        }

        assertThat(found).isEqualTo(rows("certainty-ranks.csv"));
    }

    private static String interval(Certainty certainty, DistrictCode district, BigFraction change) {
        RankInterval interval =
                Optional.ofNullable(certainty.byWeights(change).get(district)).orElseThrow();
        return interval.isCertain()
                ? String.valueOf(interval.best())
                : interval.best() + "–" + interval.worst();
    }

    @Test
    void givesThePairsOfTheMethodDocument() throws IOException {
        List<String> found =
                Certainty.of(ranking(agreement)).neighbours().stream()
                        .map(pair ->
                                String.join(
                                        ",",
                                        pair.ahead().value(),
                                        pair.behind().value(),
                                        PlainDecimal.of(pair.gap()),
                                        reversal(pair.reversal()),
                                        String.valueOf(pair.levelChanges())))
                        .toList();

        assertThat(found).isEqualTo(rows("certainty-pairs.csv"));
    }

    private static String reversal(Reversal reversal) {
        return switch (reversal) {
            case Reversal.Identical _ -> "identical";
            case Reversal.Dominated _ -> "dominated";
            case Reversal.Beyond(BigFraction change) ->
                    change.getNumerator() + "/" + change.getDenominator();
        };
    }

    @Test
    void drawsTheBandsOfTheMethodDocument() throws IOException {
        assertThat(Certainty.of(ranking(agreement)).bands(Certainty.NEAR))
                .containsExactly(
                        new Band(codes("4302", "4301", "4303"), 1, 3),
                        new Band(codes("4308"), 4, 4),
                        new Band(codes("4305", "4307"), 5, 5),
                        new Band(codes("4309"), 7, 7));
    }

    @Test
    void otherWeightsTurnTheFirstTwoRoundWhereTheDocumentSays() throws IOException {
        assertThat(order(LevelTable.agreement("54.5", "27.3", "18.2"))).startsWith("4302", "4301");
        assertThat(order(LevelTable.agreement("55", "27", "18"))).startsWith("4301", "4302");
    }

    private static List<String> order(Agreement agreement) throws IOException {
        return ranking(agreement).rows().stream()
                .map(row -> row.scorecard().district().value())
                .toList();
    }

    @Test
    void theMethodDocumentShowsEveryRow() throws IOException {
        List<String> document = Files.readAllLines(METHOD.resolve("certainty.md"));
        for (String table :
                List.of("certainty-levels.csv", "certainty-ranks.csv", "certainty-pairs.csv")) {
            assertThat(document)
                    .containsSubsequence(
                            rows(table).stream()
                                    .map(line -> "| " + line.replace(",", " | ") + " |")
                                    .toList());
        }
    }

    private static Ranking ranking(Agreement agreement) throws IOException {
        Scorer scorer = new Scorer(agreement);
        List<Scorecard> cards = new ArrayList<>();
        for (String row : rows("certainty-levels.csv")) {
            String[] cells = row.split(",", 2);
            cards.add(LevelTable.card(scorer, cells[0], cells[1].replace(',', ' ')));
        }
        return Ranking.of(agreement, cards);
    }

    private static List<String> rows(String table) throws IOException {
        List<String> lines = Files.readAllLines(METHOD.resolve(table));
        return lines.subList(1, lines.size());
    }

    private static List<DistrictCode> codes(String... codes) {
        return List.of(codes).stream().map(DistrictCode::of).toList();
    }
}
