package districtkpi.domain.agreement;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.place.DistrictCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed for one round: the rules by which its results are scored.
 *
 * @param provinceCode two digits, such as {@code 43}
 * @param firstDay of the round, inclusive
 * @param lastDay of the round, inclusive
 * @param submissionDay the last day on which copies are to be handed in, where there is one
 * @param demonstration true for an agreement made up to show the program
 * @param parties who agrees with whom, the higher first
 * @param belowLevelOne of all indicators that have no rule of their own
 * @param ratings words for combined totals, the highest first and the last one from 0 on; none
 *     where the agreement has no such words
 * @param sections one or more, in the order of the agreement
 */
public record Agreement(
        RoundId round,
        String provinceCode,
        LocalizedText title,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable LocalDate submissionDay,
        boolean demonstration,
        List<LocalizedText> parties,
        List<ResponsibleUnit> units,
        Rule<BelowLevelOne> belowLevelOne,
        List<Rating> ratings,
        List<SectionTerms> sections,
        List<Note> notes) {

    public Agreement {
        parties = List.copyOf(parties);
        units = List.copyOf(units);
        ratings = List.copyOf(ratings);
        sections = List.copyOf(sections);
        notes = List.copyOf(notes);
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("Round " + round + " ends before it starts");
        }
        if (!Rating.coverAllTotals(ratings)) {
            throw new IllegalArgumentException("Ratings fall from one to the next, down to 0");
        }
    }

    public Optional<LocalDate> submission() {
        return Optional.ofNullable(submissionDay);
    }

    /** By when copies are to be handed in, where that was agreed. */
    public Optional<Deadline> submissionDeadline() {
        return submission().map(Deadline::new);
    }

    /** The districts for which something was agreed otherwise, by code; none for most. */
    public SortedSet<DistrictCode> districtsWithTerms() {
        return indicators()
                .flatMap(indicator -> indicator.districts().stream())
                .map(DistrictTerms::district)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The agreement as it holds for a district: with the thresholds, days and weights that were
     * agreed for it. The same object where nothing differs.
     */
    public Agreement in(DistrictCode district) {
        List<SectionTerms> own = sections.stream().map(terms -> terms.in(district)).toList();
        return own.equals(sections) ? this : withSections(own);
    }

    /**
     * The agreement as it holds on a day: with the targets that were agreed for that day, where
     * they grow within the round. The same object where they do not.
     */
    public Agreement on(LocalDate day) {
        return indicators().allMatch(indicator -> indicator.stages().isEmpty())
                ? this
                : withSections(sections.stream().map(terms -> terms.on(day)).toList());
    }

    private Agreement withSections(List<SectionTerms> others) {
        return new Agreement(
                round,
                provinceCode,
                title,
                firstDay,
                lastDay,
                submissionDay,
                demonstration,
                parties,
                units,
                belowLevelOne,
                ratings,
                others,
                notes);
    }

    /** All indicators in the order of the agreement. */
    public Stream<Indicator> indicators() {
        return sections.stream().flatMap(terms -> terms.indicators().stream());
    }

    public Optional<Indicator> indicator(IndicatorId id) {
        return indicators().filter(indicator -> indicator.id().equals(id)).findFirst();
    }

    /** A measure that a condition can name, recorded or computed. */
    public Optional<Measure> measure(MeasureKey key) {
        return indicator(key.indicator()).flatMap(indicator -> indicator.measure(key.measure()));
    }

    /** A measure that somebody reports. */
    public Optional<Measure> recordedMeasure(MeasureKey key) {
        return indicator(key.indicator())
                .flatMap(indicator -> indicator.recordedMeasure(key.measure()));
    }

    /**
     * The section of an indicator.
     *
     * @throws IllegalArgumentException if the agreement has no such indicator
     */
    public SectionId sectionOf(IndicatorId id) {
        return sections.stream()
                .filter(terms -> terms.indicators().stream().anyMatch(i -> i.id().equals(id)))
                .map(SectionTerms::section)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No indicator " + id));
    }

    public Optional<SectionTerms> section(SectionId id) {
        return sections.stream().filter(terms -> terms.section().equals(id)).findFirst();
    }

    /** The name of a section; its id where the agreement has no such section. */
    public LocalizedText sectionName(SectionId id) {
        return section(id)
                .map(SectionTerms::name)
                .orElseGet(() -> new LocalizedText(id.value(), id.value()));
    }

    /**
     * The responsible unit with an id that an indicator names.
     *
     * @throws IllegalArgumentException if the agreement has no such unit
     */
    public ResponsibleUnit unit(UnitId id) {
        return units.stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No responsible unit " + id));
    }

    /** The responsible units of an indicator, the leading one first. */
    public List<ResponsibleUnit> units(Indicator indicator) {
        return indicator.units().stream().map(this::unit).toList();
    }

    /** What a result of an indicator is worth that reaches none of its levels. */
    public BelowLevelOne belowLevelOne(Indicator indicator) {
        return indicator.ownBelowLevelOne().orElse(belowLevelOne).value();
    }

    /**
     * What a level of an indicator is worth, on the scale of its levels.
     *
     * @param level 0 (no level reached) to the top level of the indicator
     */
    public BigDecimal score(Indicator indicator, int level) {
        return level == 0 ? belowLevelOne(indicator).score() : indicator.level(level).score();
    }

    /**
     * The lowest level that a result of an indicator can have: 1 where what reaches no level is
     * worth as much as level 1, and 0 elsewhere.
     */
    public int lowestLevel(Indicator indicator) {
        return belowLevelOne(indicator).score().compareTo(indicator.level(1).score()) < 0 ? 0 : 1;
    }

    /** Whether the weights of all sections are percentages. */
    public boolean isOutOfHundred() {
        return sections.stream().allMatch(SectionTerms::isOutOfHundred);
    }

    /** Whether all indicators have the same number of levels, worth the same. */
    public boolean hasOneScale() {
        return indicators()
                .findFirst()
                .filter(first -> indicators().allMatch(first::hasScaleOf))
                .isPresent();
    }

    /** The most levels that one of its indicators has. */
    public int maxLevels() {
        return indicators().mapToInt(Indicator::topLevel).max().orElse(0);
    }
}
