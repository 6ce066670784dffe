package districtkpi.importer.agreement;

import districtkpi.db.recording.Evidence;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.ConceptId;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.Condition.Operator;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.domain.agreement.Note;
import districtkpi.domain.agreement.Rule;
import districtkpi.domain.agreement.UnitId;
import districtkpi.importer.agreement.PrintedRanges.Plain;
import districtkpi.importer.agreement.PrintedRanges.Range;
import districtkpi.importer.agreement.PrintedRanges.Written;
import districtkpi.importer.agreement.PrintedRanges.WrittenLevel;
import districtkpi.importer.issue.AgreementIssueCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads one indicator with its measures, levels and conditions. */
final class IndicatorParser {

    /** Of concepts, units and measures: the key of the text that says what one is. */
    static final String FORM_OF_LOWER_ID = "agreement.form-of-lower-id";

    /** What the field {@code receipt} of a measure can say. */
    static final String RECEIPT_OF_EVIDENCE = "evidence";

    static final String BELOW_LEVEL_ONE = "belowLevelOne";

    static final String DISTRICTS = "districts";

    /** The printed ends of a range. */
    private static final String FROM = "from";

    private static final String TO = "to";

    private static final int LEVELS_OF_FORMAT_1 = 5;

    /** More than any scale of scores goes to. */
    private static final int MAX_SCORE = 1000;

    private IndicatorParser() {}

    /**
     * What could be read of an indicator.
     *
     * @param placed what the checks of its ladder need; present only if all of it could be read
     */
    record Parsed(
            AgreementNode at,
            Optional<IndicatorId> id,
            Optional<AgreementNode> idAt,
            Optional<ConceptId> concept,
            Optional<AgreementNode> conceptAt,
            Optional<BigDecimal> weight,
            Optional<UnitId> unit,
            Optional<AgreementNode> unitAt,
            Optional<Placed> placed) {}

    /**
     * An indicator with the places of its parts in the file.
     *
     * @param measures in order
     * @param levels in order
     * @param interpolation the place of that rule
     * @param districts what differs in single districts
     */
    record Placed(
            Indicator indicator,
            List<PlacedMeasure> measures,
            List<PlacedLevel> levels,
            AgreementNode interpolation,
            List<DistrictTermsParser.PlacedTerms> districts) {}

    /** A measure with its place. */
    record PlacedMeasure(Measure measure, AgreementNode at) {}

    /**
     * A level with the places of its conditions.
     *
     * @param conditions one for each condition of the level
     */
    record PlacedLevel(Level level, AgreementNode at, List<AgreementNode> conditions) {}

