package districtkpi.scoring.movement;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Computation;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.Note;
import districtkpi.domain.agreement.Rating;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.agreement.Stage;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.movement.RuleChange.Wording.Where;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what differs between two agreements. */
final class RuleComparison {

    private final Agreement earlier;
    private final Agreement later;
    private final List<RuleChange> changes = new ArrayList<>();

    RuleComparison(Agreement earlier, Agreement later) {
        this.earlier = earlier;
        this.later = later;
    }

    List<RuleChange> changes() {
        changes.clear();
        compareWhole();
        for (Pairing pairing : Pairing.between(earlier, later)) {
            switch (pairing) {
                case Pairing.Added(Indicator indicator) ->
                        changes.add(new RuleChange.Added(indicator));
                case Pairing.Dropped(Indicator indicator) ->
                        changes.add(new RuleChange.Dropped(indicator));
                case Pairing.Same(Indicator from, Indicator to) -> compare(from, to);
                case Pairing.Redefined(Indicator from, Indicator to, var _) -> compare(from, to);
            }
        }
        return List.copyOf(changes);
    }

    private void compareWhole() {
        Map<SectionId, LocalizedText> names = new LinkedHashMap<>();
        Stream.concat(later.sections().stream(), earlier.sections().stream())
                .forEach(terms -> names.putIfAbsent(terms.section(), terms.name()));
        names.forEach((section, name) -> {
            BigDecimal before = share(earlier, section);
            BigDecimal after = share(later, section);
            if (before.compareTo(after) != 0) {
                changes.add(new RuleChange.SectionShare(name, before, after));
            }
        });
        for (SectionTerms terms : later.sections()) {
            earlier.section(terms.section())
                    .filter(before -> before.outOf().compareTo(terms.outOf()) != 0)
                    .ifPresent(before ->
                            changes.add(
                                    new RuleChange.WeightsOutOf(
                                            terms.name(), before.outOf(), terms.outOf())));
        }
        if (!earlier.belowLevelOne().value().equals(later.belowLevelOne().value())) {
            changes.add(
                    new RuleChange.Floor(
                            earlier.belowLevelOne().value(), later.belowLevelOne().value()));
        }
        if (!areSame(earlier.ratings(), later.ratings())) {
            changes.add(new RuleChange.Ratings(earlier.ratings(), later.ratings()));
        }
    }

    /** 90 and 90.0 are one bound. */
    private static boolean areSame(List<Rating> before, List<Rating> after) {
        return before.size() == after.size()
                && IntStream.range(0, after.size())
                        .allMatch(i ->
                                before.get(i).name().equals(after.get(i).name())
                                        && before.get(i).from().compareTo(after.get(i).from())
                                                == 0);
    }

    private static BigDecimal share(Agreement agreement, SectionId section) {
        return agreement
                .section(section)
                .map(terms -> terms.share().value())
                .orElse(BigDecimal.ZERO);
    }

    private void compare(Indicator from, Indicator to) {
        SectionId before = earlier.sectionOf(from.id());
        SectionId after = later.sectionOf(to.id());
        if (!before.equals(after)) {
            changes.add(
                    new RuleChange.SectionMoved(
                            from, to, earlier.sectionName(before), later.sectionName(after)));
        }
        if (from.weight().compareTo(to.weight()) != 0) {
            changes.add(new RuleChange.Weight(from, to));
        }
        compareDistricts(from, to);
        if (!areSame(from.stages(), to.stages(), this::isSame)) {
            changes.add(new RuleChange.Stages(from, to));
        }
        Set<Where> words = EnumSet.noneOf(Where.class);
        compareMeasures(from, to, words);
        compareComputed(from, to, words);
        if (from.ladder().value() != to.ladder().value()) {
            changes.add(new RuleChange.LadderChange(from, to));
        }
        if (from.interpolation().value() != to.interpolation().value()) {
            changes.add(new RuleChange.InterpolationChange(from, to));
        }
        compareScores(from, to);
        compareLevels(from, to, words);
        if (!from.name().equals(to.name())) {
            words.add(Where.NAME);
        }
        if (!from.units().equals(to.units())) {
            words.add(Where.RESPONSIBLE_UNIT);
        }
        if (!notes(from).equals(notes(to))) {
            words.add(Where.NOTES);
        }
        if (!words.isEmpty()) {
            changes.add(new RuleChange.Wording(from, to, words));
        }
    }

