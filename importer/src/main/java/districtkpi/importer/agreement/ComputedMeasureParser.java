package districtkpi.importer.agreement;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Computation;
import districtkpi.domain.agreement.Computation.Accumulation;
import districtkpi.domain.agreement.Computation.Aggregation;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.importer.agreement.IndicatorParser.PlacedComputation;
import districtkpi.importer.agreement.IndicatorParser.PlacedCondition;
import districtkpi.importer.agreement.IndicatorParser.PlacedMeasure;
import districtkpi.importer.issue.AgreementIssueCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Reads the computed measures of an indicator. */
final class ComputedMeasureParser {

    /** The field of an indicator that lists them. */
    static final String FIELD = "computed";

    static final String LINE = "line";
    static final String THROUGH = "through";
    static final String LOWER_LIMIT = "min";
    static final String UPPER_LIMIT = "max";

    /** How a computation can be written, each with the key of the field that says it. */
    private enum Way {
        POINTS("points"),
        BEST("best"),
        SUM("sum"),
        MEAN("mean"),
        HIGHEST("highest"),
        LOWEST("lowest"),
        LINE(ComputedMeasureParser.LINE);

        private final String key;

        Way(String key) {
            this.key = key;
        }
    }

    private final Map<MeasureId, AgreementNode> places = new HashMap<>();
    private final Map<MeasureId, AgreementNode> uses = new HashMap<>();
    private final List<Measure> known = new ArrayList<>();
    private final List<PlacedCondition> conditions = new ArrayList<>();

    /**
     * @param recorded the other measures of the indicator
     */
    ComputedMeasureParser(List<PlacedMeasure> recorded) {
        for (PlacedMeasure measure : recorded) {
            places.put(measure.measure().id(), measure.at());
            known.add(measure.measure());
        }
    }

    /** All of them in order; nothing if one is faulty. */
    Optional<List<PlacedComputation>> parse(AgreementNode list) {
        return IndicatorParser.all(list, item -> item.fields().flatMap(f -> measure(item, f)));
    }

    /** The field that says how a measure is computed. */
    static String key(Computation computation) {
        return switch (computation) {
            case Computation.Points(Accumulation accumulation, var _) ->
                    switch (accumulation) {
                        case SUM -> Way.POINTS.key;
                        case BEST -> Way.BEST.key;
                    };
            case Computation.Combination(Aggregation aggregation, var _) -> aggregation.key();
            case Computation.Line _, Computation.DayLine _ -> Way.LINE.key;
        };
    }

