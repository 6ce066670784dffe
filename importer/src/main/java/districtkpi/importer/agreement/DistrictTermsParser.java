package districtkpi.importer.agreement;

import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.place.DistrictCode;
import districtkpi.importer.agreement.IndicatorParser.Placed;
import districtkpi.importer.issue.AgreementIssueCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the table of an indicator that says what was agreed otherwise for single districts. */
final class DistrictTermsParser {

    private static final String TARGETS = "targets";
    private static final String DEADLINES = "deadlines";

    private final LevelTargets levels;

    private DistrictTermsParser(LevelTargets levels) {
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
    static Optional<List<PlacedTerms>> parse(AgreementNode at, LevelTargets levels) {
        DistrictTermsParser parser = new DistrictTermsParser(levels);
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
        boolean targetsFit =
                levels.fits(read.targetsAt, TARGETS, targets, Condition.Comparison.class);
        boolean deadlinesFit =
                levels.fits(read.deadlinesAt, DEADLINES, deadlines, Condition.DoneBy.class);
        if (!targetsFit || !deadlinesFit || !levels.areLikeTheLevels(targets, targetPlaces)) {
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

    /**
     * The indicator as it holds for a district, with the places of the district's own numbers and
     * days, so that it can be checked like any other.
     */
    static Placed own(Placed placed, PlacedTerms terms) {
        return LevelTargets.placed(
                placed,
                placed.indicator().in(terms.terms().district()),
                terms.at(),
                terms.targets(),
                terms.deadlines());
    }
}