    static Parsed parse(AgreementNode at) {
        Optional<AgreementFields> fields = at.fields();
        if (fields.isEmpty()) {
            return new Parsed(
                    at,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
        AgreementFields f = fields.get();
        Optional<AgreementNode> idAt = f.required("id");
        Optional<IndicatorId> id =
                idAt.flatMap(e -> e.id(IndicatorId::of, "agreement.form-of-indicator"));
        Optional<AgreementNode> conceptAt = f.required("concept");
        Optional<ConceptId> concept = conceptAt.flatMap(e -> e.id(ConceptId::of, FORM_OF_LOWER_ID));
        Optional<LocalizedText> name = f.required("name").flatMap(AgreementNode::localized);
        Optional<BigDecimal> weight = f.required("weight").flatMap(e -> e.decimal(0, false, 100));
        Optional<AgreementNode> unitAt = f.required("unit");
        Optional<UnitId> unit = unitAt.flatMap(e -> e.id(UnitId::of, FORM_OF_LOWER_ID));
        Optional<List<PlacedMeasure>> placedMeasures =
                f.required("measures").flatMap(IndicatorParser::measures);
        Optional<List<Measure>> measures =
                placedMeasures.map(list -> list.stream().map(PlacedMeasure::measure).toList());
        Optional<Rule<Ladder>> ladder =
                f.required("ladder")
                        .flatMap(
                                e -> rule(e, v -> v.choice(List.of(Ladder.values()), Ladder::key)));
        Optional<AgreementNode> interpolationAt = f.required("interpolation");
        Optional<Rule<Interpolation>> interpolation =
                interpolationAt.flatMap(e ->
                        rule(
                                e,
                                v ->
                                        v.choice(
                                                List.of(Interpolation.values()),
                                                Interpolation::key)));
        Optional<AgreementNode> belowLevelOneAt =
                switch (at.format()) {
                    case ONE -> Optional.empty();
                    case TWO -> f.optional(BELOW_LEVEL_ONE);
                };
        Optional<Rule<BelowLevelOne>> belowLevelOne =
                belowLevelOneAt.flatMap(IndicatorParser::belowLevelOne);
        Optional<List<PlacedLevel>> levels = f.required("levels").flatMap(e -> levels(e, measures));
        Optional<List<DistrictTermsParser.PlacedTerms>> districts =
                districts(at.format(), f, measures, levels);
        Optional<List<Note>> notes = notes(f);
        f.refuseOthers();

        Optional<Placed> placed = Optional.empty();
        if (id.isPresent()
                && concept.isPresent()
                && name.isPresent()
                && weight.isPresent()
                && unit.isPresent()
                && measures.isPresent()
                && ladder.isPresent()
                && interpolation.isPresent()
                && belowLevelOneAt.isPresent() == belowLevelOne.isPresent()
                && levels.isPresent()
                && districts.isPresent()
                && notes.isPresent()) {
            placed =
                    Optional.of(
                            new Placed(
                                    new Indicator(
                                            id.get(),
                                            concept.get(),
                                            name.get(),
                                            weight.get(),
                                            unit.get(),
                                            measures.get(),
                                            List.of(),
                                            ladder.get(),
                                            interpolation.get(),
                                            belowLevelOne,
                                            levels.get().stream().map(PlacedLevel::level).toList(),
                                            districts.get().stream()
                                                    .map(DistrictTermsParser.PlacedTerms::terms)
                                                    .toList(),
                                            notes.get()),
                                    placedMeasures.orElseThrow(),
                                    levels.get(),
                                    interpolationAt.get(),
                                    districts.get()));
        }
        return new Parsed(at, id, idAt, concept, conceptAt, weight, unit, unitAt, placed);
    }

    /** What differs in single districts; nothing if it is faulty, or levels are. */
    private static Optional<List<DistrictTermsParser.PlacedTerms>> districts(
            AgreementFormat format,
            AgreementFields f,
            Optional<List<Measure>> measures,
            Optional<List<PlacedLevel>> levels) {
        Optional<AgreementNode> at =
                switch (format) {
                    case ONE -> Optional.empty();
                    case TWO -> f.optional(DISTRICTS);
                };
        if (at.isEmpty()) {
            return Optional.of(List.of());
        }
        if (measures.isEmpty() || levels.isEmpty()) {
            DistrictTermsParser.parseAlone(at.get());
            return Optional.empty();
        }
        return DistrictTermsParser.parse(at.get(), measures.get(), levels.get());
    }

    /** What a result below level 1 is worth; in format 1 one of two words. */
    static Optional<Rule<BelowLevelOne>> belowLevelOne(AgreementNode at) {
        return rule(
                at,
                value ->
                        switch (at.format()) {
                            case ONE ->
                                    value.choice(
                                            List.of(BelowLevelOne.ZERO, BelowLevelOne.ONE),
                                            BelowLevelOne::key);
                            case TWO ->
                                    value.text()
                                            .flatMap(BelowLevelOne::ofKey)
                                            .or(() ->
                                                    value.decimal(0, true, MAX_SCORE)
                                                            .map(BelowLevelOne::of));
                        });
    }

    /** A rule with its basis. */
    static <T> Optional<Rule<T>> rule(
            AgreementNode at, Function<AgreementNode, Optional<T>> valueReader) {
        return at.with(fields -> {
            Optional<T> value = fields.required("value").flatMap(valueReader);
            Optional<Basis> basis = basis(fields);
            return value.flatMap(v -> basis.map(b -> new Rule<>(v, b)));
        });
    }

    /** The notes of a part; none if the field is left out, nothing if one is faulty. */
    static Optional<List<Note>> notes(AgreementFields fields) {
        Optional<AgreementNode> at = fields.optional("notes");
        return at.isEmpty() ? Optional.of(List.of()) : all(at.get(), IndicatorParser::note);
    }

    /** Every item of a list; nothing if one of them is faulty. */
    static <T> Optional<List<T>> all(
            AgreementNode list, Function<AgreementNode, Optional<T>> itemReader) {
        return list.items()
                .map(items -> items.stream().map(itemReader).toList())
                .filter(read -> read.stream().allMatch(Optional::isPresent))
                .map(read -> read.stream().flatMap(Optional::stream).toList());
    }

    private static Optional<Note> note(AgreementNode at) {
        return at.with(fields -> {
            Optional<Note.Kind> kind =
                    fields.required("kind")
                            .flatMap(e ->
                                    e.choice(
                                            List.of(Note.Kind.values()),
                                            k -> k.name().toLowerCase(Locale.ROOT)));
            Optional<LocalizedText> text = fields.localized();
            return kind.flatMap(k -> text.map(t -> new Note(k, t)));
        });
    }

    private static Optional<Basis> basis(AgreementFields fields) {
        return fields.required("basis")
                .flatMap(e ->
                        e.choice(List.of(Basis.values()), b -> b.name().toLowerCase(Locale.ROOT)));
    }

    private static Optional<List<PlacedMeasure>> measures(AgreementNode at) {
        Map<MeasureId, AgreementNode> places = new HashMap<>();
        return all(at, item -> item.fields().flatMap(f -> measure(item, f, places)))
                .filter(IndicatorParser::receivesOnce);
    }

    /** Evidence is received on one day, so that two measures cannot both be it. */
    private static boolean receivesOnce(List<PlacedMeasure> measures) {
        List<PlacedMeasure> receipts =
                measures.stream().filter(placed -> placed.measure().evidenceReceipt()).toList();
        receipts.stream()
                .skip(1)
                .forEach(placed ->
                        placed.at()
                                .report(
                                        AgreementIssueCode.DUPLICATE_RECEIPT,
                                        placed.measure().id(),
                                        receipts.getFirst().at().line()));
        return receipts.size() <= 1;
    }

    private static Optional<PlacedMeasure> measure(
            AgreementNode at, AgreementFields f, Map<MeasureId, AgreementNode> places) {
        Optional<AgreementNode> idAt = f.required("id");
        Optional<MeasureId> id = idAt.flatMap(e -> e.id(MeasureId::of, FORM_OF_LOWER_ID));
        Optional<MeasureKind> kind =
                f.required("kind")
                        .flatMap(e -> e.choice(List.of(MeasureKind.values()), MeasureKind::key));
        Optional<LocalizedText> name = f.required("name").flatMap(AgreementNode::localized);
        // Which of these belong to the measure depends on its kind; all are known, so that a
        // needless one is named as such and not as unknown.
        Optional<AgreementNode> ofAt = f.optional("of");
        Optional<AgreementNode> unitAt = f.optional("countedIn");
        Optional<AgreementNode> baselineAt = f.optional("baselineDay");
        Optional<AgreementNode> receiptAt = f.optional("receipt");
        Optional<AgreementNode> beyondAt = f.optional("mayExceedWhole");
        f.refuseOthers();
        Optional<LocalizedText> of = ofAt.flatMap(AgreementNode::localized);
        Optional<MeasureUnit> unit = unitAt.flatMap(IndicatorParser::measureUnit);
        Optional<LocalDate> baseline = baselineAt.flatMap(AgreementNode::day);
        Optional<String> receipt =
                receiptAt.flatMap(e -> e.choice(List.of(RECEIPT_OF_EVIDENCE), text -> text));

        Optional<Boolean> beyond = beyondAt.flatMap(AgreementNode::flag);

        boolean unique = id.isEmpty() || isFirst(id.get(), idAt.orElse(at), at, places);
        if (id.isEmpty()
                || kind.isEmpty()
                || name.isEmpty()
                || !unique
                || !belongs(f, kind.get().isRatio(), kind.get(), "of", ofAt, of)
                || !belongs(f, kind.get().isNumeric(), kind.get(), "countedIn", unitAt, unit)
                || baselineAt.isPresent() != baseline.isPresent()
                || receiptAt.isPresent() != receipt.isPresent()
                || beyondAt.isPresent() != beyond.isPresent()) {
            return Optional.empty();
        }
        if (baselineAt.isPresent() && !kind.get().isRatio()) {
            baselineAt
                    .get()
                    .report(AgreementIssueCode.FIELD_NOT_FOR_KIND, kind.get().key(), "baselineDay");
            return Optional.empty();
        }
        if (kind.get() == MeasureKind.COUNT && unit.filter(u -> u.decimals() > 0).isPresent()) {
            unitAt.orElse(at)
                    .report(
                            AgreementIssueCode.COUNT_WITH_DECIMALS,
                            id.get(),
                            "decimals: " + unit.get().decimals());
            return Optional.empty();
        }
        if (receiptAt.isPresent() && kind.get() != MeasureKind.DATE) {
            receiptAt
                    .get()
                    .report(AgreementIssueCode.FIELD_NOT_FOR_KIND, kind.get().key(), "receipt");
            return Optional.empty();
        }
        if (beyondAt.isPresent() && kind.get() != MeasureKind.SHARE) {
            beyondAt.get()
                    .report(
                            AgreementIssueCode.FIELD_NOT_FOR_KIND,
                            kind.get().key(),
                            "mayExceedWhole");
            return Optional.empty();
        }
        return Optional.of(
                new PlacedMeasure(
                        new Measure(
                                id.get(),
                                kind.get(),
                                name.get(),
                                of.orElse(null),
                                unit.orElse(null),
                                baseline.orElse(null),
                                receipt.isPresent(),
                                beyond.orElse(false)),
                        at));
    }

    private static boolean isFirst(
            MeasureId id,
            AgreementNode idAt,
            AgreementNode at,
            Map<MeasureId, AgreementNode> places) {
        AgreementNode first = places.putIfAbsent(id, at);
        if (first != null) {
            idAt.report(AgreementIssueCode.DUPLICATE_MEASURE, id, first.line());
        }
        return first == null;
    }

    /** Whether a field is there and readable exactly if the kind of the measure wants it. */
    private static boolean belongs(
            AgreementFields fields,
            boolean wanted,
            MeasureKind kind,
            String name,
            Optional<AgreementNode> at,
            Optional<?> value) {
        if (wanted) {
            return fields.required(name).isPresent() && value.isPresent();
        }
        at.ifPresent(
                element -> element.report(AgreementIssueCode.FIELD_NOT_FOR_KIND, kind.key(), name));
        return at.isEmpty();
    }

    private static Optional<MeasureUnit> measureUnit(AgreementNode at) {
        return at.with(fields -> {
            Optional<LocalizedText> name = fields.localized();
            Optional<Integer> decimals =
                    fields.required("decimals").flatMap(e -> e.wholeNumber(0, 4));
            return name.flatMap(n -> decimals.map(d -> new MeasureUnit(n, d)));
        });
    }

    /**
     * The levels in order, five of them in format 1; whatever is missing, doubled, out of order or
     * worth no more than the level below is reported.
     */
    private static Optional<List<PlacedLevel>> levels(
            AgreementNode at, Optional<List<Measure>> measures) {
        Optional<List<AgreementNode>> items = at.items();
        if (items.isEmpty()) {
            return Optional.empty();
        }
        int errorsBefore = at.issues().errors();
        Map<Integer, AgreementNode> numbers = new LinkedHashMap<>();
        List<WrittenLevel> levels = new ArrayList<>();
        int highest = 0;
        for (AgreementNode item : items.get()) {
            Optional<AgreementFields> fields = item.fields();
            if (fields.isEmpty()) {
                continue;
            }
            Optional<AgreementNode> numberAt = fields.get().required("level");
            Optional<Integer> number =
                    numberAt.flatMap(e -> e.wholeNumber(1, maxLevels(at.format())));
            if (number.isPresent()) {
                AgreementNode first = numbers.putIfAbsent(number.get(), item);
                if (first != null) {
                    numberAt.get()
                            .report(AgreementIssueCode.DUPLICATE_LEVEL, number.get(), first.line());
                } else if (number.get() < highest) {
                    numberAt.get().report(AgreementIssueCode.LEVEL_OUT_OF_ORDER, number.get());
                }
                highest = Math.max(highest, number.get());
            }
            level(item, fields.get(), number, measures)
                    .filter(level -> isWorthMore(level, levels))
                    .ifPresent(levels::add);
        }
        int last =
                switch (at.format()) {
                    case ONE -> LEVELS_OF_FORMAT_1;
                    case TWO -> Math.max(highest, 1);
                };
        for (int number = 1; number <= last; number++) {
            if (!numbers.containsKey(number)) {
                at.report(AgreementIssueCode.LEVEL_MISSING, number, last);
            }
        }
        return at.issues().errors() == errorsBefore
                ? measures.flatMap(known -> PrintedRanges.read(levels, known, at.issues()))
                : Optional.empty();
    }

    private static int maxLevels(AgreementFormat format) {
        return switch (format) {
            case ONE -> LEVELS_OF_FORMAT_1;
            case TWO -> Level.MAX;
        };
    }

    private static boolean isWorthMore(WrittenLevel level, List<WrittenLevel> before) {
        if (before.isEmpty()
                || level.number() <= before.getLast().number()
                || level.score().compareTo(before.getLast().score()) > 0) {
            return true;
        }
        level.at()
                .report(
                        AgreementIssueCode.LEVEL_SCORE_NOT_RISING,
                        level.number(),
                        level.score().toPlainString(),
                        before.getLast().number(),
                        before.getLast().score().toPlainString());
        return false;
    }

    private static Optional<WrittenLevel> level(
            AgreementNode at,
            AgreementFields fields,
            Optional<Integer> number,
            Optional<List<Measure>> measures) {
        Optional<AgreementNode> scoreAt =
                switch (at.format()) {
                    case ONE -> Optional.empty();
                    case TWO -> fields.optional("score");
                };
        Optional<BigDecimal> score =
                scoreAt.isPresent()
                        ? scoreAt.flatMap(e -> e.decimal(0, false, MAX_SCORE))
                        : number.map(BigDecimal::valueOf);
        Optional<LocalizedText> text = fields.required("text").flatMap(AgreementNode::localized);
        Optional<AgreementNode> conditionsAt = fields.required("conditions");
        Optional<List<Written>> conditions =
                conditionsAt.flatMap(list ->
                        all(
                                list,
                                item -> item.fields().flatMap(f -> condition(item, f, measures))));
        Optional<Basis> basis = basis(fields);
        Optional<List<Note>> notes = notes(fields);
        fields.refuseOthers();
        if (number.isEmpty()
                || score.isEmpty()
                || text.isEmpty()
                || conditions.isEmpty()
                || basis.isEmpty()
                || notes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new WrittenLevel(
                        number.get(),
                        score.get(),
                        text.get(),
                        conditions.get(),
                        basis.get(),
                        notes.get(),
                        at,
                        conditionsAt.flatMap(AgreementNode::items).orElse(List.of())));
    }

    /** The field that says an operator, such as {@code atLeast}. */
    static String key(Operator operator) {
        return switch (operator) {
            case AT_LEAST -> "atLeast";
            case MORE_THAN -> "moreThan";
            case AT_MOST -> "atMost";
            case LESS_THAN -> "lessThan";
            case EQUAL_TO -> "equalTo";
        };
    }

    private static Optional<Written> condition(
            AgreementNode at, AgreementFields f, Optional<List<Measure>> measures) {
        if (at.format().readsPrintedNumbers()
                && (f.optional(FROM).isPresent() || f.optional(TO).isPresent())) {
            return range(at, f, measures).map(range -> range);
        }
        return plainCondition(at, f, measures).map(Plain::new);
    }

    /** A number between two printed ends, one of which may be left out. */
    private static Optional<Range> range(
            AgreementNode at, AgreementFields f, Optional<List<Measure>> measures) {
        Optional<AgreementNode> measureAt = f.required("measure");
        Optional<AgreementNode> fromAt = f.optional(FROM);
        Optional<AgreementNode> toAt = f.optional(TO);
        f.refuseOthers();
        Optional<MeasureId> id = measureAt.flatMap(e -> e.id(MeasureId::of, FORM_OF_LOWER_ID));
        Optional<BigDecimal> from = fromAt.flatMap(AgreementNode::decimal);
        Optional<BigDecimal> to = toAt.flatMap(AgreementNode::decimal);
        if (id.isEmpty()
                || fromAt.isPresent() != from.isPresent()
                || toAt.isPresent() != to.isPresent()) {
            return Optional.empty();
        }
        if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) > 0) {
            at.report(
                    AgreementIssueCode.RANGE_REVERSED,
                    from.get().toPlainString(),
                    to.get().toPlainString());
            return Optional.empty();
        }
        boolean fits =
                measures.isEmpty()
                        || (fits(
                                        new Condition.Comparison(
                                                id.get(),
                                                Operator.AT_LEAST,
                                                from.or(() -> to).orElseThrow()),
                                        FROM + ", " + TO,
                                        measures.get(),
                                        measureAt.orElse(at))
                                && isWholeWhereCounted(
                                        id.get(), from, measures.get(), fromAt.orElse(at))
                                && isWholeWhereCounted(
                                        id.get(), to, measures.get(), toAt.orElse(at)));
        return fits ? Optional.of(new Range(id.get(), from, to, at)) : Optional.empty();
    }

