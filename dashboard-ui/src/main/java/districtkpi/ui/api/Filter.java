package districtkpi.ui.api;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.ConceptId;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Section;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a request wants of a table; an empty set wants everything. What none of the asked rounds has
 * is refused: an empty table would say that there is nothing to see.
 */
record Filter(
        Set<DistrictCode> districts,
        Set<Section> sections,
        Set<IndicatorId> indicators,
        Set<UnitId> units,
        Set<ConceptId> concepts,
        Set<String> statuses) {

    /** What restricts a table to some of its indicators. */
    static final Set<Query> PARTS =
            Set.of(Query.SECTION, Query.INDICATOR, Query.UNIT, Query.CONCEPT);

    /** What restricts a table to some of its districts. */
    static final Set<Query> DISTRICT = Set.of(Query.DISTRICT);

    /** What restricts a table to some of its districts and indicators. */
    static final Set<Query> DISTRICT_AND_PARTS =
            Set.of(Query.DISTRICT, Query.SECTION, Query.INDICATOR, Query.UNIT, Query.CONCEPT);

    private static final Set<String> STATUSES =
            Set.of("SCORED", "INCOMPLETE", "NO_RESULT", "NOT_APPLICABLE");

    /**
     * @param known the filters that the table takes
     * @throws ProblemException if a value cannot be read, or no round has it
     */
    static Filter of(Parameters parameters, Set<Query> known, List<Scoreboard> boards) {
        return new Filter(
                known.contains(Query.DISTRICT) ? districts(parameters, boards) : Set.of(),
                read(parameters, Query.SECTION, known, Section::parse, Stream.of(Section.values())),
                read(
                        parameters,
                        Query.INDICATOR,
                        known,
                        IndicatorId::of,
                        indicators(boards).map(Indicator::id)),
                read(
                        parameters,
                        Query.UNIT,
                        known,
                        UnitId::of,
                        boards.stream()
                                .flatMap(board -> board.stored().agreement().units().stream())
                                .map(unit -> unit.id())),
                read(
                        parameters,
                        Query.CONCEPT,
                        known,
                        ConceptId::of,
                        indicators(boards).map(Indicator::concept)),
                read(parameters, Query.STATUS, known, Function.identity(), STATUSES.stream()));
    }

    private static Set<DistrictCode> districts(Parameters parameters, List<Scoreboard> boards) {
        Set<DistrictCode> asked =
                parameters.all(Query.DISTRICT, DistrictCode::of, RequestedRound.DISTRICT_FORM);
        for (DistrictCode code : asked) {
            if (boards.stream().allMatch(board -> board.district(code).isEmpty())) {
                throw new ProblemException(
                        Problem.unknownDistrict(
                                code.value(),
                                boards.stream()
                                        .map(board -> board.stored().agreement().round().toString())
                                        .collect(Collectors.joining(", "))));
            }
        }
        return asked;
    }

    private static Stream<Indicator> indicators(List<Scoreboard> boards) {
        return boards.stream().flatMap(board -> board.stored().agreement().indicators());
    }

    private static <T> Set<T> read(
            Parameters parameters,
            Query query,
            Set<Query> known,
            Function<String, T> reader,
            Stream<T> existing) {
        if (!known.contains(query)) {
            return Set.of();
        }
        Set<T> there = existing.collect(Collectors.toUnmodifiableSet());
        String list =
                there.stream()
                        .map(one -> one instanceof Section section ? section.key() : one.toString())
                        .sorted()
                        .collect(Collectors.joining(", "));
        return parameters.all(
                query,
                text -> {
                    T value = reader.apply(text);
                    if (!there.contains(value)) {
                        throw new IllegalArgumentException("Not there: " + value);
                    }
                    return value;
                },
                new LocalizedText(
                        "ไม่มีในรอบที่เลือก มี " + list, "not there; there are " + list + "."));
    }

    boolean wants(DistrictCode district) {
        return districts.isEmpty() || districts.contains(district);
    }

    boolean wants(Agreement agreement, Indicator indicator) {
        return (sections.isEmpty() || sections.contains(agreement.sectionOf(indicator.id())))
                && (indicators.isEmpty() || indicators.contains(indicator.id()))
                && (units.isEmpty() || units.contains(indicator.unit()))
                && (concepts.isEmpty() || concepts.contains(indicator.concept()));
    }

    /** Whether a section is wanted as a whole, and not only some of its indicators. */
    boolean wantsWhole(Section section) {
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
