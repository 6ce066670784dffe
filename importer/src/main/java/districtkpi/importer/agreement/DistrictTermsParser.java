package districtkpi.importer.agreement;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.agreement.IndicatorParser.Placed;
import districtkpi.importer.agreement.IndicatorParser.PlacedComputation;
import districtkpi.importer.agreement.IndicatorParser.PlacedLevel;
import districtkpi.importer.agreement.IndicatorParser.PlacedMeasure;
import districtkpi.importer.issue.AgreementIssueCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the table of an indicator that says what was agreed otherwise for single districts. */
final class DistrictTermsParser {

    private static final String TARGETS = "targets";
    private static final String DEADLINES = "deadlines";

    private final List<Measure> measures;
    private final List<PlacedLevel> levels;

    /**
     * @param levels to which targets and deadlines belong
     */
    private DistrictTermsParser(List<Measure> measures, List<PlacedLevel> levels) {
        this.measures = measures;
        this.levels = levels;
    }

    /**
     * Terms with the places of their parts.
     *
     * @param district the place of the code
     * @param targets one for each target
     * @param deadlines one for each deadline
     * @param weight of the weight, where there is one, else of the whole
     */
    record PlacedTerms(
            DistrictTerms terms,
            AgreementNode at,
            AgreementNode district,
            List<AgreementNode> targets,
            List<AgreementNode> deadlines,
            AgreementNode weight) {}

    /** All terms of a table; nothing if one of them is faulty. */
    static Optional<List<PlacedTerms>> parse(
            AgreementNode at, List<Measure> measures, List<PlacedLevel> levels) {
        DistrictTermsParser parser = new DistrictTermsParser(measures, levels);
        Map<DistrictCode, AgreementNode> places = new HashMap<>();
        return IndicatorParser.all(
                at, item -> item.fields().flatMap(f -> parser.terms(item, f, places)));
    }

    /** The form alone, where the levels could not be read. */
    static void parseAlone(AgreementNode at) {
        at.items()
                .orElse(List.of())
                .forEach(item -> item.fields().ifPresent(f -> new Fields(item, f)));
    }

    /** What can be read of one district's terms without looking at the levels. */
    private static final class Fields {

        private final Optional<AgreementNode> districtAt;
        private final Optional<DistrictCode> district;
        private final Optional<AgreementNode> targetsAt;
        private final Optional<List<BigDecimal>> targets;
        private final Optional<AgreementNode> deadlinesAt;
        private final Optional<List<LocalDate>> deadlines;
        private final Optional<AgreementNode> weightAt;
        private final Optional<BigDecimal> weight;
        private final Optional<AgreementNode> appliesAt;
        private final Optional<Boolean> applies;
        private final boolean empty;

        Fields(AgreementNode at, AgreementFields f) {
            districtAt = f.required("district");
            district =
                    districtAt.flatMap(e -> e.id(DistrictCode::of, "agreement.form-of-district"));
            targetsAt = f.optional(TARGETS);
            targets = targetsAt.flatMap(e -> IndicatorParser.all(e, AgreementNode::decimal));
            deadlinesAt = f.optional(DEADLINES);
            deadlines = deadlinesAt.flatMap(e -> IndicatorParser.all(e, AgreementNode::day));
            weightAt = f.optional("weight");
            weight = weightAt.flatMap(e -> e.decimal(0, true, IndicatorParser.MAX_WEIGHT));
            appliesAt = f.optional("applies");
            applies = appliesAt.flatMap(AgreementNode::flag);
            f.refuseOthers();
            empty =
                    targetsAt.isEmpty()
                            && deadlinesAt.isEmpty()
                            && weightAt.isEmpty()
                            && (appliesAt.isEmpty() || applies.orElse(false));
            if (empty) {
                at.report(AgreementIssueCode.DISTRICT_TERMS_EMPTY);
            }
        }

        boolean isRead() {
            return !empty
                    && district.isPresent()
                    && targetsAt.isPresent() == targets.isPresent()
                    && deadlinesAt.isPresent() == deadlines.isPresent()
                    && weightAt.isPresent() == weight.isPresent()
                    && appliesAt.isPresent() == applies.isPresent();
        }
    }

    private Optional<PlacedTerms> terms(
            AgreementNode at, AgreementFields f, Map<DistrictCode, AgreementNode> places) {
        Fields read = new Fields(at, f);
        if (!read.isRead()) {
            return Optional.empty();
        }
        DistrictCode district = read.district.orElseThrow();
        AgreementNode districtAt = read.districtAt.orElseThrow();
        AgreementNode first = places.putIfAbsent(district, at);
        if (first != null) {
            districtAt.report(AgreementIssueCode.DUPLICATE_DISTRICT, district, first.line());
            return Optional.empty();
        }
        List<BigDecimal> targets = read.targets.orElse(List.of());
        List<LocalDate> deadlines = read.deadlines.orElse(List.of());
        List<AgreementNode> targetPlaces = places(read.targetsAt);
        // Both are looked at, so that all faults are reported at once.
        boolean targetsFit = fits(read.targetsAt, TARGETS, targets, Condition.Comparison.class);
        boolean deadlinesFit = fits(read.deadlinesAt, DEADLINES, deadlines, Condition.DoneBy.class);
        if (!targetsFit || !deadlinesFit || !areLikeTheLevels(targets, targetPlaces)) {
            return Optional.empty();
        }
        return Optional.of(
                new PlacedTerms(
                        new DistrictTerms(
                                district,
                                targets,
                                deadlines,
                                read.weight,
                                read.applies.orElse(true)),
                        at,
                        districtAt,
                        targetPlaces,
                        places(read.deadlinesAt),
                        read.weightAt.orElse(at)));
    }