    private void compareDistricts(Indicator from, Indicator to) {
        SortedSet<DistrictCode> districts = new TreeSet<>();
        Stream.of(from, to)
                .flatMap(indicator -> indicator.districts().stream())
                .forEach(terms -> districts.add(terms.district()));
        for (DistrictCode district : districts) {
            Optional<DistrictTerms> before = from.terms(district);
            Optional<DistrictTerms> after = to.terms(district);
            if (before.isEmpty() || after.isEmpty() || !isSame(before.get(), after.get())) {
                changes.add(new RuleChange.TermsOfDistrict(from, to, district, before, after));
            }
        }
    }

    private boolean isSame(Stage before, Stage after) {
        return isSameDay(before.until(), after.until())
                && areSame(before.targets(), after.targets(), RuleComparison::isSame);
    }

    private boolean isSame(DistrictTerms before, DistrictTerms after) {
        return before.applies() == after.applies()
                && areSame(before.targets(), after.targets(), RuleComparison::isSame)
                && isSame(before.weight(), after.weight())
                && areSame(before.deadlines(), after.deadlines(), this::isSameDay);
    }

    private void compareMeasures(Indicator from, Indicator to, Set<Where> words) {
        Set<MeasureId> ids = new LinkedHashSet<>();
        to.measures().forEach(measure -> ids.add(measure.id()));
        from.measures().forEach(measure -> ids.add(measure.id()));
        for (MeasureId id : ids) {
            Optional<Measure> before = from.recordedMeasure(id);
            Optional<Measure> after = to.recordedMeasure(id);
            boolean same =
                    before.isPresent() && after.isPresent() && isSame(before.get(), after.get());
            if (!same) {
                changes.add(new RuleChange.MeasureDefinition(from, to, id, before, after));
            } else if (!before.get().name().equals(after.get().name())) {
                words.add(Where.MEASURE_NAME);
            }
        }
    }

    private void compareComputed(Indicator from, Indicator to, Set<Where> words) {
        Set<MeasureId> ids = new LinkedHashSet<>();
        to.computedMeasures().forEach(measure -> ids.add(measure.id()));
        from.computedMeasures().forEach(measure -> ids.add(measure.id()));
        for (MeasureId id : ids) {
            Optional<ComputedMeasure> before = from.computedMeasure(id);
            Optional<ComputedMeasure> after = to.computedMeasure(id);
            boolean same =
                    before.isPresent() && after.isPresent() && isSame(before.get(), after.get());
            if (!same) {
                changes.add(new RuleChange.ComputationChange(from, to, id, before, after));
            } else if (!words(before.get()).equals(words(after.get()))) {
                words.add(Where.MEASURE_NAME);
            }
        }
    }

    private static List<LocalizedText> words(ComputedMeasure measure) {
        return Stream.concat(
                        Stream.of(measure.name()),
                        measure.computation() instanceof Computation.Points points
                                ? points.steps().stream().map(Computation.Step::text)
                                : Stream.empty())
                .toList();
    }

    private boolean isSame(ComputedMeasure before, ComputedMeasure after) {
        return before.unit().equals(after.unit())
                && isSame(before.min(), after.min())
                && isSame(before.max(), after.max())
                && isSame(before.computation(), after.computation());
    }

    private static boolean isSame(Optional<BigDecimal> before, Optional<BigDecimal> after) {
        return areSame(before.stream().toList(), after.stream().toList(), RuleComparison::isSame);
    }

    private static boolean isSame(BigDecimal before, BigDecimal after) {
        return before.compareTo(after) == 0;
    }

    /** 0.5 and 0.50 are one number, and days keep their distance to the end of the round. */
    private boolean isSame(Computation before, Computation after) {
        return switch (before) {
            case Computation.Points(var accumulation, var steps) ->
                    after instanceof Computation.Points(var other, var later)
                            && accumulation == other
                            && areSame(steps, later, this::isSame);
            case Computation.Combination(var aggregation, var terms) ->
                    after instanceof Computation.Combination(var other, var later)
                            && aggregation == other
                            && areSame(
                                    terms,
                                    later,
                                    (a, b) ->
                                            a.measure().equals(b.measure())
                                                    && isSame(a.weight(), b.weight()));
            case Computation.Line(var measure, var knots) ->
                    after instanceof Computation.Line(var other, var later)
                            && measure.equals(other)
                            && areSame(
                                    knots,
                                    later,
                                    (a, b) ->
                                            isSame(a.at(), b.at())
                                                    && isSame(a.points(), b.points()));
            case Computation.DayLine(var measure, var days) ->
                    after instanceof Computation.DayLine(var other, var later)
                            && measure.equals(other)
                            && areSame(
                                    days,
                                    later,
                                    (a, b) ->
                                            isSameDay(a.at(), b.at())
                                                    && isSame(a.points(), b.points()));
        };
    }

