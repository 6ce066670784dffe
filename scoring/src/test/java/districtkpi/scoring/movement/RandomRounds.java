package districtkpi.scoring.movement;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.domain.testing.RandomTerms;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.RandomIndicators;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/**
 * Agreements that share concepts and little else: ids, sections, weights and rules differ from
 * round to round, concepts come and go, and some are measured otherwise.
 */
final class RandomRounds {

    private static final int CONCEPTS = 8;

    private final RandomIndicators indicators;
    private final Random random;
    private final List<Indicator> concepts = new ArrayList<>();

    RandomRounds(long seed) {
        this.indicators = new RandomIndicators(seed);
        this.random = indicators.random();
        for (int i = 0; i < CONCEPTS; i++) {
            concepts.add(i == 0 ? interpolated() : indicators.next());
        }
    }

    Agreement agreement() {
        List<Indicator> team = new ArrayList<>();
        List<Indicator> individual = new ArrayList<>();
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < CONCEPTS; i++) {
            ids.add(i);
        }
        Collections.shuffle(ids, random);
        for (int i = 0; i < CONCEPTS; i++) {
            // The first two are always there, so that no section is empty.
            if (i > 1 && random.nextInt(4) == 0) {
                continue;
            }
            Indicator indicator = Rounds.named(next(i), "c" + i, "X" + ids.get(i), "1");
            boolean inTeam = i == 0 || (i > 1 && random.nextInt(10) < i);
            (inTeam ? team : individual).add(indicator);
        }
        int share = 5 * random.nextInt(21);
        return Rounds.at(
                Agreements.agreement(
                        indicators.pick(List.of(BelowLevelOne.ZERO, BelowLevelOne.ONE)),
                        terms(section(SectionId.TEAM, share, weighted(team))),
                        terms(section(SectionId.INDIVIDUAL, 100 - share, weighted(individual)))),
                indicators.pick(List.of("2564-1", "2565-1")),
                indicators.pick(List.of(LocalDate.of(2022, 3, 31), LocalDate.of(2022, 4, 1))));
    }

    /** Now and then with something agreed otherwise for the only district. */
    private SectionTerms terms(SectionTerms section) {
        return RandomTerms.of(section, random, 1, indicators::target);
    }

    private Indicator next(int concept) {
        if (concept == 0) {
            return interpolated();
        }
        return switch (random.nextInt(8)) {
            case 0 -> random.nextBoolean() ? indicators.next() : indicators.nextComputed();
            case 1, 2, 3 -> concepts.get(concept);
            default -> indicators.next(concepts.get(concept).measures());
        };
    }

    /** Thresholds among the values of {@link RandomIndicators#everyValue}, 0 to 4 %. */
    private Indicator interpolated() {
        TreeSet<Integer> thresholds = new TreeSet<>();
        while (thresholds.size() < 5) {
            thresholds.add(random.nextInt(10));
        }
        return Agreements.indicator(
                "X",
                "100",
                Ladder.HIGHEST,
                Interpolation.LINEAR,
                List.of(Agreements.baht("m1", MeasureKind.SHARE)),
                thresholds.stream()
                        .map(threshold -> "m1 >= " + threshold / 2.0)
                        .toArray(String[]::new));
    }

    private static SectionTerms section(SectionId section, int share, List<Indicator> indicators) {
        return Agreements.section(section, String.valueOf(share), indicators);
    }

    /** The same agreement with other weights and shares. */
    Agreement reweighted(Agreement agreement) {
        int share = 1 + random.nextInt(99);
        List<SectionTerms> sections = new ArrayList<>();
        for (SectionTerms terms : agreement.sections()) {
            sections.add(
                    section(
                            terms.section(),
                            sections.isEmpty() ? share : 100 - share,
                            weighted(
                                    terms.indicators().stream()
                                            .map(RandomRounds::withoutOwnWeights)
                                            .toList())));
        }
        return Rounds.at(
                Agreements.agreement(
                        agreement.belowLevelOne().value(), sections.toArray(SectionTerms[]::new)),
                agreement.round().toString(),
                agreement.lastDay());
    }

    /** Weights of a district only make sense beside those of the others. */
    private static Indicator withoutOwnWeights(Indicator indicator) {
        return IndicatorBuilder.like(indicator)
                .districts(
                        indicator.districts().stream()
                                .filter(terms -> !terms.applies() || terms.changesLevels())
                                .map(terms ->
                                        new DistrictTerms(
                                                terms.district(),
                                                terms.targets(),
                                                terms.deadlines(),
                                                Optional.empty(),
                                                terms.applies()))
                                .toList())
                .build();
    }

    private List<Indicator> weighted(List<Indicator> from) {
        List<Indicator> weighted = new ArrayList<>();
        int left = 100;
        for (int i = 0; i < from.size(); i++) {
            int after = from.size() - i - 1;
            int weight = after == 0 ? left : 1 + random.nextInt(left - after);
            left -= weight;
            Indicator indicator = from.get(i);
            weighted.add(
                    Rounds.named(
                            indicator,
                            indicator.concept().value(),
                            indicator.id().value(),
                            String.valueOf(weight)));
        }
        return weighted;
    }

    /** Figures of which some are missing and, unless told otherwise, some do not apply. */
    Map<MeasureKey, MeasuredValue> values(Agreement agreement, boolean allApply) {
        Map<MeasureKey, MeasuredValue> values = new HashMap<>();
        agreement
                .indicators()
                .forEach(indicator -> {
                    for (Measure measure : indicator.measures()) {
                        int fate = random.nextInt(20);
                        if (fate == 0 && !allApply) {
                            values.put(
                                    indicator.key(measure.id()),
                                    new MeasuredValue.NotApplicable("reason"));
                        } else if (fate > 3) {
                            values.put(
                                    indicator.key(measure.id()),
                                    indicators.pick(RandomIndicators.everyValue(measure.kind())));
                        }
                    }
                });
        return values;
    }

    /** What was first reported where a few of the figures are corrections. */
    Map<MeasureKey, MeasuredValue> firstReported(
            Agreement agreement, Map<MeasureKey, MeasuredValue> values, boolean allApply) {
        Map<MeasureKey, MeasuredValue> first = new HashMap<>(values);
        Map<MeasureKey, MeasuredValue> others = values(agreement, allApply);
        first.replaceAll(
                (key, value) -> random.nextInt(4) == 0 ? others.getOrDefault(key, value) : value);
        return first;
    }
}
