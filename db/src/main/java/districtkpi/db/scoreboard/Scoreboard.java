package districtkpi.db.scoreboard;

import districtkpi.db.agreement.StoredAgreement;
import districtkpi.db.result.NewMeasurement;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.publication.Publication;
import districtkpi.domain.result.LevelOverride;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A round as of a day: its agreement, its districts, the figures that count, and the ranking.
 *
 * @param asOf the day asked for; later figures do not count
 * @param districts of the agreement's province, valid on the round's last day, by code
 * @param measurements the figures that count, of each district; only such as the agreement asks
 *     for, in the kind that it asks for
 * @param overrides the levels that somebody set, in force whatever day is asked for: they are about
 *     the round's result, not about a day
 * @param publication the revision that this is; absent for the figures as they are now
 */
public record Scoreboard(
        StoredAgreement stored,
        LocalDate asOf,
        List<District> districts,
        Map<DistrictCode, Map<MeasureKey, Measurement>> measurements,
        List<LevelOverride> overrides,
        Ranking ranking,
        Optional<Publication> publication) {

    public Scoreboard {
        districts = List.copyOf(districts);
        overrides = List.copyOf(overrides);
        Map<DistrictCode, Map<MeasureKey, Measurement>> copy = new TreeMap<>();
        measurements.forEach((code, figures) -> copy.put(code, ordered(figures)));
        measurements = Collections.unmodifiableMap(copy);
    }

    /**
     * Scores and ranks.
     *
     * @param counting the figures that count on the day, one for each measure of each district;
     *     those of other districts or measures are left out, and so are those of another kind than
     *     the agreement asks for (a new version can ask for another)
     * @param overrides the levels that somebody set; those of other districts are left out
     * @throws IllegalArgumentException if a measure of a district comes twice
     */
    public static Scoreboard of(
            StoredAgreement stored,
            LocalDate asOf,
            List<District> districts,
            List<Measurement> counting,
            List<LevelOverride> overrides) {
        Agreement agreement = stored.agreement();
        Map<DistrictCode, Map<MeasureKey, Measurement>> figures = new HashMap<>();
        districts.forEach(district -> figures.put(district.code(), new HashMap<>()));
        for (Measurement figure : counting) {
            Map<MeasureKey, Measurement> ofDistrict = figures.get(figure.district());
            if (ofDistrict != null
                    && isAskedFor(agreement, figure.measure(), figure.value())
                    && ofDistrict.put(figure.measure(), figure) != null) {
                throw new IllegalArgumentException(
                        "Twice: " + figure.district() + " " + figure.measure());
            }
        }
        List<LevelOverride> ofDistricts =
                overrides.stream()
                        .filter(override -> figures.containsKey(override.district()))
                        .toList();
        return new Scoreboard(
                stored,
                asOf,
                districts,
                figures,
                ofDistricts,
                rank(agreement.on(asOf), districts, values(figures), ofDistricts),
                Optional.empty());
    }

    /**
     * One district alone, without its rank and without the others: nothing of them can be told from
     * it.
     */
    public Scoreboard only(DistrictCode code) {
        return new Scoreboard(
                stored,
                asOf,
                districts.stream().filter(district -> district.code().equals(code)).toList(),
                measurements.containsKey(code)
                        ? Map.of(code, measurements.getOrDefault(code, Map.of()))
                        : Map.of(),
                overrides.stream().filter(override -> override.district().equals(code)).toList(),
                ranking.only(code),
                publication);
    }

    /**
     * The agreement as it holds on the day. What was agreed as a whole, with the targets of other
     * days, is that of {@link #stored}.
     */
    public Agreement agreement() {
        return ranking.agreement();
    }

    /** The imports that the figures of a district came from. */
    public Set<Long> imports(DistrictCode code) {
        return measurements.getOrDefault(code, Map.of()).values().stream()
                .map(figure -> figure.origin().importId())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same as a revision. */
    public Scoreboard as(Publication revision) {
        return new Scoreboard(
                stored, asOf, districts, measurements, overrides, ranking, Optional.of(revision));
    }

    /**
     * Scores and ranks districts by an agreement, whether it is stored or not.
     *
     * @param values what is known of each district; what the agreement does not ask for, or asks
     *     for in another kind, is left out
     * @param overrides the levels that somebody set
     */
    public static Ranking rank(
            Agreement agreement,
            List<District> districts,
            Map<DistrictCode, Map<MeasureKey, MeasuredValue>> values,
            List<LevelOverride> overrides) {
        Scorer scorer = new Scorer(agreement).withOverrides(overrides);
        return Ranking.of(
                agreement,
                districts.stream()
                        .map(District::code)
                        .map(code -> {
                            Map<MeasureKey, MeasuredValue> known =
                                    new HashMap<>(values.getOrDefault(code, Map.of()));
                            known.entrySet()
                                    .removeIf(figure ->
                                            !isAskedFor(
                                                    agreement, figure.getKey(), figure.getValue()));
                            return scorer.score(code, known);
                        })
                        .toList());
    }

    /**
     * The ranking as it would be if candidates were stored as one more import: a candidate counts
     * unless its day is after {@link #asOf} or before that of the figure that counts already.
     *
     * @param candidates those of other rounds are left out
     */
    public Ranking rankingWith(Collection<NewMeasurement> candidates) {
        return rank(agreement(), districts, valuesWith(candidates), overrides);
    }

    /**
     * The values that would count if candidates were stored as one more import, as {@link
     * #rankingWith} ranks them.
     *
     * @param candidates those of other rounds are left out
     */
    public Map<DistrictCode, Map<MeasureKey, MeasuredValue>> valuesWith(
            Collection<NewMeasurement> candidates) {
        Map<DistrictCode, Map<MeasureKey, MeasuredValue>> values = values(measurements);
        Map<DistrictCode, Map<MeasureKey, LocalDate>> days = new HashMap<>();
        measurements.forEach((code, figures) -> {
            Map<MeasureKey, LocalDate> ofDistrict = new HashMap<>();
            figures.forEach((key, figure) -> ofDistrict.put(key, figure.asOf()));
            days.put(code, ofDistrict);
        });
        for (NewMeasurement candidate : candidates) {
            if (!candidate.round().equals(stored.agreement().round())
                    || candidate.asOf().isAfter(asOf)) {
                continue;
            }
            LocalDate newest =
                    days.computeIfAbsent(candidate.district(), _ -> new HashMap<>())
                            .merge(
                                    candidate.measure(),
                                    candidate.asOf(),
                                    (known, day) -> day.isBefore(known) ? known : day);
            if (newest.equals(candidate.asOf())) {
                values.computeIfAbsent(candidate.district(), _ -> new HashMap<>())
                        .put(candidate.measure(), candidate.value());
            }
        }
        return values;
    }

    /** The ranking as it would be if another version of the agreement were in force. */
    public Ranking rankingUnder(Agreement agreement) {
        return rank(agreement.on(asOf), districts, values(measurements), overrides);
    }

    /** True if the agreement or any figure that counts was made up to show the program. */
    public boolean demonstration() {
        return stored.agreement().demonstration()
                || measurements.values().stream()
                        .flatMap(figures -> figures.values().stream())
                        .anyMatch(figure -> figure.origin().demonstration());
    }

    /** The values of the figures that count, of each district. */
    public Map<DistrictCode, Map<MeasureKey, MeasuredValue>> values() {
        return values(measurements);
    }

    /** The values of the figures that count of one district; none for one without figures. */
    public Map<MeasureKey, MeasuredValue> values(DistrictCode district) {
        return values(measurements.getOrDefault(district, Map.of()).values());
    }

    public Optional<District> district(DistrictCode code) {
        return districts.stream().filter(district -> district.code().equals(code)).findFirst();
    }

    public Optional<Measurement> measurement(DistrictCode district, MeasureKey measure) {
        return Optional.ofNullable(measurements.getOrDefault(district, Map.of()).get(measure));
    }

    /**
     * The newest import that brought a figure of an indicator in; absent where none of its figures
     * is there.
     */
    public OptionalLong newestImport(DistrictCode district, Indicator indicator) {
        return indicator.measures().stream()
                .flatMap(measure -> measurement(district, indicator.key(measure.id())).stream())
                .mapToLong(figure -> figure.origin().importId())
                .max();
    }

    /** As {@link IndicatorScore#countingLevel}; absent for a district without a row, too. */
    public OptionalInt level(DistrictCode district, IndicatorId indicator) {
        return ranking.row(district)
                .map(row -> row.scorecard().line(indicator).score().countingLevel())
                .orElse(OptionalInt.empty());
    }

    private static boolean isAskedFor(Agreement agreement, MeasureKey key, MeasuredValue value) {
        return agreement
                .recordedMeasure(key)
                .filter(measure -> value.isOf(measure.kind()))
                .isPresent();
    }

    private static Map<DistrictCode, Map<MeasureKey, MeasuredValue>> values(
            Map<DistrictCode, Map<MeasureKey, Measurement>> figures) {
        Map<DistrictCode, Map<MeasureKey, MeasuredValue>> values = new HashMap<>();
        figures.forEach((code, ofDistrict) -> values.put(code, values(ofDistrict.values())));
        return values;
    }

    private static Map<MeasureKey, MeasuredValue> values(Collection<Measurement> figures) {
        Map<MeasureKey, MeasuredValue> values = new HashMap<>();
        figures.forEach(figure -> values.put(figure.measure(), figure.value()));
        return values;
    }

    private static <K extends Comparable<K>, V> Map<K, V> ordered(Map<K, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