    private static boolean isWholeWhereCounted(
            MeasureId measure,
            Optional<BigDecimal> end,
            List<Measure> measures,
            AgreementNode at) {
        return end.isEmpty()
                || isWholeWhereCounted(
                        new Condition.Comparison(measure, Operator.AT_LEAST, end.get()),
                        measures,
                        at);
    }

    private static Optional<Condition> plainCondition(
            AgreementNode at, AgreementFields f, Optional<List<Measure>> measures) {
        Optional<AgreementNode> measureAt = f.optional("measure");
        List<Operator> operators = new ArrayList<>();
        Optional<AgreementNode> thresholdAt = Optional.empty();
        for (Operator operator : Operator.values()) {
            Optional<AgreementNode> field = f.optional(key(operator));
            if (field.isPresent()) {
                operators.add(operator);
                thresholdAt = field;
            }
        }
        Optional<AgreementNode> doneAt = f.optional("done");
        Optional<AgreementNode> doneByAt = f.optional("doneBy");
        f.refuseOthers();
        int said = operators.size() + (doneAt.isPresent() ? 1 : 0) + (doneByAt.isPresent() ? 1 : 0);
        if (said != 1 || measureAt.isPresent() == doneAt.isPresent()) {
            at.report(AgreementIssueCode.CONDITION_UNCLEAR);
            return Optional.empty();
        }
        Optional<AgreementNode> nameAt = doneAt.or(() -> measureAt);
        Optional<MeasureId> id = nameAt.flatMap(e -> e.id(MeasureId::of, FORM_OF_LOWER_ID));
        Optional<Condition> condition;
        if (doneAt.isPresent()) {
            condition = id.map(Condition.Done::new);
        } else if (doneByAt.isPresent()) {
            Optional<LocalDate> deadline = doneByAt.flatMap(AgreementNode::day);
            condition = id.flatMap(m -> deadline.map(day -> new Condition.DoneBy(m, day)));
        } else {
            Optional<BigDecimal> threshold = thresholdAt.flatMap(AgreementNode::decimal);
            condition =
                    id.flatMap(m ->
                            threshold.map(number ->
                                    new Condition.Comparison(m, operators.getFirst(), number)));
        }
        AgreementNode numberAt = thresholdAt.orElse(at);
        return condition.filter(c ->
                measures.isEmpty()
                        || (fits(c, given(c), measures.get(), nameAt.orElse(at))
                                && isWholeWhereCounted(c, measures.get(), numberAt)));
    }

