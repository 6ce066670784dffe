package districtkpi.importer.result;

import districtkpi.db.result.ImportRepository;
import districtkpi.db.result.NewMeasurement;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of a file would change: each is compared with the figure that counts on its day
 * without the file.
 *
 * @param created figures of which nothing was known on their day
 * @param changed figures that differ
 * @param unchanged figures that are the same number, however it is written
 * @param toStore by line; all but those that would repeat what is stored for the same day
 */
public record FigureComparison(
        int created, int changed, int unchanged, List<NewMeasurement> toStore) {

    public FigureComparison {
        toStore = List.copyOf(toStore);
    }

    private record DistrictMeasure(DistrictCode district, MeasureKey measure) {}

    private record RoundDay(RoundId round, LocalDate day) {}

    /** What figures would change, compared with those that are stored. */
    public static FigureComparison of(List<NewMeasurement> figures, ImportRepository imports) {
        Map<RoundDay, List<NewMeasurement>> byDay =
                figures.stream()
                        .collect(
                                Collectors.groupingBy(
                                        figure -> new RoundDay(figure.round(), figure.asOf())));
        int created = 0;
        int changed = 0;
        int unchanged = 0;
        List<NewMeasurement> toStore = new ArrayList<>();
        for (Map.Entry<RoundDay, List<NewMeasurement>> day : byDay.entrySet()) {
            // The figures of one day at a time: those of a nation for every day are many.
            Map<DistrictMeasure, Measurement> counting = counting(imports, day.getKey());
            for (NewMeasurement figure : day.getValue()) {
                Measurement before =
                        counting.get(new DistrictMeasure(figure.district(), figure.measure()));
                if (before == null) {
                    created++;
                } else if (isSame(before.value(), figure.value())) {
                    unchanged++;
                } else {
                    changed++;
                }
                if (!repeats(figure, before)) {
                    toStore.add(figure);
                }
            }
        }
        toStore.sort(Comparator.comparingInt(NewMeasurement::line));
        return new FigureComparison(created, changed, unchanged, toStore);
    }

    private static Map<DistrictMeasure, Measurement> counting(
            ImportRepository imports, RoundDay key) {
        Map<DistrictMeasure, Measurement> counting = new HashMap<>();
        for (Measurement measurement : imports.findCounting(key.round(), key.day())) {
            counting.put(
                    new DistrictMeasure(measurement.district(), measurement.measure()),
                    measurement);
        }
        return counting;
    }

    /** Whether everything that the file says about a figure is stored already, for the same day. */
    private static boolean repeats(NewMeasurement figure, @Nullable Measurement before) {
        return before != null
                && before.asOf().equals(figure.asOf())
                && isSame(before.value(), figure.value())
                && before.source().equals(figure.source())
                && before.note().equals(figure.note());
    }

    private static boolean isSame(MeasuredValue before, MeasuredValue now) {
        return switch (before) {
            case MeasuredValue.Ratio ratio ->
                    now instanceof MeasuredValue.Ratio other
                            && ratio.value().compareTo(other.value()) == 0
                            && ratio.of().compareTo(other.of()) == 0;
            case MeasuredValue.Percentage percentage ->
                    now instanceof MeasuredValue.Percentage other
                            && percentage.percent().compareTo(other.percent()) == 0;
            case MeasuredValue.Count count ->
                    now instanceof MeasuredValue.Count other
                            && count.count().compareTo(other.count()) == 0;
            case MeasuredValue.Done done -> done.equals(now);
            case MeasuredValue.NotDone notDone -> notDone.equals(now);
            case MeasuredValue.Day day -> day.equals(now);
            case MeasuredValue.NotApplicable notApplicable -> notApplicable.equals(now);
        };
    }
}
