package districtkpi.scoring;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.LevelOverride;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.Scorecard.Line;
import districtkpi.scoring.Scorecard.SectionTotal;
import districtkpi.scoring.Scorecard.Total;
import districtkpi.scoring.SectionRules.ScoredSection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Scores districts by one agreement.
 *
 * <p>Immutable, and safe to share between threads: what can be prepared once for an agreement is.
 * The formulas stand in {@code docs/method/scoring.md}.
 */
public final class Scorer {

    /**
     * Which rules score: the next number with each change by which any score, total or rank can
     * come out otherwise. A publication names the one that it was scored by.
     */
    public static final int VERSION = 1;

    private final Agreement agreement;
    private final List<SectionRules> sections;
    private final Map<DistrictCode, List<SectionRules>> ofDistricts;
    private final SectionParts parts;
    private final Map<DistrictCode, Map<IndicatorId, LevelOverride>> overrides;

    /**
     * Prepares the rules of an agreement.
     *
     * @throws IllegalArgumentException if it cannot be scored: weights of a section, for all or for
     *     one district, or the shares of the sections do not total 100, a condition is on an
     *     unknown measure or does not fit its kind, or levels are to be interpolated that do not
     *     lie on one line
     */
    public Scorer(Agreement agreement) {
        this.agreement = agreement;
        this.sections =
                agreement.sections().stream()
                        .map(terms -> new SectionRules(agreement, terms))
                        .toList();
        this.ofDistricts =
                agreement.districtsWithTerms().stream()
                        .collect(
                                Collectors.toMap(
                                        district -> district,
                                        district ->
                                                sections.stream()
                                                        .map(rules -> rules.in(agreement, district))
                                                        .toList()));
        this.parts = new SectionParts(agreement);
        this.overrides = Map.of();
        BigFraction all = parts.agreed().stream().reduce(BigFraction.ZERO, BigFraction::add);
        if (!all.equals(BigFraction.ONE)) {
            throw new IllegalArgumentException(
                    "Shares of the sections total "
                            + PlainDecimal.of(all.multiply(100))
                            + ", not 100");
        }
    }

    private Scorer(Scorer rules, Map<DistrictCode, Map<IndicatorId, LevelOverride>> overrides) {
        this.agreement = rules.agreement;
        this.sections = rules.sections;
        this.ofDistricts = rules.ofDistricts;
        this.parts = rules.parts;
        this.overrides = overrides;
    }

    public Agreement agreement() {
        return agreement;
    }

    /**
     * The same rules with levels that somebody set, and no others.
     *
     * @param inForce one for an indicator of a district at the most; those of indicators or levels
     *     that the agreement does not have, or without a computed level, change nothing
     * @throws IllegalArgumentException if two are for the same indicator of the same district
     */
    public Scorer withOverrides(Collection<LevelOverride> inForce) {
        Map<DistrictCode, Map<IndicatorId, LevelOverride>> found = new HashMap<>();
        for (LevelOverride override : inForce) {
            if (found.computeIfAbsent(override.district(), _ -> new HashMap<>())
                            .put(override.indicator(), override)
                    != null) {
                throw new IllegalArgumentException(
                        "Twice: " + override.district() + " " + override.indicator());
            }
        }
        return new Scorer(this, found);
    }

    /** The same rules, by which the figures alone count. */
    public Scorer withoutOverrides() {
        return new Scorer(this, Map.of());
    }

    /** Whether somebody set a level for a district. */
    public boolean hasOverrides(DistrictCode district) {
        return overrides.containsKey(district);
    }

    /**
     * Scores one district.
     *
     * @param values what is known; a measure without a value is missing, measures that the
     *     agreement does not know are ignored
     * @throws IllegalArgumentException if a value is not of the kind of its measure
     */
    public Scorecard score(DistrictCode district, Map<MeasureKey, MeasuredValue> values) {
        List<Line> lines = new ArrayList<>();
        List<SectionTotal> totals = new ArrayList<>(sections.size());
        for (SectionRules section : ofDistricts.getOrDefault(district, sections)) {
            ScoredSection scored =
                    section.score(values, overrides.getOrDefault(district, Map.of()));
            lines.addAll(scored.lines());
            totals.add(scored.total());
        }
        return new Scorecard(district, lines, totals, combined(totals));
    }

    /** The sections' totals, each by its part of the combined total. */
    private Total combined(List<SectionTotal> totals) {
        List<BigFraction> partOf = parts.of(totals);
        boolean any = false;
        FractionSum points = new FractionSum();
        FractionSum lowest = new FractionSum();
        FractionSum highest = new FractionSum();
        FractionSum scored = new FractionSum();
        BigDecimal notApplicable = BigDecimal.ZERO;
        for (int i = 0; i < totals.size(); i++) {
            Total total = totals.get(i).total();
            BigFraction part = partOf.get(i);
            if (total.points().isPresent()) {
                any = true;
                points.add(part.multiply(total.points().get()));
            }
            lowest.add(part.multiply(total.possibleMin()));
            highest.add(part.multiply(total.possibleMax()));
            scored.add(part.multiply(total.scoredWeight()));
            notApplicable =
                    notApplicable.add(
                            agreement
                                    .sections()
                                    .get(i)
                                    .share()
                                    .value()
                                    .multiply(total.notApplicableWeight())
                                    .movePointLeft(2));
        }
        return new Total(
                any ? Optional.of(points.total()) : Optional.empty(),
                lowest.total(),
                highest.total(),
                scored.total(),
                notApplicable);
    }
}