    /** The field that says what is compared. */
    private static String given(Condition condition) {
        return switch (condition) {
            case Condition.Comparison comparison -> key(comparison.operator());
            case Condition.Done _ -> "done";
            case Condition.DoneBy _ -> "doneBy";
        };
    }

    /** Whether a count is compared with a whole number: half a thing is refused as a result. */
    private static boolean isWholeWhereCounted(
            Condition condition, List<Measure> measures, AgreementNode at) {
        boolean whole =
                !(condition
                                instanceof
                                Condition.Comparison(
                                        var measure,
                                        Operator operator,
                                        BigDecimal threshold))
                        // Nothing equals half a thing, which is said where all levels are known.
                        || operator == Operator.EQUAL_TO
                        || threshold.stripTrailingZeros().scale() <= 0
                        || measures.stream()
                                .filter(known -> known.id().equals(measure))
                                .noneMatch(known -> known.kind() == MeasureKind.COUNT);
        if (!whole) {
            at.report(
                    AgreementIssueCode.COUNT_WITH_DECIMALS,
                    condition.measure(),
                    ((Condition.Comparison) condition).threshold().toPlainString());
        }
        return whole;
    }

    /** Whether the measure of a condition exists and is of a kind that the condition can judge. */
    private static boolean fits(
            Condition condition, String given, List<Measure> measures, AgreementNode at) {
        Optional<Measure> measure =
                measures.stream().filter(m -> m.id().equals(condition.measure())).findFirst();
        if (measure.isEmpty()) {
            at.report(
                    AgreementIssueCode.UNKNOWN_MEASURE,
                    condition.measure(),
                    AgreementIssues.listed(measures.stream().map(m -> m.id().value())));
            return false;
        }
        MeasureKind kind = measure.get().kind();
        boolean fits =
                switch (condition) {
                    case Condition.Comparison _ -> kind.isNumeric();
                    case Condition.Done _ -> kind == MeasureKind.DONE;
                    case Condition.DoneBy _ -> kind == MeasureKind.DATE;
                };
        if (!fits) {
            String taken =
                    switch (kind) {
                        case SHARE, GROWTH, REDUCTION, COUNT, NUMBER ->
                                "atLeast, moreThan, atMost, lessThan, equalTo";
                        case DONE -> "done";
                        case DATE -> "doneBy";
                    };
            at.report(
                    AgreementIssueCode.CONDITION_NOT_FOR_KIND,
                    condition.measure(),
                    kind.key(),
                    given,
                    taken);
        }
        return fits;
    }
}
