package districtkpi.scoring.movement;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.ConceptId;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.Ranking;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rounds one after another: every district's totals and ranks, every concept's levels, and what
 * changed in the rules from each round to the next.
 *
 * @param agreements of the rounds, in the order given
 * @param concepts those of the last round in its order, then those that only earlier rounds have,
 *     the latest first
 * @param districts all that are in any of the rounds, by code
 * @param ruleChanges one list for each two neighbouring rounds: the first leads from the first
 *     round to the second
 */
public record Trend(
        List<Agreement> agreements,
        List<Concept> concepts,
        List<DistrictTrend> districts,
        List<List<RuleChange>> ruleChanges) {

    public Trend {
        agreements = List.copyOf(agreements);
        concepts = List.copyOf(concepts);
        districts = List.copyOf(districts);
        ruleChanges = ruleChanges.stream().map(List::copyOf).toList();
    }

    /**
     * A concept through the rounds.
     *
     * @param indicators what measures it in each round; absent where nothing does
     * @param breaks the rounds, counted from 0, whose figures cannot be compared with those of the
     *     last round before that has the concept, since it is measured otherwise: no line is drawn
     *     to them
     */
    public record Concept(
            ConceptId concept, List<Optional<Indicator>> indicators, Set<Integer> breaks) {

        public Concept {
            indicators = List.copyOf(indicators);
            breaks = Set.copyOf(breaks);
        }

        /** The indicator of the latest round that has it, whose name stands for the concept. */
        public Indicator latest() {
            return indicators.reversed().stream()
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * Joins rounds.
     *
     * @param rounds from the earliest to the latest; may be one, or none
     * @throws IllegalArgumentException if an agreement has a concept twice
     */
    public static Trend of(List<Ranking> rounds) {
        List<Agreement> agreements = rounds.stream().map(Ranking::agreement).toList();
        List<List<RuleChange>> changes = new ArrayList<>();
        for (int i = 1; i < agreements.size(); i++) {
            changes.add(changes(agreements.get(i - 1), agreements.get(i)));
        }
        return new Trend(agreements, concepts(agreements), districts(rounds), changes);
    }

    /** The agreements are those of days: the targets of these are compared, not those of others. */
    private static List<RuleChange> changes(Agreement before, Agreement after) {
        return RuleChange.between(before, after).stream()
                .filter(change -> !(change instanceof RuleChange.Stages))
                .toList();
    }

    private static List<Concept> concepts(List<Agreement> agreements) {
        Map<ConceptId, List<Optional<Indicator>>> byConcept = new LinkedHashMap<>();
        for (int round = agreements.size() - 1; round >= 0; round--) {
            int place = round;
            agreements
                    .get(round)
                    .indicators()
                    .forEach(indicator ->
                            byConcept
                                    .computeIfAbsent(
                                            indicator.concept(), _ -> gaps(agreements.size()))
                                    .set(place, Optional.of(indicator)));
        }
        List<Concept> concepts = new ArrayList<>();
        byConcept.forEach((concept, indicators) ->
                concepts.add(new Concept(concept, indicators, breaks(indicators))));
        return concepts;
    }

    private static Set<Integer> breaks(List<Optional<Indicator>> indicators) {
        Set<Integer> breaks = new HashSet<>();
        Optional<Indicator> last = Optional.empty();
        for (int round = 0; round < indicators.size(); round++) {
            Optional<Indicator> current = indicators.get(round);
            if (current.isPresent()) {
                if (last.isPresent()
                        && Pairing.of(last.get(), current.get()) instanceof Pairing.Redefined) {
                    breaks.add(round);
                }
                last = current;
            }
        }
        return breaks;
    }

    private static List<DistrictTrend> districts(List<Ranking> rounds) {
        Map<DistrictCode, List<Optional<Ranking.Row>>> byDistrict = new TreeMap<>();
        for (int round = 0; round < rounds.size(); round++) {
            for (Ranking.Row row : rounds.get(round).rows()) {
                byDistrict
                        .computeIfAbsent(row.scorecard().district(), _ -> gaps(rounds.size()))
                        .set(round, Optional.of(row));
            }
        }
        List<DistrictTrend> districts = new ArrayList<>();
        byDistrict.forEach((district, rows) -> districts.add(new DistrictTrend(district, rows)));
        return districts;
    }

    private static <T> List<Optional<T>> gaps(int rounds) {
        return new ArrayList<>(Collections.nCopies(rounds, Optional.empty()));
    }

    /** A district through the rounds; absent if it is in none of them. */
    public Optional<DistrictTrend> district(DistrictCode code) {
        return districts.stream().filter(trend -> trend.district().equals(code)).findFirst();
    }

    /** A concept through the rounds; absent if none of them has it. */
    public Optional<Concept> concept(ConceptId id) {
        return concepts.stream().filter(concept -> concept.concept().equals(id)).findFirst();
    }
}
