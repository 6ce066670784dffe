package districtkpi.scoring.movement;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.ConceptId;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What became of an indicator from one agreement to another; indicators are joined by concept. */
public sealed interface Pairing {

    /** The indicator in the earlier agreement; absent if it was added. */
    Optional<Indicator> before();

    /** The indicator in the later agreement; absent if it was dropped. */
    Optional<Indicator> after();

    default ConceptId concept() {
        return before().or(this::after).orElseThrow().concept();
    }

    /**
     * In both agreements with the same measures, by id and kind, so that the figures of each round
     * can be scored under the rules of the other. Everything else about it may differ.
     */
    record Same(Indicator earlier, Indicator later) implements Pairing {
        @Override
        public Optional<Indicator> before() {
            return Optional.of(earlier);
        }

        @Override
        public Optional<Indicator> after() {
            return Optional.of(later);
        }
    }

    /**
     * In both agreements, but measured otherwise: the figures of one round say nothing under the
     * rules of the other. It counts as dropped and added.
     *
     * @param measures those that only one of the two has, or that differ in kind; at least one, by
     *     id
     */
    record Redefined(Indicator earlier, Indicator later, List<MeasureId> measures)
            implements Pairing {
        public Redefined {
            measures = List.copyOf(measures);
        }

        @Override
        public Optional<Indicator> before() {
            return Optional.of(earlier);
        }

        @Override
        public Optional<Indicator> after() {
            return Optional.of(later);
        }
    }

    /** The later agreement does not have the concept. */
    record Dropped(Indicator earlier) implements Pairing {
        @Override
        public Optional<Indicator> before() {
            return Optional.of(earlier);
        }

        @Override
        public Optional<Indicator> after() {
            return Optional.empty();
        }
    }

    /** The earlier agreement does not have the concept. */
    record Added(Indicator later) implements Pairing {
        @Override
        public Optional<Indicator> before() {
            return Optional.empty();
        }

        @Override
        public Optional<Indicator> after() {
            return Optional.of(later);
        }
    }

    /**
     * Joins the indicators of two agreements.
     *
     * @return one for each concept: those of the later agreement in its order, then those that were
     *     dropped in the order of the earlier one
     * @throws IllegalArgumentException if an agreement has a concept twice, which none that was
     *     read from a file has
     */
    static List<Pairing> between(Agreement earlier, Agreement later) {
        Map<ConceptId, Indicator> left = byConcept(earlier);
        List<Pairing> pairings = new ArrayList<>();
        byConcept(later)
                .forEach((concept, indicator) -> {
                    Indicator before = left.remove(concept);
                    pairings.add(before == null ? new Added(indicator) : of(before, indicator));
                });
        left.values().forEach(indicator -> pairings.add(new Dropped(indicator)));
        return Collections.unmodifiableList(pairings);
    }

    private static Map<ConceptId, Indicator> byConcept(Agreement agreement) {
        Map<ConceptId, Indicator> indicators = new LinkedHashMap<>();
        agreement
                .indicators()
                .forEach(indicator -> {
                    if (indicators.put(indicator.concept(), indicator) != null) {
                        throw new IllegalArgumentException(
                                "Round "
                                        + agreement.round()
                                        + " has the concept "
                                        + indicator.concept()
                                        + " twice");
                    }
                });
        return indicators;
    }

    /** Joins two indicators of one concept. */
    static Pairing of(Indicator earlier, Indicator later) {
        // What is computed follows from these, by the rules that are compared elsewhere.
        Map<MeasureId, MeasureKind> before = kinds(earlier);
        Map<MeasureId, MeasureKind> after = kinds(later);
        if (before.equals(after)) {
            return new Same(earlier, later);
        }
        SortedSet<MeasureId> differing = new TreeSet<>(before.keySet());
        differing.addAll(after.keySet());
        differing.removeIf(id -> before.get(id) == after.get(id));
        return new Redefined(earlier, later, List.copyOf(differing));
    }

    private static Map<MeasureId, MeasureKind> kinds(Indicator indicator) {
        Map<MeasureId, MeasureKind> kinds = new TreeMap<>();
        for (Measure measure : indicator.measures()) {
            kinds.put(measure.id(), measure.kind());
        }
        return kinds;
    }
}
