package districtkpi.ui.api;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.ConceptId;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.agreement.SectionTerms;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.export.table.Choice;
import districtkpi.export.table.Filter;
import districtkpi.export.table.RoundTable;
import districtkpi.export.table.TableRequest;
import districtkpi.scoring.comparison.Comparison;
import districtkpi.scoring.weighting.DraftedAgreement;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.text.ServerTexts;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what a request chooses of a table. What none of the asked rounds has is refused: an empty
 * table would say that there is nothing to see.
 */
final class TableParameters {

    private static final LocalizedText DISTRICT_FORM = ServerTexts.text("table.district");

    private static final Set<String> STATUSES =
            Set.of("SCORED", "INCOMPLETE", "NO_RESULT", "NOT_APPLICABLE");

    private TableParameters() {}

    /** Everything that the address of a table takes for one round. */
    static Set<Query> of(RoundTable<?> table) {
        Set<Query> all = EnumSet.of(Query.BYTE_ORDER_MARK);
        if (table.span() != RoundTable.Span.NOW) {
            all.addAll(EnumSet.of(Query.AS_OF, Query.REVISION));
        }
        table.single().forEach(choice -> all.add(Query.of(choice)));
        all.addAll(repeatable(table));
        if (table.wide().isPresent()) {
            all.add(Query.FORM);
        }
        return all;
    }

    /** What of it can be given several times. */
    static Set<Query> repeatable(RoundTable<?> table) {
        return table.filters().stream().map(Query::of).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What a request wants of a table.
     *
     * @throws ProblemException if a value cannot be read, or no round has it, or one is missing
     */
    static TableRequest read(Parameters parameters, RoundTable<?> table, List<Scoreboard> boards) {
        Set<Choice> single = table.single();
        Optional<DistrictCode> district =
                single.contains(Choice.DISTRICT)
                        ? district(
                                parameters,
                                table.needed().contains(Choice.DISTRICT),
                                boards.getLast())
                        : Optional.empty();
        Set<Choice> known = EnumSet.noneOf(Choice.class);
        known.addAll(table.filters());
        known.addAll(single);
        return new TableRequest(
                boards,
                filter(parameters, known, table.filters().contains(Choice.DISTRICT), boards),
                district,
                single.contains(Choice.DISTRICTS)
                        ? districts(parameters, boards.getLast())
                        : List.of(),
                single.contains(Choice.MEASURE)
                        ? Optional.of(measure(parameters, boards.getLast()))
                        : Optional.empty(),
                single.contains(Choice.DRAFT)
                        ? Optional.of(drafted(parameters, boards.getLast()))
                        : Optional.empty());
    }

    /** The district that a table is about, which the round has to have. */
    private static Optional<DistrictCode> district(
            Parameters parameters, boolean needed, Scoreboard board) {
        if (!needed && !parameters.has(Query.DISTRICT)) {
            return Optional.empty();
        }
        DistrictCode code = parameters.required(Query.DISTRICT, DistrictCode::of, DISTRICT_FORM);
        if (board.district(code).isEmpty()) {
            throw new ProblemException(
                    Problem.unknownDistrict(
                            code.value(), board.stored().agreement().round().toString()));
        }
        return Optional.of(code);
    }

    /** Districts side by side: at least one, at most five, all of the round. */
    private static List<DistrictCode> districts(Parameters parameters, Scoreboard board) {
        List<DistrictCode> codes =
                parameters
                        .read(
                                Query.DISTRICTS,
                                Parameter.districts(Query.DISTRICTS.wireName()).reader(),
                                ServerTexts.text("table.districts"))
                        .orElse(List.of());
        if (codes.isEmpty() || codes.size() > Comparison.MAX) {
            throw new ProblemException(
                    Problem.wrongParameter(
                            Query.DISTRICTS.wireName(),
                            ServerTexts.text("table.count-of-districts", Comparison.MAX)));
        }
        List<DistrictCode> unknown =
                codes.stream().filter(code -> board.district(code).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    Problem.unknownDistrict(
                            unknown.stream()
                                    .map(DistrictCode::value)
                                    .collect(Collectors.joining(", ")),
                            board.stored().agreement().round().toString()));
        }
        return codes;
    }

    private static MeasureKey measure(Parameters parameters, Scoreboard board) {
        return parameters.required(
                Query.MEASURE,
                text -> known(board, MeasureKey.parse(text)),
                ServerTexts.text("table.measure"));
    }

    private static MeasureKey known(Scoreboard board, MeasureKey key) {
        if (board.stored().agreement().recordedMeasure(key).isEmpty()) {
            throw new IllegalArgumentException("No measure " + key);
        }
        return key;
    }

    private static Agreement drafted(Parameters parameters, Scoreboard board) {
        return switch (DraftController.asked(parameters).applyTo(board.stored().agreement())) {
            case DraftedAgreement.Scorable(var drafted, var _) -> drafted;
            case DraftedAgreement.Unscorable unscorable ->
                    throw DraftController.refusal(unscorable);
        };
    }

    private static Filter filter(
            Parameters parameters, Set<Choice> known, boolean byDistrict, List<Scoreboard> boards) {
        return new Filter(
                byDistrict ? districts(parameters, boards) : Set.of(),
                read(
                        parameters,
                        Choice.SECTION,
                        known,
                        SectionId::of,
                        boards.stream()
                                .flatMap(board -> board.stored().agreement().sections().stream())
                                .map(SectionTerms::section)),
                read(
                        parameters,
                        Choice.INDICATOR,
                        known,
                        IndicatorId::of,
                        indicators(boards).map(Indicator::id)),
                read(
                        parameters,
                        Choice.UNIT,
                        known,
                        UnitId::of,
                        boards.stream()
                                .flatMap(board -> board.stored().agreement().units().stream())
                                .map(unit -> unit.id())),
                read(
                        parameters,
                        Choice.CONCEPT,
                        known,
                        ConceptId::of,
                        indicators(boards).map(Indicator::concept)),
                read(parameters, Choice.STATUS, known, Function.identity(), STATUSES.stream()));
    }

    private static Set<DistrictCode> districts(Parameters parameters, List<Scoreboard> boards) {
        Set<DistrictCode> asked = parameters.all(Query.DISTRICT, DistrictCode::of, DISTRICT_FORM);
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
            Choice choice,
            Set<Choice> known,
            Function<String, T> reader,
            Stream<T> existing) {
        if (!known.contains(choice)) {
            return Set.of();
        }
        Set<T> there = existing.collect(Collectors.toUnmodifiableSet());
        String list =
                there.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        return parameters.all(
                Query.of(choice),
                text -> {
                    T value = reader.apply(text);
                    if (!there.contains(value)) {
                        throw new IllegalArgumentException("Not there: " + value);
                    }
                    return value;
                },
                ServerTexts.text("table.not-there", list));
    }
}
