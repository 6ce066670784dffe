package districtkpi.scoring.weighting;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Basis;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Interpolation;
import districtkpi.domain.agreement.Level;
import districtkpi.domain.agreement.Note;
import districtkpi.domain.agreement.Rule;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.Scorer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts a draft's numbers into an agreement and looks whether it can be scored. */
final class DraftApplication {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Draft draft;
    private final Agreement agreement;

    DraftApplication(Draft draft, Agreement agreement) {
        this.draft = draft;
        this.agreement = agreement;
    }

    DraftedAgreement result() {
        List<LocalizedText> problems = problems();
        if (!problems.isEmpty()) {
            return new DraftedAgreement.Unscorable(problems);
        }
        Agreement drafted = drafted();
        List<LocalizedText> ofDistricts = districtProblems(drafted);
        if (!ofDistricts.isEmpty()) {
            return new DraftedAgreement.Unscorable(ofDistricts);
        }
        String interpolated = draftedInterpolations();
        if (!interpolated.isEmpty() && !isScorable(drafted)) {
            return new DraftedAgreement.Unscorable(
                    List.of(DraftMessage.notInterpolable(interpolated)));
        }
        List<LocalizedText> warnings = new ArrayList<>(ThresholdOrder.warnings(draft, agreement));
        warnings.addAll(ownTargets());
        return new DraftedAgreement.Scorable(drafted, warnings);
    }

    private List<LocalizedText> problems() {
        List<LocalizedText> problems = new ArrayList<>();
        for (Map.Entry<IndicatorId, BigDecimal> weight : draft.weights().entrySet()) {
            if (agreement.indicator(weight.getKey()).isEmpty()) {
                problems.add(DraftMessage.unknownIndicator(weight.getKey()));
            } else if (!isWeight(
                    agreement.indicator(weight.getKey()).get(),
                    weight.getValue(),
                    outOf(weight.getKey()))) {
                problems.add(
                        DraftMessage.weightOutOfRange(
                                weight.getKey(), weight.getValue(), outOf(weight.getKey())));
            }
        }
        for (Threshold threshold : draft.thresholds().keySet()) {
            if (agreement.indicator(threshold.indicator()).isEmpty()) {
                problems.add(DraftMessage.unknownIndicator(threshold.indicator()));
            } else if (threshold.in(agreement).isEmpty()) {
                problems.add(DraftMessage.unknownThreshold(threshold));
            }
        }
        problems.addAll(shareProblems());
        for (SectionTerms terms : agreement.sections()) {
            BigDecimal total =
                    terms.indicators().stream()
                            .map(draft::weightOf)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (total.compareTo(terms.outOf()) != 0) {
                problems.add(DraftMessage.sectionTotal(terms, total));
            }
        }
        return problems.stream().distinct().toList();
    }

