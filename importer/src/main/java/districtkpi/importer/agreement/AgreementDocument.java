package districtkpi.importer.agreement;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Computation;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.domain.agreement.Note;
import districtkpi.domain.agreement.Rating;
import districtkpi.domain.agreement.ResponsibleUnit;
import districtkpi.domain.agreement.Rule;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.agreement.Stage;
import districtkpi.domain.agreement.UnitId;
import districtkpi.importer.yaml.YamlWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An agreement as nested maps and lists, with the names and the order of the YAML format.
 *
 * <p>Written as JSON, which is YAML too, it reads back as an equal agreement. Values are {@link
 * String} (days as year-month-day), {@link java.math.BigDecimal}, {@link Integer} and {@link
 * Boolean}; what an agreement leaves out is left out.
 */
public final class AgreementDocument {

    private AgreementDocument() {}

    public static Map<String, Object> toMap(Agreement agreement) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("format", Integer.valueOf(AgreementFormat.NEWEST.version()));
        map.put("round", agreement.round().toString());
        map.put("province", agreement.provinceCode());
        map.put("title", map(agreement.title()));
        map.put("firstDay", agreement.firstDay().toString());
        map.put("lastDay", agreement.lastDay().toString());
        agreement.submission().ifPresent(day -> map.put("submissionDay", day.toString()));
        map.put("demonstration", agreement.demonstration());
        map.put("parties", agreement.parties().stream().map(AgreementDocument::map).toList());
        map.put("units", agreement.units().stream().map(AgreementDocument::map).toList());
        map.put(IndicatorParser.BELOW_LEVEL_ONE, belowLevelOne(agreement.belowLevelOne()));
        if (!agreement.ratings().isEmpty()) {
            map.put("ratings", agreement.ratings().stream().map(AgreementDocument::map).toList());
        }
        map.put("sections", agreement.sections().stream().map(AgreementDocument::map).toList());
        putNotes(map, agreement.notes());
        return map;
    }

    /** The YAML file of an agreement; {@link AgreementReader} reads it back as an equal one. */
    public static String toYaml(Agreement agreement) {
        return YamlWriter.write(toMap(agreement));
    }

    private static Map<String, Object> map(LocalizedText text) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("th", text.th());
        map.put("en", text.en());
        return map;
    }

    private static Map<String, Object> rule(Rule<?> rule, Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("value", value);
        map.put("basis", key(rule.basis()));
        return map;
    }

    private static Map<String, Object> belowLevelOne(Rule<BelowLevelOne> rule) {
        BelowLevelOne value = rule.value();
        return rule(
                rule, BelowLevelOne.ofKey(value.key()).isPresent() ? value.key() : value.score());
    }

    private static Map<String, Object> map(Rating rating) {
        Map<String, Object> map = map(rating.name());
        map.put("from", rating.from());
        return map;
    }

    private static Map<String, Object> map(ResponsibleUnit unit) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", unit.id().value());
        map.put("name", map(unit.name()));
        map.put("shortName", map(unit.shortName()));
        return map;
    }

    private static Map<String, Object> map(SectionTerms terms) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("section", terms.section().value());
        map.put("name", map(terms.name()));
        map.put("share", rule(terms.share(), terms.share().value()));
        if (!terms.isOutOfHundred()) {
            map.put(AgreementParser.OUT_OF, terms.outOf());
        }
        map.put("indicators", terms.indicators().stream().map(AgreementDocument::map).toList());
        return map;
    }

    private static Object units(List<UnitId> units) {
        return units.size() == 1
                ? units.getFirst().value()
                : units.stream().map(UnitId::value).toList();
    }

    private static Map<String, Object> map(Indicator indicator) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", indicator.id().value());
        map.put("concept", indicator.concept().value());
        map.put("name", map(indicator.name()));
        map.put("weight", indicator.weight());
        map.put("unit", units(indicator.units()));
        map.put("measures", indicator.measures().stream().map(AgreementDocument::map).toList());
        if (!indicator.computedMeasures().isEmpty()) {
            map.put(
                    ComputedMeasureParser.FIELD,
                    indicator.computedMeasures().stream().map(AgreementDocument::map).toList());
        }
        map.put("ladder", rule(indicator.ladder(), indicator.ladder().value().key()));
        map.put(
                "interpolation",
                rule(indicator.interpolation(), indicator.interpolation().value().key()));
        indicator
                .ownBelowLevelOne()
                .ifPresent(own -> map.put(IndicatorParser.BELOW_LEVEL_ONE, belowLevelOne(own)));
        map.put("levels", indicator.levels().stream().map(AgreementDocument::map).toList());
        if (!indicator.stages().isEmpty()) {
            map.put(
                    IndicatorParser.STAGES,
                    indicator.stages().stream().map(AgreementDocument::map).toList());
        }
        if (!indicator.districts().isEmpty()) {
            map.put(
                    IndicatorParser.DISTRICTS,
                    indicator.districts().stream().map(AgreementDocument::map).toList());
        }
        putNotes(map, indicator.notes());
        return map;
    }

    private static Map<String, Object> map(Stage stage) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("until", stage.until().toString());
        map.put("targets", stage.targets());
        return map;
    }

    private static Map<String, Object> map(DistrictTerms terms) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("district", terms.district().value());
        if (!terms.targets().isEmpty()) {
            map.put("targets", terms.targets());
        }
        if (!terms.deadlines().isEmpty()) {
            map.put("deadlines", terms.deadlines().stream().map(LocalDate::toString).toList());
        }
        terms.weight().ifPresent(weight -> map.put("weight", weight));
        if (!terms.applies()) {
            map.put("applies", false);
        }
        return map;
    }

    private static Map<String, Object> map(Measure measure) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", measure.id().value());
        map.put("kind", measure.kind().key());
        map.put("name", map(measure.name()));
        measure.comparedWith().ifPresent(of -> map.put("of", map(of)));
        measure.countedIn().ifPresent(unit -> map.put("countedIn", map(unit)));
        measure.baseline().ifPresent(day -> map.put("baselineDay", day.toString()));
        if (measure.evidenceReceipt()) {
            map.put("receipt", IndicatorParser.RECEIPT_OF_EVIDENCE);
        }
        if (measure.mayExceedWhole()) {
            map.put("mayExceedWhole", true);
        }
        return map;
    }

    private static Map<String, Object> map(MeasureUnit unit) {
        Map<String, Object> map = map(unit.name());
        map.put("decimals", unit.decimals());
        return map;
    }

    private static Map<String, Object> map(ComputedMeasure measure) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", measure.id().value());
        map.put("name", map(measure.name()));
        map.put("countedIn", map(measure.unit()));
        map.put(
                ComputedMeasureParser.key(measure.computation()),
                switch (measure.computation()) {
                    case Computation.Points points ->
                            points.steps().stream().map(AgreementDocument::map).toList();
                    case Computation.Combination(var aggregation, var terms) ->
                            terms.stream().map(term -> map(aggregation, term)).toList();
                    case Computation.Line(var id, var knots) ->
                            line(
                                    id,
                                    knots.stream()
                                            .map(knot -> knot(knot.at(), knot.points()))
                                            .toList());
                    case Computation.DayLine(var id, var days) ->
                            line(
                                    id,
                                    days.stream()
                                            .map(day -> knot(day.at().toString(), day.points()))
                                            .toList());
                });
        measure.min().ifPresent(min -> map.put(ComputedMeasureParser.LOWER_LIMIT, min));
        measure.max().ifPresent(max -> map.put(ComputedMeasureParser.UPPER_LIMIT, max));
        return map;
    }

    private static Map<String, Object> map(Computation.Step step) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("text", map(step.text()));
        map.put("points", step.points());
        map.put("conditions", step.conditions().stream().map(AgreementDocument::map).toList());
        return map;
    }

    private static Map<String, Object> map(
            Computation.Aggregation aggregation, Computation.Term term) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("measure", term.measure().value());
        if (aggregation.isWeighted()) {
            map.put("weight", term.weight());
        }
        return map;
    }

    private static Map<String, Object> line(MeasureId measure, List<Map<String, Object>> knots) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("measure", measure.value());
        map.put(ComputedMeasureParser.THROUGH, knots);
        return map;
    }

    private static Map<String, Object> knot(Object at, BigDecimal points) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("at", at);
        map.put("points", points);
        return map;
    }

    private static Map<String, Object> map(Level level) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("level", level.number());
        if (!level.isWorthItsNumber()) {
            map.put("score", level.score());
        }
        map.put("text", map(level.text()));
        map.put("conditions", level.conditions().stream().map(AgreementDocument::map).toList());
        map.put("basis", key(level.basis()));
        putNotes(map, level.notes());
        return map;
    }

    private static Map<String, Object> map(Condition condition) {
        Map<String, Object> map = new LinkedHashMap<>();
        switch (condition) {
            case Condition.Comparison comparison -> {
                map.put("measure", comparison.measure().value());
                map.put(ConditionParser.key(comparison.operator()), comparison.threshold());
            }
            case Condition.Done done -> map.put("done", done.measure().value());
            case Condition.DoneBy doneBy -> {
                map.put("doneBy", doneBy.deadline().toString());
                map.put("measure", doneBy.measure().value());
            }
        }
        return map;
    }

    private static void putNotes(Map<String, Object> map, List<Note> notes) {
        if (!notes.isEmpty()) {
            map.put("notes", notes.stream().map(AgreementDocument::map).toList());
        }
    }

    private static Map<String, Object> map(Note note) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", key(note.kind()));
        map.putAll(map(note.text()));
        return map;
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
