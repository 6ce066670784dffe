package districtkpi.scoring.course;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.scoring.ComparedNumber;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What was reported for one measure of one district in one round, day by day.
 *
 * @param lastDay of the round
 * @param figures one for each day that a figure describes, by day; may be empty
 */
public record Course(
        DistrictCode district,
        MeasureKey key,
        Measure measure,
        LocalDate lastDay,
        List<Figure> figures) {

    private static final Comparator<Measurement> BY_ARRIVAL =
            Comparator.comparingLong((Measurement one) -> one.origin().importId())
                    .thenComparingInt(one -> one.origin().line());

    public Course {
        figures = List.copyOf(figures);
    }

    /**
     * The figure that counts for a day.
     *
     * @param measurement for the same day, the one that was imported last
     * @param number the exact percentage, or the count; absent for steps, days and what does not
     *     apply
     */
    public record Figure(Measurement measurement, Optional<BigFraction> number) {

        /** The day that the figure describes. */
        public LocalDate day() {
            return measurement.asOf();
        }
    }

    /**
     * Puts figures in order.
     *
     * @param measurements in any order; those of other districts, measures or rounds are left out,
     *     and so are those of another kind than the agreement asks for (a new version can ask for
     *     another)
     * @throws IllegalArgumentException if the agreement has no such measure
     */
    public static Course of(
            Agreement agreement,
            DistrictCode district,
            MeasureKey key,
            Collection<Measurement> measurements) {
        Measure measure =
                agreement
                        .measure(key)
                        .orElseThrow(() -> new IllegalArgumentException("No measure " + key));
        TreeMap<LocalDate, Measurement> byDay = new TreeMap<>();
        for (Measurement one : measurements) {
            if (one.district().equals(district)
                    && one.measure().equals(key)
                    && one.round().equals(agreement.round())
                    && one.value().isOf(measure.kind())) {
                byDay.merge(
                        one.asOf(),
                        one,
                        (known, other) -> BY_ARRIVAL.compare(known, other) >= 0 ? known : other);
            }
        }
        return new Course(
                district,
                key,
                measure,
                agreement.lastDay(),
                byDay.values().stream()
                        .map(one -> new Figure(one, ComparedNumber.of(measure.kind(), one.value())))
                        .toList());
    }

    /** The figures that are numbers, by day. */
    public List<Figure> numbers() {
        return figures.stream().filter(figure -> figure.number().isPresent()).toList();
    }

    /** The figure of the last day that has one. */
    public Optional<Figure> last() {
        return figures.isEmpty() ? Optional.empty() : Optional.of(figures.getLast());
    }
}
