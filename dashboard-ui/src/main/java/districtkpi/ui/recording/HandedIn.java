package districtkpi.ui.recording;

import districtkpi.db.recording.RecordingField;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongPredicate;

/**
 * What a district handed in of an indicator, beside what counted before and what counts now.
 *
 * @param step how it was handed in; in force
 * @param texts what stood in the fields then; empty where that was not kept yet
 * @param figures all of the district in the round
 */
record HandedIn(
        Scoreboard scoreboard,
        Indicator indicator,
        ReviewStep step,
        Map<RecordingField, String> texts,
        List<Measurement> figures) {

    HandedIn {
        figures = List.copyOf(figures);
        texts = Map.copyOf(texts);
    }

    /**
     * The figure that was handed in: of the import that it made, or where it made none of this
     * measure, the one that counted then.
     */
    Optional<Measurement> figure(Measure measure) {
        long newest = Math.max(step.importId().orElse(0), step.broughtImport().orElse(0));
        return step.broughtImport().isEmpty()
                ? newest(measure, id -> id <= newest)
                : newest(measure, id -> id == step.broughtImport().getAsLong())
                        .or(() -> newest(measure, id -> id <= newest));
    }

    /** The figure that counted before it; absent where handing in brought none, too. */
    Optional<Measurement> before(Measure measure) {
        return step.broughtImport().isEmpty()
                ? Optional.empty()
                : newest(measure, id -> id < step.broughtImport().getAsLong());
    }

    /** The figure that counts in its place; absent where what was handed in counts. */
    Optional<Measurement> instead(Measure measure) {
        return scoreboard
                .measurement(step.district(), indicator.key(measure.id()))
                .filter(counting -> !Optional.of(counting).equals(figure(measure)));
    }

    /**
     * The level before it was handed in, by the agreement of now; absent where there was no result.
     * Handing in that brought no figures changed none.
     */
    OptionalInt levelBefore() {
        if (step.broughtImport().isEmpty()) {
            return scoreboard.level(step.district(), indicator.id());
        }
        Map<MeasureKey, MeasuredValue> values = new HashMap<>(scoreboard.values(step.district()));
        for (Measure measure : indicator.measures()) {
            values.remove(indicator.key(measure.id()));
            before(measure)
                    .ifPresent(figure -> values.put(indicator.key(measure.id()), figure.value()));
        }
        return Scoreboard.rank(
                        scoreboard.agreement(),
                        scoreboard.district(step.district()).stream().toList(),
                        Map.of(step.district(), values),
                        scoreboard.overrides().stream()
                                .filter(set -> set.at().isBefore(step.happenedAt()))
                                .toList())
                .row(step.district())
                .map(row -> row.scorecard().line(indicator.id()).score().countingLevel())
                .orElse(OptionalInt.empty());
    }

    /** What was remarked; empty if nothing was. */
    String note() {
        String typed = texts.getOrDefault(RecordingField.note(indicator.id()), "").strip();
        return typed.isEmpty()
                ? indicator.measures().stream()
                        .filter(measure -> !measure.evidenceReceipt())
                        .flatMap(measure -> figure(measure).stream())
                        .map(Measurement::note)
                        .filter(note -> !note.isBlank())
                        .findFirst()
                        .orElse("")
                : typed;
    }

    /** As figures count: the newest day that has come, and of one day the later import. */
    private Optional<Measurement> newest(Measure measure, LongPredicate imports) {
        return figures.stream()
                .filter(figure -> figure.measure().equals(indicator.key(measure.id())))
                .filter(figure -> imports.test(figure.origin().importId()))
                .filter(figure -> !figure.asOf().isAfter(scoreboard.asOf()))
                .max(
                        Comparator.comparing(Measurement::asOf)
                                .thenComparing(figure -> figure.origin().importId()));
    }
}
