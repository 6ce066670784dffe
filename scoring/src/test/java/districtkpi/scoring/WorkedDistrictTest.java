package districtkpi.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.place.DistrictCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** The worked district of the method document, from its figures to its row of the ranking. */
class WorkedDistrictTest {

    private static final DistrictCode DISTRICT = WorkedDistrict.CODE;

    private final Agreement agreement = Agreements.round2565No1();

    @Test
    void givesTheScoresOfTheMethodDocument() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Scorecard.Line line : score().lines()) {
            ScoreRow score = ScoreRow.of(line.score());
            BigFraction points = line.points().orElseThrow();
            rows.add(
                    String.join(
                            ",",
                            "2565-1",
                            DISTRICT.value(),
                            line.section().value(),
                            line.score().indicator().id().value(),
                            line.score().indicator().weight().toPlainString(),
                            score.status(),
                            String.valueOf(score.level()),
                            String.valueOf(score.levelMin()),
                            String.valueOf(score.levelMax()),
                            PlainDecimal.of(points),
                            PlainDecimal.of(points.divide(20))));
        }

        assertThat(rows).isEqualTo(WorkedDistrict.lines("worked-district-scores.csv"));
    }

    @Test
    void givesTheTotalsOfTheMethodDocument() throws IOException {
        Ranking.Row row = Ranking.of(agreement, List.of(score())).row(DISTRICT).orElseThrow();
        Scorecard scorecard = row.scorecard();
        BigFraction total = scorecard.total().points().orElseThrow();

        assertThat(
                        String.join(
                                ",",
                                "2565-1",
                                String.valueOf(row.rank().orElseThrow()),
                                DISTRICT.value(),
                                PlainDecimal.of(points(scorecard, SectionId.TEAM)),
                                PlainDecimal.of(points(scorecard, SectionId.INDIVIDUAL)),
                                PlainDecimal.of(total),
                                PlainDecimal.of(total.divide(20)),
                                PlainDecimal.of(scorecard.total().possibleMin()),
                                PlainDecimal.of(scorecard.total().possibleMax()),
                                PlainDecimal.of(scorecard.total().scoredWeight())))
                .isEqualTo(WorkedDistrict.lines("worked-district-ranking.csv").getFirst());
        assertThat(scorecard.total().isComplete()).isTrue();
    }

    private static BigFraction points(Scorecard scorecard, SectionId section) {
        return scorecard.section(section).orElseThrow().points().orElseThrow();
    }

    private Scorecard score() throws IOException {
        return new Scorer(agreement).score(DISTRICT, WorkedDistrict.values(agreement));
    }
}
