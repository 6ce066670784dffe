package districtkpi.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.Figures;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import districtkpi.scoring.comparison.Examples.Example;
import districtkpi.scoring.comparison.Similarity.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each round is one share, district by district: 4301, 4302 and so on. */
class ExamplesTest {

    private static final IndicatorId X = IndicatorId.of("X");
    private static final DistrictCode OWN = DistrictCode.of("4301");

    @Test
    void theMostSimilarDistrictThatReachedTheNextLevelComesFirst() {
        RoundResults now =
                round("X", "m=35/100", "m=55/180", "m=60/110", "m=20/101", "m=95%", "m=99/500");

        Examples examples = Examples.of(now, null, similarity(now), OWN, X).orElseThrow();

        assertThat(examples.level()).isEqualTo(3);
        // 4302 has 30.6 % and 4304 and 4306 less; of 4305 only the percentage is known.
        assertThat(examples.reached())
                .extracting(example -> example.district().value())
                .containsExactly("4303", "4305");
        assertThat(examples.reached().getFirst())
                .isInstanceOfSatisfying(
                        Example.class,
                        example -> {
                            assertThat(example.level()).isEqualTo(3);
                            assertThat(example.similarity()).map(Peer::district).isPresent();
                            assertThat(example.figures().values())
                                    .containsExactly(Figures.value(MeasureKind.SHARE, "60/110"));
                            assertThat(example.before()).isEmpty();
                        });
        assertThat(examples.reached().getLast().similarity()).isEmpty();
    }

    @Test
    void theNearestOfManyComesFirst() {
        RoundResults now =
                round("X", "m=1/100", "m=99/400", "m=99/120", "m=99/110", "m=99/90", "m=99/50");

        assertThat(Examples.of(now, null, similarity(now), OWN, X).orElseThrow().reached())
                .extracting(example -> example.district().value())
                .containsExactly("4304", "4305", "4303", "4306", "4302");
    }

    @Test
    void saysWhereTheOtherCameFromByConcept() {
        RoundResults now = round("X", "m=35/100", "m=60/100", "m=70/100");
        RoundResults previous = round("Y", "m=35/100", "m=25/100");

        List<Example> examples =
                Examples.of(now, previous, similarity(now), OWN, X).orElseThrow().reached();

        assertThat(examples.getFirst().before())
                .hasValueSatisfying(before -> {
                    assertThat(before.indicator().id()).isEqualTo(IndicatorId.of("Y"));
                    assertThat(before.level()).isEqualTo(OptionalInt.of(1));
                    assertThat(before.figures().values())
                            .containsExactly(Figures.value(MeasureKind.SHARE, "25/100"));
                });
        assertThat(examples.getLast().before()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"m=90/100", "m=n/a: nothing to do"})
    void atTheTopOrWhereItDoesNotApplyThereIsNothingToLearn(String given) {
        RoundResults now = round("X", given, "m=95/100");

        assertThat(Examples.of(now, null, similarity(now), OWN, X)).isEmpty();
    }

    @Test
    void withoutAResultLevelOneLiesAheadAndUnknownNamesHaveNoExamples() {
        RoundResults now = round("X", "", "m=25/100", "m=10/100");
        Similarity similarity = similarity(now);

        assertThat(Examples.of(now, null, similarity, OWN, X).orElseThrow().reached())
                .extracting(example -> example.district().value())
                .containsExactly("4302");
        assertThat(Examples.of(now, null, similarity, OWN, IndicatorId.of("Z"))).isEmpty();
        assertThat(Examples.of(now, null, similarity, DistrictCode.of("9999"), X)).isEmpty();
    }

    private static RoundResults round(String id, String... given) {
        Indicator indicator =
                Agreements.indicator(
                        id,
                        "100",
                        Ladder.HIGHEST,
                        List.of(Agreements.things("m", MeasureKind.SHARE)),
                        "m >= 20",
                        "m >= 30",
                        "m >= 50",
                        "m >= 60",
                        "m >= 90");
        Agreement agreement = Agreements.of(BelowLevelOne.ZERO, indicator);
        Map<DistrictCode, Map<MeasureKey, MeasuredValue>> values = new TreeMap<>();
        List<Scorecard> scorecards = new ArrayList<>();
        for (String figures : given) {
            DistrictCode district = DistrictCode.of(String.valueOf(4301 + scorecards.size()));
            values.put(district, Figures.of(agreement, id, figures));
            scorecards.add(new Scorer(agreement).score(district, values.get(district)));
        }
        return new RoundResults(Ranking.of(agreement, scorecards), values);
    }

    private static Similarity similarity(RoundResults round) {
        LocalizedText name = new LocalizedText("of", "of");
        return Similarity.of(
                List.of(
                        new ContextFigure(
                                name,
                                new MeasureUnit(name, 0),
                                List.of(new MeasureKey(X, MeasureId.of("m"))))),
                round.values());
    }
}
