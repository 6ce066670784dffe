package districtkpi.importer.result;

import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.result.NewConfirmation;
import districtkpi.db.result.NewMeasurement;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.ImportEffect.Change;
import districtkpi.importer.ImportEffect.Figure;
import districtkpi.importer.ImportEffect.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of a file would change: each is compared with the figure that counts on its day
 * without the file.
 *
 * @param changes by line
 * @param toStore by line; all but those that would repeat what is stored for the same day
 * @param toConfirm by line; those
 */
record FigureComparison(
        List<Change> changes, List<NewMeasurement> toStore, List<NewConfirmation> toConfirm) {

    /** A row of the wide form has many figures; what comes from it keeps one order. */
    static final Comparator<Change> BY_LINE =
            Comparator.comparing(Change::sheet)
                    .thenComparingInt(Change::line)
                    .thenComparing(Change::round)
                    .thenComparing(Change::district)
                    .thenComparing(Change::measure)
                    .thenComparing(Change::asOf);

    FigureComparison {
        changes = List.copyOf(changes);
        toStore = List.copyOf(toStore);
        toConfirm = List.copyOf(toConfirm);
    }

    private record DistrictMeasure(DistrictCode district, MeasureKey measure) {}

    private record RoundDay(RoundId round, LocalDate day) {}

    /**
     * @param id that the measurement is stored under
     */
    private record Known(long id, Measurement measurement) {}

    static FigureComparison of(List<NewMeasurement> figures, MeasurementRepository measurements) {
        Map<RoundDay, List<NewMeasurement>> byDay =
                figures.stream()
                        .collect(
                                Collectors.groupingBy(
                                        figure -> new RoundDay(figure.round(), figure.asOf())));
        List<Change> changes = new ArrayList<>();
        List<NewMeasurement> toStore = new ArrayList<>();
        List<NewConfirmation> toConfirm = new ArrayList<>();
        for (Map.Entry<RoundDay, List<NewMeasurement>> day : byDay.entrySet()) {
            // The figures of one day at a time: those of a nation for every day are many.
            Map<DistrictMeasure, Known> counting = counting(measurements, day.getKey());
            for (NewMeasurement figure : day.getValue()) {
                Known before =
                        counting.get(new DistrictMeasure(figure.district(), figure.measure()));
                changes.add(change(figure, before == null ? null : before.measurement()));
                if (before != null && repeats(figure, before.measurement())) {
                    toConfirm.add(
                            new NewConfirmation(
                                    before.id(), figure.sheet(), figure.line(), figure.rawText()));
                } else {
                    toStore.add(figure);
                }
            }
        }
        changes.sort(BY_LINE);
        toStore.sort(Comparator.comparingInt(NewMeasurement::line));
        toConfirm.sort(Comparator.comparingInt(NewConfirmation::line));
        return new FigureComparison(changes, toStore, toConfirm);
    }

    private static Change change(NewMeasurement figure, @Nullable Measurement before) {
        Optional<Figure> known = Optional.ofNullable(before).map(Figure::of);
        Figure now =
                new Figure(
                        figure.value(),
                        figure.asOf(),
                        OptionalLong.empty(),
                        figure.sheet(),
                        figure.line());
        return new Change(
                kind(known, Optional.of(now)),
                figure.round(),
                figure.district(),
                figure.measure(),
                figure.asOf(),
                figure.sheet(),
                figure.line(),
                known,
                Optional.of(now));
    }

    /** What became of a figure that counted on a day, or of which nothing was known. */
    static Kind kind(Optional<Figure> before, Optional<Figure> after) {
        if (before.isEmpty()) {
            return after.isEmpty() ? Kind.UNCHANGED : Kind.CREATED;
        }
        return after.map(now ->
                        isSame(before.get().value(), now.value()) ? Kind.UNCHANGED : Kind.CHANGED)
                .orElse(Kind.REMOVED);
    }

    private static Map<DistrictMeasure, Known> counting(
            MeasurementRepository measurements, RoundDay key) {
        Map<DistrictMeasure, Known> counting = new HashMap<>();
        measurements
                .findCountingById(key.round(), key.day())
                .forEach((id, measurement) ->
                        counting.put(
                                new DistrictMeasure(measurement.district(), measurement.measure()),
                                new Known(id, measurement)));
        return counting;
    }

    /** Whether everything that the file says about a figure is stored already, for the same day. */
    private static boolean repeats(NewMeasurement figure, Measurement before) {
        return before.asOf().equals(figure.asOf())
                && isSame(before.value(), figure.value())
                && before.source().equals(figure.source())
                && before.note().equals(figure.note());
    }

    static boolean isSame(MeasuredValue before, MeasuredValue now) {
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
            case MeasuredValue.Quantity number ->
                    now instanceof MeasuredValue.Quantity other
                            && number.number().compareTo(other.number()) == 0;
            case MeasuredValue.Done done -> done.equals(now);
            case MeasuredValue.NotDone notDone -> notDone.equals(now);
            case MeasuredValue.Day day -> day.equals(now);
            case MeasuredValue.NotApplicable notApplicable -> notApplicable.equals(now);
        };
    }
}
