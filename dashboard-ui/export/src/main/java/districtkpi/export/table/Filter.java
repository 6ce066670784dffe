package districtkpi.export.table;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.ConceptId;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import java.util.Set;

/**
 * Which rows of a table are wanted; an empty set wants all.
 *
 * @param statuses such as {@code INCOMPLETE}
 */
public record Filter(
        Set<DistrictCode> districts,
        Set<SectionId> sections,
        Set<IndicatorId> indicators,
        Set<UnitId> units,
        Set<ConceptId> concepts,
        Set<String> statuses) {

    /** Wants everything. */
    public static final Filter EVERYTHING =
            new Filter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public Filter {
        districts = Set.copyOf(districts);
        sections = Set.copyOf(sections);
        indicators = Set.copyOf(indicators);
        units = Set.copyOf(units);
        concepts = Set.copyOf(concepts);
        statuses = Set.copyOf(statuses);
    }

    boolean wants(DistrictCode district) {
        return districts.isEmpty() || districts.contains(district);
    }

    boolean wants(Agreement agreement, Indicator indicator) {
        return (sections.isEmpty() || sections.contains(agreement.sectionOf(indicator.id())))
                && (indicators.isEmpty() || indicators.contains(indicator.id()))
                && (units.isEmpty() || units.stream().anyMatch(indicator::isAnsweredBy))
                && (concepts.isEmpty() || concepts.contains(indicator.concept()));
    }

    /** Whether a section is wanted as a whole, and not only some of its indicators. */
    boolean wantsWhole(SectionId section) {
        return (sections.isEmpty() || sections.contains(section)) && isWithoutParts();
    }

    /** Whether everything is wanted, so that totals over all sections belong to it. */
    boolean wantsTotals() {
        return sections.isEmpty() && isWithoutParts();
    }

    boolean wantsStatus(String status) {
        return statuses.isEmpty() || statuses.contains(status);
    }

    private boolean isWithoutParts() {
        return indicators.isEmpty() && units.isEmpty() && concepts.isEmpty();
    }
}
