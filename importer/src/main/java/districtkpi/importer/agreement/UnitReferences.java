package districtkpi.importer.agreement;

import districtkpi.domain.agreement.UnitId;
import districtkpi.importer.issue.AgreementIssueCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The units that an indicator names, one or in format 2 a list. */
final class UnitReferences {

    private UnitReferences() {}

    /** A named unit with its place. */
    record PlacedUnit(UnitId id, AgreementNode at) {}

    /** Nothing if one of them is faulty. */
    static Optional<List<PlacedUnit>> parse(AgreementNode at) {
        boolean list = at.format() == AgreementFormat.TWO && at.node().items().isPresent();
        return list
                ? IndicatorParser.all(at, UnitReferences::one).filter(UnitReferences::areDifferent)
                : one(at).map(List::of);
    }

    private static Optional<PlacedUnit> one(AgreementNode at) {
        return at.id(UnitId::of, IndicatorParser.FORM_OF_LOWER_ID)
                .map(id -> new PlacedUnit(id, at));
    }

    private static boolean areDifferent(List<PlacedUnit> units) {
        Map<UnitId, AgreementNode> seen = new HashMap<>();
        for (PlacedUnit unit : units) {
            AgreementNode first = seen.putIfAbsent(unit.id(), unit.at());
            if (first != null) {
                unit.at().report(AgreementIssueCode.DUPLICATE_UNIT, unit.id(), first.line());
            }
        }
        return seen.size() == units.size();
    }

    /** Reports those that the agreement does not have. */
    static void refuseUnknown(List<PlacedUnit> units, Set<UnitId> known) {
        for (PlacedUnit unit : units) {
            if (!known.contains(unit.id())) {
                unit.at()
                        .report(
                                AgreementIssueCode.UNKNOWN_UNIT,
                                unit.id(),
                                AgreementIssues.listed(known.stream().map(UnitId::value)));
            }
        }
    }
}
