package districtkpi.office.words;

import districtkpi.domain.agreement.Computation;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.scoring.ComputedFigure;
import districtkpi.scoring.Explanation.Outcome;
import districtkpi.scoring.PlainDecimal;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/** Says how a measure is computed, and what it came to. */
public final class ComputationWords {

    private final Words words;
    private final MeasureWords measures;

    public ComputationWords(Words words, Indicator indicator) {
        this.words = words;
        this.measures = new MeasureWords(words, indicator);
    }

    /** The rule in one sentence, without the steps that it may have. */
    public String rule(ComputedMeasure measure) {
        String rule =
                switch (measure.computation()) {
                    case Computation.Points(var accumulation, var _) ->
                            switch (accumulation) {
                                case SUM -> words.of("computed.points");
                                case BEST -> words.of("computed.best");
                            };
                    case Computation.Combination(var aggregation, var terms) ->
                            switch (aggregation) {
                                case SUM -> weighted(terms, " + ");
                                case MEAN -> words.of("computed.mean", weighted(terms, ", "));
                                case HIGHEST -> words.of("computed.highest", names(terms));
                                case LOWEST -> words.of("computed.lowest", names(terms));
                            };
                    case Computation.Line(MeasureId id, var knots) ->
                            line(
                                    id,
                                    knots.stream()
                                            .map(knot ->
                                                    knot(words.number(knot.at()), knot.points())));
                    case Computation.DayLine(MeasureId id, var days) ->
                            line(
                                    id,
                                    days.stream()
                                            .map(day ->
                                                    knot(words.shortDate(day.at()), day.points())));
                };
        return Stream.of(
                        Stream.of(rule),
                        measure
                                .min()
                                .map(limit -> words.of("computed.min", words.number(limit)))
                                .stream(),
                        measure
                                .max()
                                .map(limit -> words.of("computed.max", words.number(limit)))
                                .stream())
                .flatMap(part -> part)
                .collect(Collectors.joining(" · "));
    }

    /** The steps of the rule with their points: {@code +0.25 ส่งแผน (ส่งแผน: ดำเนินการแล้ว)}. */
    public List<String> steps(ComputedMeasure measure) {
        return measure.computation() instanceof Computation.Points points
                ? points.steps().stream().map(this::step).toList()
                : List.of();
    }

    /** The same steps as they turned out in a district. */
    public List<String> steps(ComputedFigure figure) {
        List<String> steps = steps(figure.measure());
        return IntStream.range(0, steps.size())
                .mapToObj(i -> words.of(outcome(figure.steps().get(i)), steps.get(i)))
                .toList();
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "computed.step-holds";
            case FAILS -> "computed.step-fails";
            case UNKNOWN -> "computed.step-open";
        };
    }

    /** The number in its unit, or between which numbers it still is. */
    public String number(ComputedFigure figure) {
        if (figure.number().isPresent()) {
            return inUnit(figure.measure(), figure.number().get());
        }
        return figure.min().isPresent() && figure.max().isPresent()
                ? words.of(
                        "computed.open-between",
                        plain(figure.min().get()),
                        inUnit(figure.measure(), figure.max().get()))
                : words.of("computed.open");
    }

    private String step(Computation.Step step) {
        return words.of(
                "computed.step",
                (step.points().signum() > 0 ? "+" : "−") + words.number(step.points().abs()),
                words.of(step.text()),
                step.conditions().stream()
                        .map(measures::condition)
                        .collect(Collectors.joining("; ")));
    }

    private String weighted(List<Computation.Term> terms, String between) {
        return terms.stream().map(this::term).collect(Collectors.joining(between));
    }

    private String term(Computation.Term term) {
        String name = measures.name(term.measure());
        return term.weight().compareTo(BigDecimal.ONE) == 0
                ? name
                : words.of("computed.term", words.number(term.weight()), name);
    }

    private String names(List<Computation.Term> terms) {
        return terms.stream()
                .map(term -> measures.name(term.measure()))
                .collect(Collectors.joining(", "));
    }

    private String line(MeasureId measure, Stream<String> knots) {
        return words.of(
                "computed.line", measures.name(measure), knots.collect(Collectors.joining(", ")));
    }

    private String knot(String at, BigDecimal points) {
        return words.of("computed.knot", at, words.number(points));
    }

    private String inUnit(ComputedMeasure measure, BigFraction number) {
        return words.of("value.in-unit", plain(number), words.of(measure.unit().name()));
    }

    private String plain(BigFraction number) {
        return words.number(new BigDecimal(PlainDecimal.of(number)));
    }
}
