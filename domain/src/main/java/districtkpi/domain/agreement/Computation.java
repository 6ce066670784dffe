package districtkpi.domain.agreement;

import districtkpi.domain.LocalizedText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the number of a {@link ComputedMeasure} follows from measures of its indicator, which may be
 * computed themselves: together they are a tree.
 */
public sealed interface Computation {

    /** The most steps, terms or knots that one computation has. */
    int MAX_PARTS = 12;

    /** The measures that it is made of, each once, in their order. */
    List<MeasureId> inputs();

    /** What the points of the steps that hold come to. */
    enum Accumulation {
        /** All of them together, in any order. */
        SUM,
        /** The most that one of them brings; 0 where none holds. */
        BEST
    }

    /** How several numbers become one. */
    enum Aggregation {
        /** Σ weight × number. */
        SUM,
        /** Σ weight × number ÷ Σ weight. */
        MEAN,
        /** The highest number. */
        HIGHEST,
        /** The lowest number. */
        LOWEST;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether its terms count by weights. */
        public boolean isWeighted() {
            return this == SUM || this == MEAN;
        }
    }

    /**
     * Steps, each of which brings points if all of its conditions hold: "either … or", k of n, a
     * ladder of its own.
     *
     * @param steps 1 to {@value #MAX_PARTS}
     */
    record Points(Accumulation accumulation, List<Step> steps) implements Computation {

        public Points {
            steps = List.copyOf(steps);
            requireParts(steps, 1);
        }

        @Override
        public List<MeasureId> inputs() {
            return conditions().map(Condition::measure).distinct().toList();
        }
    }

    /**
     * A step of {@link Points}.
     *
     * @param text what is to be done, as it is printed
     * @param points that it brings, not 0; below 0 for a deduction
     * @param conditions all must hold; at least one
     */
    record Step(LocalizedText text, BigDecimal points, List<Condition> conditions) {

        public Step {
            conditions = List.copyOf(conditions);
            if (points.signum() == 0 || conditions.isEmpty()) {
                throw new IllegalArgumentException("A step has points and conditions");
            }
        }
    }

    /**
     * Several numbers, of percentages their percent.
     *
     * @param terms 1 to {@value #MAX_PARTS}, each of another measure
     */
    record Combination(Aggregation aggregation, List<Term> terms) implements Computation {

        public Combination {
            terms = List.copyOf(terms);
            requireParts(terms, 1);
            boolean counts =
                    terms.stream()
                            .allMatch(term ->
                                    switch (aggregation) {
                                        case SUM -> term.weight().signum() != 0;
                                        case MEAN -> term.weight().signum() > 0;
                                        case HIGHEST, LOWEST ->
                                                term.weight().compareTo(BigDecimal.ONE) == 0;
                                    });
            if (!counts || terms.stream().map(Term::measure).distinct().count() < terms.size()) {
                throw new IllegalArgumentException("Terms have other measures, and weights");
            }
        }

        @Override
        public List<MeasureId> inputs() {
            return terms.stream().map(Term::measure).toList();
        }
    }

    /**
     * A number of {@link Combination}.
     *
     * @param weight 1 where the aggregation has none; below 0 in a sum for a deduction
     */
    record Term(MeasureId measure, BigDecimal weight) {}

    /**
     * Points of a number on straight lines between knots; below the first knot and above the last
     * one they stay what they are there.
     *
     * @param knots 2 to {@value #MAX_PARTS}, from the lowest number up
     */
    record Line(MeasureId measure, List<Knot> knots) implements Computation {

        public Line {
            knots = List.copyOf(knots);
            requireParts(knots, 2);
            List<Knot> all = knots;
            if (IntStream.range(1, all.size())
                    .anyMatch(i -> all.get(i).at().compareTo(all.get(i - 1).at()) <= 0)) {
                throw new IllegalArgumentException("Knots rise from one to the next");
            }
        }

        @Override
        public List<MeasureId> inputs() {
            return List.of(measure);
        }
    }

    /** A knot of {@link Line}: the points at a number. */
    record Knot(BigDecimal at, BigDecimal points) {}

    /**
     * Points of a day on straight lines between days; what has not happened is later than all of
     * them.
     *
     * @param days 2 to {@value #MAX_PARTS}, from the first one on
     */
    record DayLine(MeasureId measure, List<DayKnot> days) implements Computation {

        public DayLine {
            days = List.copyOf(days);
            requireParts(days, 2);
            List<DayKnot> all = days;
            if (IntStream.range(1, all.size())
                    .anyMatch(i -> !all.get(i).at().isAfter(all.get(i - 1).at()))) {
                throw new IllegalArgumentException("Days follow each other");
            }
        }

        @Override
        public List<MeasureId> inputs() {
            return List.of(measure);
        }
    }

    /** A knot of {@link DayLine}: the points on a day. */
    record DayKnot(LocalDate at, BigDecimal points) {}

    private static void requireParts(List<?> parts, int min) {
        if (parts.size() < min || parts.size() > MAX_PARTS) {
            throw new IllegalArgumentException(
                    "A computation has " + min + " to " + MAX_PARTS + " parts");
        }
    }

    /** All conditions that it asks, none for numbers that are only reckoned with. */
    default Stream<Condition> conditions() {
        return this instanceof Points points
                ? points.steps().stream().flatMap(step -> step.conditions().stream())
                : Stream.empty();
    }
}
