package districtkpi.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.RandomFigures;
import districtkpi.scoring.comparison.Similarity.Peer;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimilarityTest {

    private static final DistrictCode A = DistrictCode.of("4301");
    private static final DistrictCode B = DistrictCode.of("4302");
    private static final DistrictCode C = DistrictCode.of("4303");
    private static final DistrictCode D = DistrictCode.of("4304");
    private static final MeasureKey VILLAGES = key("X", "villages");
    private static final MeasureKey BUDGET = key("X", "budget");
    private static final ContextFigure VILLAGE_COUNT = figure("villages", VILLAGES);
    private static final ContextFigure BUDGET_SIZE = figure("budget", BUDGET);
    private static final List<ContextFigure> BOTH = List.of(VILLAGE_COUNT, BUDGET_SIZE);

    @Test
    void isTheDistanceOfStandardisedFigures() {
        Similarity similarity =
                Similarity.of(
                        BOTH, Map.of(A, of("10", "100"), B, of("20", "100"), C, of("30", "400")));

        List<Peer> peers = similarity.peers(A);

        // By hand: villages stand at −1.2247, 0, 1.2247, the budget at −0.7071 twice and 1.4142.
        assertThat(peers).extracting(Peer::district).containsExactly(B, C);
        assertThat(peers.getFirst().distance()).isCloseTo(Math.sqrt(0.75), within(1e-12));
        assertThat(peers.getLast().distance()).isCloseTo(Math.sqrt(5.25), within(1e-12));
        assertThat(peers).allMatch(peer -> peer.compared().equals(BOTH));
    }

    @Test
    void leavesOutWhatOneOfTheTwoHasNotAndSaysSo() {
        Map<MeasureKey, MeasuredValue> villagesOnly = new HashMap<>(of("20", "1"));
        villagesOnly.put(BUDGET, new MeasuredValue.Percentage(BigDecimal.TEN));
        Similarity similarity =
                Similarity.of(
                        BOTH,
                        Map.of(
                                A,
                                of("10", "100"),
                                B,
                                villagesOnly,
                                C,
                                of("30", "400"),
                                D,
                                Map.of()));

        assertThat(similarity.peers(A))
                .filteredOn(peer -> peer.district().equals(B))
                .singleElement()
                .isInstanceOfSatisfying(
                        Peer.class,
                        peer -> {
                            assertThat(peer.compared()).containsExactly(VILLAGE_COUNT);
                            assertThat(peer.missing()).containsExactly(BUDGET_SIZE);
                        });
        assertThat(similarity.peers(A)).extracting(Peer::district).doesNotContain(D);
        assertThat(similarity.peers(D)).isEmpty();
        assertThat(similarity.peers(DistrictCode.of("9999"))).isEmpty();
    }

    @Test
    void aFigureThatIsTheSameEverywhereTellsNothing() {
        Similarity similarity = Similarity.of(BOTH, Map.of(A, of("10", "100"), B, of("20", "100")));
        Similarity nobody = Similarity.of(BOTH, Map.of());
        Similarity alone = Similarity.of(BOTH, Map.of(A, of("10", "100")));

        assertThat(similarity.figures()).containsExactly(VILLAGE_COUNT);
        assertThat(similarity.alikeEverywhere()).containsExactly(BUDGET_SIZE);
        assertThat(nobody.alikeEverywhere()).isEqualTo(BOTH);
        assertThat(alone.alikeEverywhere()).isEqualTo(BOTH);
        assertThat(alone.peers(A)).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWasAchievedNeverChangesThePeers(long seed) {
        Random random = new Random(seed);
        Agreement agreement = Agreements.round2565No1();
        List<ContextFigure> context =
                agreement
                        .indicators()
                        .flatMap(indicator ->
                                indicator.measures().stream()
                                        .filter(measure -> measure.kind().isRatio())
                                        .map(measure ->
                                                figure(
                                                        measure.id().value(),
                                                        indicator.key(measure.id()))))
                        .toList();
        Map<DistrictCode, Map<MeasureKey, MeasuredValue>> values = new HashMap<>();
        Map<DistrictCode, Map<MeasureKey, MeasuredValue>> others = new HashMap<>();
        for (int i = 0; i < 9; i++) {
            DistrictCode district = DistrictCode.of(String.valueOf(4301 + i));
            Map<MeasureKey, MeasuredValue> own = RandomFigures.of(agreement, random, 0.2);
            Map<MeasureKey, MeasuredValue> changed = new HashMap<>(own);
            changed.replaceAll((_, value) ->
                    value instanceof MeasuredValue.Ratio ratio
                            ? new MeasuredValue.Ratio(
                                    BigDecimal.valueOf(random.nextInt(1_000)), ratio.of())
                            : new MeasuredValue.NotDone());
            values.put(district, own);
            others.put(district, changed);
        }
        Similarity before = Similarity.of(context, values);
        Similarity after = Similarity.of(context, others);

        for (DistrictCode district : values.keySet()) {
            assertThat(after.peers(district))
                    .as("seed %d, %s", seed, district)
                    .isEqualTo(before.peers(district));
        }
        assertThat(before.peers(A)).as("seed %d", seed).isNotEmpty();
    }

    @Test
    void anAgreementHasEachFigureOnce() {
        Indicator indicator =
                Agreements.indicator(
                        "X",
                        "100",
                        Ladder.HIGHEST,
                        List.of(
                                measure("reported", "หมู่บ้าน", "แห่ง"),
                                measure("visited", "หมู่บ้าน", "แห่ง"),
                                measure("spent", "หมู่บ้าน", "บาท"),
                                measure("trained", "ครัวเรือน", "แห่ง"),
                                Agreements.step("planned")),
                        "reported >= 1",
                        "visited >= 1",
                        "spent >= 1",
                        "trained >= 1",
                        "planned");

        List<ContextFigure> figures =
                ContextFigure.of(Agreements.of(BelowLevelOne.ZERO, indicator));

        assertThat(figures)
                .extracting(ContextFigure::sources)
                .containsExactly(
                        List.of(key("X", "reported"), key("X", "visited")),
                        List.of(key("X", "spent")),
                        List.of(key("X", "trained")));
        assertThat(
                        figures.getFirst()
                                .in(
                                        Map.of(
                                                key("X", "reported"),
                                                new MeasuredValue.Percentage(BigDecimal.ONE),
                                                key("X", "visited"),
                                                new MeasuredValue.Ratio(
                                                        BigDecimal.ONE, BigDecimal.TEN))))
                .contains(BigDecimal.TEN);
    }

    private static Measure measure(String id, String of, String unit) {
        return new Measure(
                MeasureId.of(id),
                MeasureKind.SHARE,
                new LocalizedText(id, id),
                new LocalizedText(of, "of"),
                new MeasureUnit(new LocalizedText(unit, "unit"), 0),
                null,
                false,
                false);
    }

    private static ContextFigure figure(String name, MeasureKey source) {
        LocalizedText text = new LocalizedText(name, name);
        return new ContextFigure(text, new MeasureUnit(text, 0), List.of(source));
    }

    private static Map<MeasureKey, MeasuredValue> of(String villages, String budget) {
        return Map.of(
                VILLAGES, new MeasuredValue.Ratio(BigDecimal.ONE, new BigDecimal(villages)),
                BUDGET, new MeasuredValue.Ratio(BigDecimal.ONE, new BigDecimal(budget)));
    }

    private static MeasureKey key(String indicator, String measure) {
        return new MeasureKey(IndicatorId.of(indicator), MeasureId.of(measure));
    }
}