    private boolean isSame(Computation.Step before, Computation.Step after) {
        return isSame(before.points(), after.points())
                && areSame(before.conditions(), after.conditions(), this::isSame);
    }

    private static <T> boolean areSame(List<T> before, List<T> after, BiPredicate<T, T> same) {
        return before.size() == after.size()
                && IntStream.range(0, before.size())
                        .allMatch(i -> same.test(before.get(i), after.get(i)));
    }

    private boolean isSame(Measure before, Measure after) {
        return before.kind() == after.kind()
                && before.comparedWith().equals(after.comparedWith())
                && before.countedIn().equals(after.countedIn())
                && before.evidenceReceipt() == after.evidenceReceipt()
                && before.mayExceedWhole() == after.mayExceedWhole()
                && isSameBaseline(before.baseline(), after.baseline());
    }

    /** The first day of a round is the first day of the next round, too: not a new rule. */
    private boolean isSameBaseline(Optional<LocalDate> before, Optional<LocalDate> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before.equals(after);
        }
        return ChronoUnit.DAYS.between(earlier.firstDay(), before.get())
                == ChronoUnit.DAYS.between(later.firstDay(), after.get());
    }

    private void compareScores(Indicator from, Indicator to) {
        BelowLevelOne before = earlier.belowLevelOne(from);
        BelowLevelOne after = later.belowLevelOne(to);
        boolean own = from.ownBelowLevelOne().isPresent() || to.ownBelowLevelOne().isPresent();
        if (own && !before.equals(after)) {
            changes.add(new RuleChange.IndicatorFloor(from, to, before, after));
        }
        if (!to.hasScaleOf(from)) {
            changes.add(new RuleChange.LevelScores(from, to));
        }
    }

    private void compareLevels(Indicator from, Indicator to, Set<Where> words) {
        for (int number = 1; number <= Math.max(from.topLevel(), to.topLevel()); number++) {
            List<Condition> before = conditions(from, number);
            List<Condition> after = conditions(to, number);
            List<Condition> gone = new ArrayList<>(before);
            gone.removeIf(old -> after.stream().anyMatch(c -> isSame(old, c)));
            List<Condition> come = new ArrayList<>(after);
            come.removeIf(c -> before.stream().anyMatch(old -> isSame(old, c)));
            if (!gone.isEmpty() || !come.isEmpty()) {
                changes.add(new RuleChange.Threshold(from, to, number, gone, come));
            } else if (!from.level(number).text().equals(to.level(number).text())) {
                words.add(Where.LEVEL_TEXT);
            }
        }
    }

    /** What a level asks for; nothing where the indicator has no such level. */
    private static List<Condition> conditions(Indicator indicator, int level) {
        return level <= indicator.topLevel() ? indicator.level(level).conditions() : List.of();
    }

    private boolean isSame(Condition before, Condition after) {
        return switch (before) {
            case Condition.Comparison old ->
                    after instanceof Condition.Comparison comparison
                            && old.measure().equals(comparison.measure())
                            && old.operator() == comparison.operator()
                            && old.threshold().compareTo(comparison.threshold()) == 0;
            case Condition.Done _ -> Objects.equals(before, after);
            case Condition.DoneBy old ->
                    after instanceof Condition.DoneBy by
                            && old.measure().equals(by.measure())
                            && isSameDay(old.deadline(), by.deadline());
        };
    }

    private boolean isSameDay(LocalDate before, LocalDate after) {
        return ChronoUnit.DAYS.between(before, earlier.lastDay())
                == ChronoUnit.DAYS.between(after, later.lastDay());
    }

    private static List<Note> notes(Indicator indicator) {
        List<Note> notes = new ArrayList<>(indicator.notes());
        indicator.levels().forEach(level -> notes.addAll(level.notes()));
        return notes;
    }
}