    /**
     * A draft changes what holds for all; the weights that single districts have stay, and may no
     * longer go with it.
     */
    private List<LocalizedText> districtProblems(Agreement drafted) {
        List<LocalizedText> problems = new ArrayList<>();
        for (DistrictCode district : drafted.districtsWithTerms()) {
            for (SectionTerms terms : drafted.sections()) {
                SectionTerms own = terms.in(district);
                if (own.weight().compareTo(terms.weight()) != 0) {
                    BigDecimal applying =
                            own.indicators().stream()
                                    .filter(indicator -> indicator.appliesIn(district))
                                    .map(Indicator::weight)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add);
                    problems.add(
                            DraftMessage.districtTotal(
                                    terms.name(), district, applying, terms.weight()));
                }
            }
        }
        return problems;
    }

    /** Whom drafted thresholds leave as they are. */
    private List<LocalizedText> ownTargets() {
        List<LocalizedText> warnings = new ArrayList<>();
        draft.thresholds().keySet().stream()
                .map(Threshold::indicator)
                .distinct()
                .flatMap(id -> agreement.indicator(id).stream())
                .forEach(indicator -> {
                    String districts =
                            indicator.districts().stream()
                                    .filter(terms -> !terms.targets().isEmpty())
                                    .map(DistrictTerms::district)
                                    .sorted()
                                    .map(DistrictCode::value)
                                    .collect(Collectors.joining(", "));
                    if (!districts.isEmpty()) {
                        warnings.add(DraftMessage.ownTargets(indicator.id(), districts));
                    }
                });
        return warnings;
    }

    /** Above 0 and at most what weights total; what is watched only may stay so. */
    static boolean isWeight(Indicator indicator, BigDecimal weight, BigDecimal outOf) {
        return indicator.weight().compareTo(weight) == 0
                || (weight.signum() > 0 && weight.compareTo(outOf) <= 0);
    }

    private BigDecimal outOf(IndicatorId indicator) {
        return agreement.section(agreement.sectionOf(indicator)).orElseThrow().outOf();
    }

    /** What is wrong with shares; those that were agreed are not this draft's to judge. */
    private List<LocalizedText> shareProblems() {
        List<LocalizedText> problems = new ArrayList<>();
        for (SectionTerms terms : agreement.sections()) {
            BigDecimal share = draft.shares().getOrDefault(terms.section(), BigDecimal.ZERO);
            if (share.signum() < 0 || share.compareTo(HUNDRED) > 0) {
                problems.add(DraftMessage.shareOutOfRange(terms.name(), share));
            }
        }
        for (SectionId section : draft.shares().keySet()) {
            if (agreement.section(section).isEmpty()) {
                problems.add(DraftMessage.unknownSection(section));
            }
        }
        BigDecimal total =
                agreement.sections().stream()
                        .map(draft::shareOf)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!draft.shares().isEmpty() && total.compareTo(HUNDRED) != 0) {
            problems.add(DraftMessage.shareTotal(total));
        }
        return problems;
    }

    /** The interpolated indicators with a drafted threshold, by name; empty if there is none. */
    private String draftedInterpolations() {
        return draft.thresholds().keySet().stream()
                .map(Threshold::indicator)
                .distinct()
                .flatMap(id -> agreement.indicator(id).stream())
                .filter(indicator -> indicator.interpolation().value() == Interpolation.LINEAR)
                .map(indicator -> indicator.id().value())
                .collect(Collectors.joining(", "));
    }

    private static boolean isScorable(Agreement drafted) {
        try {
            Scorer _ = new Scorer(drafted);
            return true;
        } catch (IllegalArgumentException notScorable) {
            return false;
        }
    }

    private Agreement drafted() {
        return new Agreement(
                agreement.round(),
                agreement.provinceCode(),
                agreement.title(),
                agreement.firstDay(),
                agreement.lastDay(),
                agreement.submissionDay(),
                agreement.demonstration(),
                agreement.parties(),
                agreement.units(),
                agreement.belowLevelOne(),
                agreement.ratings(),
                agreement.sections().stream().map(this::drafted).toList(),
                agreement.notes());
    }

    private SectionTerms drafted(SectionTerms terms) {
        return new SectionTerms(
                terms.section(),
                terms.name(),
                drafted(terms.share(), draft.shareOf(terms)),
                terms.outOf(),
                terms.indicators().stream().map(this::drafted).toList());
    }

    /** Whatever was assumed before: a draft says what it wants. */
    private static Rule<BigDecimal> drafted(Rule<BigDecimal> agreed, BigDecimal share) {
        return share.compareTo(agreed.value()) == 0 ? agreed : new Rule<>(share, Basis.STATED);
    }

    private Indicator drafted(Indicator indicator) {
        return new Indicator(
                indicator.id(),
                indicator.concept(),
                indicator.name(),
                draft.weightOf(indicator),
                indicator.units(),
                indicator.measures(),
                indicator.computedMeasures(),
                indicator.ladder(),
                indicator.interpolation(),
                indicator.ownBelowLevelOne(),
                indicator.levels().stream().map(level -> drafted(indicator, level)).toList(),
                indicator.stages(),
                indicator.districts(),
                indicator.notes());
    }

    private Level drafted(Indicator indicator, Level level) {
        Iterator<Threshold> thresholds = Threshold.of(indicator, level).keySet().iterator();
        List<Condition> conditions = new ArrayList<>();
        List<Note> notes = new ArrayList<>(level.notes());
        for (Condition condition : level.conditions()) {
            if (condition instanceof Condition.Comparison agreed) {
                Threshold threshold = thresholds.next();
                BigDecimal bound = draft.boundOf(threshold, agreed);
                conditions.add(
                        new Condition.Comparison(agreed.measure(), agreed.operator(), bound));
                if (bound.compareTo(agreed.threshold()) != 0) {
                    notes.add(
                            new Note(
                                    Note.Kind.EXPLANATION,
                                    DraftMessage.changed(threshold, bound, agreed.threshold())));
                }
            } else {
                conditions.add(condition);
            }
        }
        return new Level(
                level.number(), level.score(), level.text(), conditions, level.basis(), notes);
    }
}