    private Optional<PlacedComputation> measure(AgreementNode at, AgreementFields f) {
        Optional<AgreementNode> idAt = f.required("id");
        Optional<MeasureId> id =
                idAt.flatMap(e -> e.id(MeasureId::of, IndicatorParser.FORM_OF_LOWER_ID));
        Optional<LocalizedText> name = f.required("name").flatMap(AgreementNode::localized);
        Optional<MeasureUnit> unit = f.required("countedIn").flatMap(IndicatorParser::measureUnit);
        Optional<AgreementNode> minAt = f.optional(LOWER_LIMIT);
        Optional<AgreementNode> maxAt = f.optional(UPPER_LIMIT);
        Map<Way, AgreementNode> ways = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            f.optional(way.key).ifPresent(field -> ways.put(way, field));
        }
        f.refuseOthers();
        Optional<BigDecimal> min = minAt.flatMap(AgreementNode::decimal);
        Optional<BigDecimal> max = maxAt.flatMap(AgreementNode::decimal);
        conditions.clear();
        Optional<Computation> computation = computation(at, ways);
        boolean unique =
                id.isEmpty() || IndicatorParser.isFirst(id.get(), idAt.orElse(at), at, places);
        boolean room = hasRoom(min, max, maxAt.orElse(at));
        if (id.isEmpty()
                || name.isEmpty()
                || unit.isEmpty()
                || computation.isEmpty()
                || minAt.isPresent() != min.isPresent()
                || maxAt.isPresent() != max.isPresent()
                || !unique
                || !room) {
            return Optional.empty();
        }
        ComputedMeasure measure =
                new ComputedMeasure(
                        id.get(),
                        name.get(),
                        unit.get(),
                        computation.get(),
                        min.orElse(null),
                        max.orElse(null));
        known.add(measure.asMeasure());
        return Optional.of(new PlacedComputation(measure, at, List.copyOf(conditions)));
    }

    private static boolean hasRoom(
            Optional<BigDecimal> min, Optional<BigDecimal> max, AgreementNode at) {
        boolean room = min.isEmpty() || max.isEmpty() || min.get().compareTo(max.get()) < 0;
        if (!room) {
            at.report(
                    AgreementIssueCode.LIMITS_WITHOUT_ROOM,
                    min.get().toPlainString(),
                    max.get().toPlainString());
        }
        return room;
    }

    private Optional<Computation> computation(AgreementNode at, Map<Way, AgreementNode> ways) {
        if (ways.size() != 1) {
            at.report(AgreementIssueCode.COMPUTATION_UNCLEAR);
            return Optional.empty();
        }
        Map.Entry<Way, AgreementNode> said = ways.entrySet().iterator().next();
        AgreementNode field = said.getValue();
        return switch (said.getKey()) {
            case POINTS -> points(Accumulation.SUM, field);
            case BEST -> points(Accumulation.BEST, field);
            case SUM -> combination(Aggregation.SUM, field);
            case MEAN -> combination(Aggregation.MEAN, field);
            case HIGHEST -> combination(Aggregation.HIGHEST, field);
            case LOWEST -> combination(Aggregation.LOWEST, field);
            case LINE -> field.with(this::line);
        };
    }

    /** The parts of a computation, as many as there may be. */
    private static <T> Optional<List<T>> parts(
            AgreementNode list, int min, Function<AgreementNode, Optional<T>> reader) {
        Optional<List<T>> parts = IndicatorParser.all(list, reader);
        if (parts.isPresent()
                && (parts.get().size() < min || parts.get().size() > Computation.MAX_PARTS)) {
            list.report(
                    AgreementIssueCode.COMPUTATION_PARTS,
                    parts.get().size(),
                    min,
                    Computation.MAX_PARTS);
            return Optional.empty();
        }
        return parts;
    }

    private Optional<Computation> points(Accumulation accumulation, AgreementNode at) {
        Map<MeasureId, AgreementNode> asked = new LinkedHashMap<>();
        Optional<Computation> points =
                parts(at, 1, item -> item.fields().flatMap(f -> step(item, f, asked)))
                        .map(steps -> new Computation.Points(accumulation, steps));
        return points.filter(_ ->
                asked.entrySet().stream()
                        .map(one -> isUsedOnce(one.getKey(), one.getValue()))
                        // All of them are to be looked at.
                        .reduce(true, Boolean::logicalAnd));
    }

    private Optional<Computation.Step> step(
            AgreementNode at, AgreementFields f, Map<MeasureId, AgreementNode> asked) {
        Optional<LocalizedText> text = f.required("text").flatMap(AgreementNode::localized);
        Optional<AgreementNode> pointsAt = f.required("points");
        Optional<BigDecimal> points =
                pointsAt.flatMap(AgreementNode::decimal)
                        .filter(number -> {
                            if (number.signum() == 0) {
                                pointsAt.orElse(at).report(AgreementIssueCode.STEP_WITHOUT_POINTS);
                            }
                            return number.signum() != 0;
                        });
        Optional<List<PlacedCondition>> read =
                f.required("conditions")
                        .flatMap(list ->
                                IndicatorParser.all(
                                        list,
                                        item ->
                                                item.fields()
                                                        .flatMap(fields -> placed(item, fields))))
                        .filter(all -> !all.isEmpty());
        f.refuseOthers();
        read.ifPresent(all -> {
            conditions.addAll(all);
            all.forEach(one -> asked.putIfAbsent(one.condition().measure(), one.at()));
        });
        return text.flatMap(t ->
                points.flatMap(p ->
                        read.map(all ->
                                new Computation.Step(
                                        t,
                                        p,
                                        all.stream().map(PlacedCondition::condition).toList()))));
    }

    private Optional<PlacedCondition> placed(AgreementNode at, AgreementFields fields) {
        return ConditionParser.condition(at, fields, Optional.of(known))
                .map(condition -> new PlacedCondition(condition, at));
    }

    private Optional<Computation> combination(Aggregation aggregation, AgreementNode at) {
        return parts(at, 1, item -> item.with(f -> term(item, aggregation, f)))
                .map(terms -> new Computation.Combination(aggregation, terms));
    }

    private Optional<Computation.Term> term(
            AgreementNode at, Aggregation aggregation, AgreementFields f) {
        Optional<AgreementNode> measureAt = f.required("measure");
        Optional<Measure> measure =
                measureAt
                        .flatMap(this::input)
                        .filter(found -> isNumber(found, measureAt.orElse(at)));
        Optional<AgreementNode> weightAt =
                aggregation.isWeighted() ? f.optional("weight") : Optional.empty();
        Optional<BigDecimal> weight =
                weightAt.map(AgreementNode::decimal)
                        .orElse(Optional.of(BigDecimal.ONE))
                        .filter(number -> counts(aggregation, number, weightAt.orElse(at)));
        return measure.flatMap(
                found -> weight.map(number -> new Computation.Term(found.id(), number)));
    }

    private static boolean counts(Aggregation aggregation, BigDecimal weight, AgreementNode at) {
        boolean counts =
                aggregation == Aggregation.MEAN ? weight.signum() > 0 : weight.signum() != 0;
        if (!counts) {
            at.report(AgreementIssueCode.TERM_WITHOUT_WEIGHT, weight.toPlainString());
        }
        return counts;
    }

    private Optional<Computation> line(AgreementFields f) {
        Optional<AgreementNode> measureAt = f.required("measure");
        Optional<Measure> measure = measureAt.flatMap(this::input);
        Optional<AgreementNode> through = f.required(THROUGH);
        if (measure.isEmpty() || through.isEmpty()) {
            return Optional.empty();
        }
        MeasureId id = measure.get().id();
        if (measure.get().kind() == MeasureKind.DATE) {
            return ComputedMeasureParser.<Computation.DayKnot>parts(
                            through.get(),
                            2,
                            item ->
                                    item.with(fields ->
                                            knot(
                                                    fields,
                                                    AgreementNode::day,
                                                    Computation.DayKnot::new)))
                    .filter(knots ->
                            rises(
                                    knots.stream().map(Computation.DayKnot::at).toList(),
                                    through.get()))
                    .map(knots -> new Computation.DayLine(id, knots));
        }
        if (!isNumber(measure.get(), measureAt.get())) {
            return Optional.empty();
        }
        return ComputedMeasureParser.<Computation.Knot>parts(
                        through.get(),
                        2,
                        item ->
                                item.with(fields ->
                                        knot(
                                                fields,
                                                AgreementNode::decimal,
                                                Computation.Knot::new)))
                .filter(knots ->
                        rises(knots.stream().map(Computation.Knot::at).toList(), through.get()))
                .map(knots -> new Computation.Line(id, knots));
    }

    private static <A, K> Optional<K> knot(
            AgreementFields f,
            Function<AgreementNode, Optional<A>> reader,
            BiFunction<A, BigDecimal, K> maker) {
        Optional<A> at = f.required("at").flatMap(reader);
        Optional<BigDecimal> points = f.required("points").flatMap(AgreementNode::decimal);
        return at.flatMap(a -> points.map(p -> maker.apply(a, p)));
    }

    private static <A extends Comparable<? super A>> boolean rises(
            List<A> places, AgreementNode at) {
        boolean rises =
                IntStream.range(1, places.size())
                        .allMatch(i -> places.get(i).compareTo(places.get(i - 1)) > 0);
        if (!rises) {
            at.report(AgreementIssueCode.KNOTS_NOT_RISING);
        }
        return rises;
    }

    /** A measure that is reckoned with, of those that are known so far. */
    private Optional<Measure> input(AgreementNode at) {
        Optional<MeasureId> id = at.id(MeasureId::of, IndicatorParser.FORM_OF_LOWER_ID);
        Optional<Measure> found =
                id.flatMap(one -> known.stream().filter(m -> m.id().equals(one)).findFirst());
        if (id.isPresent() && found.isEmpty()) {
            at.report(
                    AgreementIssueCode.UNKNOWN_MEASURE,
                    id.get(),
                    AgreementIssues.listed(known.stream().map(m -> m.id().value())));
        }
        return found.filter(measure -> isUsedOnce(measure.id(), at));
    }

    private static boolean isNumber(Measure measure, AgreementNode at) {
        if (!measure.kind().isNumeric()) {
            at.report(
                    AgreementIssueCode.COMPUTATION_NEEDS_NUMBER,
                    measure.id(),
                    measure.kind().key());
        }
        return measure.kind().isNumeric();
    }

    /** What could still become must be known exactly, so that nothing counts in two places. */
    private boolean isUsedOnce(MeasureId id, AgreementNode at) {
        AgreementNode first = uses.putIfAbsent(id, at);
        if (first != null) {
            at.report(AgreementIssueCode.MEASURE_IN_TWO_PLACES, id, first.line());
        }
        return first == null;
    }
}
