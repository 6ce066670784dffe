package districtkpi.importer.agreement;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.ConceptId;
import districtkpi.domain.agreement.Condition;
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
import districtkpi.importer.agreement.PrintedRanges.Written;
import districtkpi.importer.agreement.PrintedRanges.WrittenLevel;
import districtkpi.importer.agreement.UnitReferences.PlacedUnit;
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
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads one indicator with its measures, levels and conditions. */
final class IndicatorParser {

    /** Of concepts, units and measures: the key of the text that says what one is. */
    static final String FORM_OF_LOWER_ID = "agreement.form-of-lower-id";

    /** What the field {@code receipt} of a measure can say. */
    static final String RECEIPT_OF_EVIDENCE = "evidence";

    static final String BELOW_LEVEL_ONE = "belowLevelOne";

    static final String DISTRICTS = "districts";

    static final String STAGES = "stages";

    private static final int LEVELS_OF_FORMAT_1 = 5;

    /** More than weights of a section total anywhere. */
    static final int MAX_WEIGHT = 1000;

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
            Optional<List<PlacedUnit>> units,
            Optional<Placed> placed) {}

    /**
     * An indicator with the places of its parts in the file.
     *
     * @param measures in order
     * @param computed in order
     * @param levels in order
     * @param interpolation the place of that rule
     * @param districts what differs in single districts
     * @param stages what differs until days of the round
     */
    record Placed(
            Indicator indicator,
            List<PlacedMeasure> measures,
            List<PlacedComputation> computed,
            List<PlacedLevel> levels,
            AgreementNode interpolation,
            List<DistrictTermsParser.PlacedTerms> districts,
            List<StageParser.PlacedStage> stages) {}

    /**
     * A computed measure with its place.
     *
     * @param conditions those of its steps, with their places
     */
    record PlacedComputation(
            ComputedMeasure measure, AgreementNode at, List<PlacedCondition> conditions) {}

    /** A condition with its place. */
    record PlacedCondition(Condition condition, AgreementNode at) {}

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
                    Optional.empty());
        }
        AgreementFields f = fields.get();
        Optional<AgreementNode> idAt = f.required("id");
        Optional<IndicatorId> id =
                idAt.flatMap(e -> e.id(IndicatorId::of, "agreement.form-of-indicator"));
        Optional<AgreementNode> conceptAt = f.required("concept");
        Optional<ConceptId> concept = conceptAt.flatMap(e -> e.id(ConceptId::of, FORM_OF_LOWER_ID));
        Optional<LocalizedText> name = f.required("name").flatMap(AgreementNode::localized);
        Optional<BigDecimal> weight =
                f.required("weight").flatMap(e -> e.decimal(0, mayBeWatchedOnly(e), maxWeight(e)));
        Optional<List<PlacedUnit>> units = f.required("unit").flatMap(UnitReferences::parse);
        Optional<List<PlacedMeasure>> placedMeasures =
                f.required("measures").flatMap(IndicatorParser::measures);
        Optional<List<PlacedComputation>> computed =
                placedMeasures.flatMap(recorded -> computed(at, f, recorded));
        Optional<List<Measure>> measures =
                placedMeasures.map(list -> list.stream().map(PlacedMeasure::measure).toList());
        // What the levels can ask for.
        Optional<List<Measure>> asked =
                computed.map(list ->
                        Stream.concat(
                                        measures.orElseThrow().stream(),
                                        list.stream().map(one -> one.measure().asMeasure()))
                                .toList());
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
        Optional<List<PlacedLevel>> levels = f.required("levels").flatMap(e -> levels(e, asked));
        Optional<LevelTargets> targets =
                asked.flatMap(all -> levels.map(read -> new LevelTargets(all, read)));
        Optional<List<DistrictTermsParser.PlacedTerms>> districts =
                table(
                        at.format(),
                        f,
                        DISTRICTS,
                        targets,
                        DistrictTermsParser::parse,
                        DistrictTermsParser::parseAlone);
        Optional<List<StageParser.PlacedStage>> stages =
                table(at.format(), f, STAGES, targets, StageParser::parse, StageParser::parseAlone)
                        .filter(read -> areForAll(read, districts.orElse(List.of())));
        Optional<List<Note>> notes = notes(f);
        f.refuseOthers();

        Optional<Placed> placed = Optional.empty();
        if (id.isPresent()
                && concept.isPresent()
                && name.isPresent()
                && weight.isPresent()
                && units.isPresent()
                && computed.isPresent()
                && ladder.isPresent()
                && interpolation.isPresent()
                && belowLevelOneAt.isPresent() == belowLevelOne.isPresent()
                && levels.isPresent()
                && stages.isPresent()
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
                                            units.get().stream().map(PlacedUnit::id).toList(),
                                            measures.orElseThrow(),
                                            computed.get().stream()
                                                    .map(PlacedComputation::measure)
                                                    .toList(),
                                            ladder.get(),
                                            interpolation.get(),
                                            belowLevelOne,
                                            levels.get().stream().map(PlacedLevel::level).toList(),
                                            stages.get().stream()
                                                    .map(StageParser.PlacedStage::stage)
                                                    .toList(),
                                            districts.get().stream()
                                                    .map(DistrictTermsParser.PlacedTerms::terms)
                                                    .toList(),
                                            notes.get()),
                                    placedMeasures.orElseThrow(),
                                    computed.get(),
                                    levels.get(),
                                    interpolationAt.get(),
                                    districts.get(),
                                    stages.get()));
        }
        return new Parsed(at, id, idAt, concept, conceptAt, weight, units, placed);
    }

    /**
     * A table beside the levels; none if the field is left out, nothing if it is faulty, or levels
     * are.
     *
     * @param alone reads its form alone
     */
    private static <T> Optional<List<T>> table(
            AgreementFormat format,
            AgreementFields fields,
            String field,
            Optional<LevelTargets> levels,
            BiFunction<AgreementNode, LevelTargets, Optional<List<T>>> parser,
            Consumer<AgreementNode> alone) {
        Optional<AgreementNode> at =
                switch (format) {
                    case ONE -> Optional.empty();
                    case TWO -> fields.optional(field);
                };
        if (at.isEmpty()) {
            return Optional.of(List.of());
        }
        if (levels.isEmpty()) {
            alone.accept(at.get());
            return Optional.empty();
        }
        return parser.apply(at.get(), levels.get());
    }

    /** Whether no district has targets of its own beside the stages, which are those of all. */
    private static boolean areForAll(
            List<StageParser.PlacedStage> stages, List<DistrictTermsParser.PlacedTerms> districts) {
        Optional<DistrictTermsParser.PlacedTerms> other =
                districts.stream().filter(terms -> terms.terms().changesTargets()).findFirst();
        if (stages.isEmpty() || other.isEmpty()) {
            return true;
        }
        stages.getFirst()
                .at()
                .report(
                        AgreementIssueCode.STAGES_AND_DISTRICT_TARGETS,
                        other.get().terms().district(),
                        other.get().at().line());
        return false;
    }

    /** The computed measures; none if the field is left out, nothing if one is faulty. */
    private static Optional<List<PlacedComputation>> computed(
            AgreementNode owner, AgreementFields fields, List<PlacedMeasure> recorded) {
        Optional<AgreementNode> at =
                switch (owner.format()) {
                    case ONE -> Optional.empty();
                    case TWO -> fields.optional(ComputedMeasureParser.FIELD);
                };
        return at.isEmpty()
                ? Optional.of(List.of())
                : new ComputedMeasureParser(recorded).parse(at.get());
    }

    /** Percent in format 1; what the weights of the section total is looked at there. */
    private static long maxWeight(AgreementNode at) {
        return switch (at.format()) {
            case ONE -> 100;
            case TWO -> MAX_WEIGHT;
        };
    }

    /** Whether a weight can be 0. */
    private static boolean mayBeWatchedOnly(AgreementNode at) {
        return switch (at.format()) {
            case ONE -> false;
            case TWO -> true;
        };
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

    static boolean isFirst(
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

    static Optional<MeasureUnit> measureUnit(AgreementNode at) {
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
                                item ->
                                        item.fields()
                                                .flatMap(f ->
                                                        ConditionParser.written(
                                                                item, f, measures))));
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
}
