package districtkpi.domain.agreement;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.place.DistrictCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of a section: what is measured, its weight and its levels.
 *
 * @param concept what it measures across rounds
 * @param name the Thai name verbatim, and an English reading
 * @param weight as printed, of what the weights of its section total: mostly percent, 0 to 100. Of
 *     weight 0 it is watched only: it has levels as any other, and no total, rank or plan is
 *     otherwise for it
 * @param units that answer for it, the leading one first; where there are several, what one of them
 *     does, such as accepting a result, is done for all
 * @param measures that are recorded, in the order of the form; at least one, and at most one of
 *     them the receipt of the evidence
 * @param computedMeasures that follow from those, each made of measures and of computed ones before
 *     it. Where there are any, each measure is asked for in one place: by the levels, or by one
 *     computed measure
 * @param ownBelowLevelOne what a result that reaches no level is worth; absent where the rule of
 *     the agreement counts
 * @param levels one to {@value Level#MAX}, from level 1 to the top, each worth more than the last
 * @param stages targets that hold before those of the levels, the first one first; of an indicator
 *     {@linkplain #on as it holds on a day} only the one of that day. None where a district has
 *     targets of its own
 * @param districts what was agreed otherwise for single districts, one for each at the most
 */
public record Indicator(
        IndicatorId id,
        ConceptId concept,
        LocalizedText name,
        BigDecimal weight,
        List<UnitId> units,
        List<Measure> measures,
        List<ComputedMeasure> computedMeasures,
        Rule<Ladder> ladder,
        Rule<Interpolation> interpolation,
        Optional<Rule<BelowLevelOne>> ownBelowLevelOne,
        List<Level> levels,
        List<Stage> stages,
        List<DistrictTerms> districts,
        List<Note> notes) {

    public Indicator {
        units = List.copyOf(units);
        measures = List.copyOf(measures);
        computedMeasures = List.copyOf(computedMeasures);
        levels = List.copyOf(levels);
        stages = List.copyOf(stages);
        districts = List.copyOf(districts);
        notes = List.copyOf(notes);
        if (weight.signum() < 0) {
            throw new IllegalArgumentException("Indicator " + id + " needs a weight of 0 or more");
        }
        if (units.isEmpty() || units.stream().distinct().count() < units.size()) {
            throw new IllegalArgumentException(
                    "Indicator " + id + " needs units, each once: " + units);
        }
        if (measures.isEmpty()) {
            throw new IllegalArgumentException("Indicator " + id + " measures nothing");
        }
        if (measures.stream().filter(Measure::evidenceReceipt).count() > 1) {
            throw new IllegalArgumentException(
                    "Indicator " + id + " receives its evidence on one day");
        }
        if (levels.isEmpty() || levels.size() > Level.MAX) {
            throw new IllegalArgumentException(
                    "Indicator " + id + " needs 1 to " + Level.MAX + " levels");
        }
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).number() != i + 1) {
                throw new IllegalArgumentException(
                        "Indicator " + id + ": levels are given from 1 upwards");
            }
            if (i > 0 && levels.get(i).score().compareTo(levels.get(i - 1).score()) <= 0) {
                throw new IllegalArgumentException(
                        "Indicator "
                                + id
                                + ": level "
                                + (i + 1)
                                + " is worth no more than the last");
            }
        }
        if (districts.stream().map(DistrictTerms::district).distinct().count() < districts.size()) {
            throw new IllegalArgumentException(
                    "Indicator " + id + " has two terms for one district");
        }
        for (DistrictTerms terms : districts) {
            requireOneEach(terms.targets(), levels, Condition.Comparison.class, terms.district());
            requireOneEach(terms.deadlines(), levels, Condition.DoneBy.class, terms.district());
        }
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            requireOneEach(stage.targets(), levels, Condition.Comparison.class, stage.until());
            if (i > 0 && !stage.until().isAfter(stages.get(i - 1).until())) {
                throw new IllegalArgumentException(
                        "Indicator " + id + ": stages follow each other");
            }
        }
        if (!stages.isEmpty() && districts.stream().anyMatch(DistrictTerms::changesTargets)) {
            throw new IllegalArgumentException(
                    "Indicator " + id + " has stages, and targets of districts");
        }
    }

    /** Whether it is recorded and scored without counting in any total: its weight is 0. */
    public boolean isWatchedOnly() {
        return weight.signum() == 0;
    }

    /** Whether a unit answers for it, alone or with others. */
    public boolean isAnsweredBy(UnitId unit) {
        return units.contains(unit);
    }

    /** All that a condition can name: the recorded measures, then the computed ones. */
    public List<Measure> allMeasures() {
        return Stream.concat(
                        measures.stream(),
                        computedMeasures.stream().map(ComputedMeasure::asMeasure))
                .toList();
    }

    /** The measure with an id that a condition names, recorded or computed. */
    public Optional<Measure> measure(MeasureId measure) {
        return recordedMeasure(measure)
                .or(() -> computedMeasure(measure).map(ComputedMeasure::asMeasure));
    }

    /** The measure with an id that somebody reports. */
    public Optional<Measure> recordedMeasure(MeasureId measure) {
        return measures.stream().filter(m -> m.id().equals(measure)).findFirst();
    }

    public Optional<ComputedMeasure> computedMeasure(MeasureId measure) {
        return computedMeasures.stream().filter(m -> m.id().equals(measure)).findFirst();
    }

    /** The measure that is the day on which the province received the evidence. */
    public Optional<Measure> evidenceReceipt() {
        return measures.stream().filter(Measure::evidenceReceipt).findFirst();
    }

    /** The number of its highest level, which is also how many it has; level 0 is below level 1. */
    public int topLevel() {
        return levels.size();
    }

    /** What its highest level is worth: the score by which the whole weight is earned. */
    public BigDecimal maxScore() {
        return levels.getLast().score();
    }

    /** Whether it has as many levels as another indicator, each worth the same. */
    public boolean hasScaleOf(Indicator other) {
        return topLevel() == other.topLevel()
                && levels.stream()
                        .allMatch(level ->
                                level.score().compareTo(other.level(level.number()).score()) == 0);
    }

    /** The level with a number from 1 to {@link #topLevel()}. */
    public Level level(int number) {
        return levels.get(number - 1);
    }

    public MeasureKey key(MeasureId measure) {
        return new MeasureKey(id, measure);
    }

    /** What was agreed otherwise for a district; absent where nothing was. */
    public Optional<DistrictTerms> terms(DistrictCode district) {
        return districts.stream().filter(terms -> terms.district().equals(district)).findFirst();
    }

    /** False where the agreement says that the indicator is none of a district's. */
    public boolean appliesIn(DistrictCode district) {
        return terms(district).map(DistrictTerms::applies).orElse(true);
    }

    /** Whether a level asks for something else in a district than in others. */
    public boolean hasOwnLevels(DistrictCode district) {
        return terms(district).filter(DistrictTerms::changesLevels).isPresent();
    }

    /** Whether a level asks for something else in some of the districts. */
    public boolean levelsDiffer() {
        return districts.stream().anyMatch(DistrictTerms::changesLevels);
    }

    /** The stage that holds on a day; absent where the targets are those of the levels. */
    public Optional<Stage> stageOn(LocalDate day) {
        return stages.stream().filter(stage -> !day.isAfter(stage.until())).findFirst();
    }

    /**
     * The indicator as it holds on a day: with the targets of that day, and of its stages only the
     * one that holds, if any. The texts of the levels stay as they are printed; the same object
     * where it has no stages.
     */
    public Indicator on(LocalDate day) {
        if (stages.isEmpty()) {
            return this;
        }
        return stageOn(day)
                .map(stage -> with(weight, levels(stage.targets(), List.of()), List.of(stage)))
                .orElseGet(() -> with(weight, levels, List.of()));
    }

    /**
     * The indicator as it holds for a district: with its own thresholds, days and weight. The texts
     * of the levels stay as they are printed; the same object where nothing differs.
     */
    public Indicator in(DistrictCode district) {
        return terms(district).map(this::by).orElse(this);
    }

    /** The same indicator with another weight. */
    Indicator withWeight(BigDecimal other) {
        return with(other, levels, stages);
    }

    private Indicator by(DistrictTerms terms) {
        return with(
                terms.weight().orElse(weight), levels(terms.targets(), terms.deadlines()), stages);
    }

    /** The levels with other targets and days, as far as there are such. */
    private List<Level> levels(List<BigDecimal> ownTargets, List<LocalDate> ownDeadlines) {
        Iterator<BigDecimal> targets = ownTargets.iterator();
        Iterator<LocalDate> deadlines = ownDeadlines.iterator();
        List<Level> own = new ArrayList<>(levels.size());
        for (Level level : levels) {
            own.add(
                    level.withConditions(
                            level.conditions().stream()
                                    .map(condition -> by(condition, targets, deadlines))
                                    .toList()));
        }
        return own;
    }

    private static Condition by(
            Condition condition, Iterator<BigDecimal> targets, Iterator<LocalDate> deadlines) {
        return switch (condition) {
            case Condition.Comparison(var measure, var operator, var threshold) ->
                    new Condition.Comparison(
                            measure, operator, targets.hasNext() ? targets.next() : threshold);
            case Condition.Done done -> done;
            case Condition.DoneBy(var measure, var deadline) ->
                    new Condition.DoneBy(
                            measure, deadlines.hasNext() ? deadlines.next() : deadline);
        };
    }

    private Indicator with(
            BigDecimal otherWeight, List<Level> otherLevels, List<Stage> otherStages) {
        return new Indicator(
                id,
                concept,
                name,
                otherWeight,
                units,
                measures,
                computedMeasures,
                ladder,
                interpolation,
                ownBelowLevelOne,
                otherLevels,
                otherStages,
                districts,
                notes);
    }

    private static void requireOneEach(
            List<?> own, List<Level> levels, Class<? extends Condition> kind, Object whose) {
        if (own.isEmpty()) {
            return;
        }
        List<Long> asked =
                levels.stream()
                        .map(level -> level.conditions().stream().filter(kind::isInstance).count())
                        .filter(count -> count > 0)
                        .toList();
        if (asked.size() != own.size() || asked.stream().anyMatch(count -> count > 1)) {
            throw new IllegalArgumentException(
                    "Terms of " + whose + ": " + own + " for levels that ask for " + asked);
        }
    }
}