    private static List<AgreementNode> places(Optional<AgreementNode> list) {
        return list.flatMap(AgreementNode::items).orElse(List.of());
    }

    /** Whether there is one for each level that asks for one thing of a kind. */
    private boolean fits(
            Optional<AgreementNode> at,
            String field,
            List<?> given,
            Class<? extends Condition> kind) {
        if (at.isEmpty()) {
            return true;
        }
        int asking = 0;
        for (PlacedLevel level : levels) {
            long conditions = level.level().conditions().stream().filter(kind::isInstance).count();
            if (conditions > 1) {
                at.get()
                        .report(
                                AgreementIssueCode.DISTRICT_TERMS_AMBIGUOUS,
                                field,
                                level.level().number(),
                                conditions);
                return false;
            }
            asking += (int) conditions;
        }
        if (asking != given.size()) {
            at.get().report(AgreementIssueCode.DISTRICT_TERMS_COUNT, field, given.size(), asking);
            return false;
        }
        return true;
    }

    /** Targets rise and fall from level to level as the thresholds do, and counts are whole. */
    private boolean areLikeTheLevels(List<BigDecimal> targets, List<AgreementNode> places) {
        List<Condition.Comparison> agreed = comparisons();
        boolean alike = true;
        for (int i = 0; i < targets.size(); i++) {
            BigDecimal target = targets.get(i);
            Condition.Comparison here = agreed.get(i);
            boolean counted =
                    measures.stream()
                            .filter(one -> one.id().equals(here.measure()))
                            .anyMatch(one -> one.kind() == MeasureKind.COUNT);
            if (counted && target.stripTrailingZeros().scale() > 0) {
                places.get(i)
                        .report(
                                AgreementIssueCode.COUNT_WITH_DECIMALS,
                                here.measure(),
                                target.toPlainString());
                alike = false;
            }
            if (i > 0 && here.measure().equals(agreed.get(i - 1).measure())) {
                Condition.Comparison before = agreed.get(i - 1);
                if (target.compareTo(targets.get(i - 1))
                        != here.threshold().compareTo(before.threshold())) {
                    places.get(i)
                            .report(
                                    AgreementIssueCode.DISTRICT_TARGETS_NOT_ALIKE,
                                    targets.get(i - 1).toPlainString(),
                                    target.toPlainString(),
                                    before.threshold().toPlainString(),
                                    here.threshold().toPlainString());
                    alike = false;
                }
            }
        }
        return alike;
    }

    private List<Condition.Comparison> comparisons() {
        return levels.stream()
                .flatMap(level -> level.level().conditions().stream())
                .filter(Condition.Comparison.class::isInstance)
                .map(Condition.Comparison.class::cast)
                .toList();
    }

    /**
     * The indicator as it holds for a district, with the places of the district's own numbers and
     * days, so that it can be checked like any other.
     */
    static Placed own(Placed placed, PlacedTerms terms) {
        Indicator indicator = placed.indicator().in(terms.terms().district());
        Iterator<AgreementNode> targets = terms.targets().iterator();
        Iterator<AgreementNode> deadlines = terms.deadlines().iterator();
        List<PlacedLevel> levels = new ArrayList<>();
        for (PlacedLevel level : placed.levels()) {
            AgreementNode at = terms.at();
            List<AgreementNode> conditions = new ArrayList<>();
            for (int i = 0; i < level.conditions().size(); i++) {
                AgreementNode own =
                        switch (level.level().conditions().get(i)) {
                            case Condition.Comparison _ when targets.hasNext() -> targets.next();
                            case Condition.DoneBy _ when deadlines.hasNext() -> deadlines.next();
                            case Condition.Comparison _, Condition.DoneBy _, Condition.Done _ ->
                                    terms.at();
                        };
                conditions.add(own);
                at = own;
            }
            levels.add(new PlacedLevel(indicator.level(level.level().number()), at, conditions));
        }
        return new Placed(
                indicator,
                placed.measures().stream()
                        .map(measure -> new PlacedMeasure(measure.measure(), terms.at()))
                        .toList(),
                // Their steps are the same everywhere.
                placed.computed().stream()
                        .map(one -> new PlacedComputation(one.measure(), terms.at(), List.of()))
                        .toList(),
                levels,
                terms.at(),
                List.of());
    }
}
