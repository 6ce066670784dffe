package districtkpi.ui.recording;

import districtkpi.db.recording.RecordingField;
import districtkpi.db.recording.ReviewState;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.recording.ReviewStep.Undone;
import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureKind;
import districtkpi.domain.agreement.MeasureUnit;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.ImportEffect.LevelChange;
import districtkpi.importer.ImportReport;
import districtkpi.importer.Issue;
import districtkpi.office.words.MeasureWords;
import districtkpi.office.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the review says of itself. */
public record RecordingWords(Words words) {

    String state(ReviewState state) {
        return words.of(
                switch (state) {
                    case NOT_SUBMITTED -> "review.state.not-submitted";
                    case WAITING -> "review.state.waiting";
                    case REVIEWED -> "review.state.reviewed";
                    case SENT_BACK -> "review.state.sent-back";
                });
    }

    /** Who did what when, and why. */
    public String step(ReviewStep step) {
        String by = step.by().isEmpty() ? "–" : step.by();
        String at = words.dateTime(step.happenedAt());
        return switch (step.action()) {
            case SUBMITTED -> words.of("review.step.submitted", at, by);
            case ACCEPTED -> words.of("review.step.accepted", at, by);
            case SENT_BACK -> words.of("review.step.sent-back", at, by, step.note());
            case TAKEN_BACK ->
                    step.note().isEmpty()
                            ? words.of("review.step.taken-back", at, by)
                            : words.of("review.step.taken-back-because", at, by, step.note());
        };
    }

    /** The same in the history, where what is not in force any more says so. */
    String history(ReviewStep step) {
        String text = step(step);
        if (step.takenBackAt().isPresent()) {
            return words.of("review.step.was-taken-back", text);
        }
        return step.undone()
                .map(undone -> words.of("review.step.was-undone", text, undone(undone)))
                .orElse(text);
    }

    /** Who undid the import of what was handed in, when, and why. */
    String undone(Undone undone) {
        String by = undone.by().isEmpty() ? "–" : undone.by();
        String at = words.dateTime(undone.at());
        return undone.reason().isEmpty()
                ? words.of("review.undone", at, by)
                : words.of("review.undone-because", at, by, undone.reason());
    }

    /** What a field of the form is called there. */
    String label(Indicator indicator, RecordingField field) {
        return switch (field.kind()) {
            case VALUE -> withUnit(measure(indicator, field).name(), measure(indicator, field));
            case OF ->
                    withUnit(
                            measure(indicator, field)
                                    .comparedWith()
                                    .orElse(measure(indicator, field).name()),
                            measure(indicator, field));
            case AS_OF -> words.of("record.as-of");
            case NOTE -> words.of("record.note");
        };
    }

    private static Measure measure(Indicator indicator, RecordingField field) {
        return field.measure().flatMap(indicator::measure).orElseThrow();
    }

    private String withUnit(LocalizedText name, Measure measure) {
        return words.of(name)
                + measure.countedIn()
                        .map(MeasureUnit::name)
                        .map(unit -> " (" + words.of(unit) + ")")
                        .orElse("");
    }

    /**
     * What is wrong with what was typed, by the words of the form: the importer's own are those of
     * a file.
     *
     * @param issue whose column is the key of a field
     */
    String issue(Issue issue, Indicator indicator) {
        Optional<RecordingField> field = field(issue, indicator.id());
        if (field.isEmpty()) {
            return words.of(issue.message());
        }
        String label = label(indicator, field.get());
        String value = issue.value();
        return switch (issue.code()) {
            case "CELL_EMPTY" -> words.of("record.issue.empty", label);
            case "OF_MISSING" -> words.of("record.issue.of-missing", label);
            case "OF_ZERO" -> words.of("record.issue.of-zero", label);
            case "OF_NOT_ALLOWED" -> words.of("record.issue.of-not-allowed", label, value);
            case "NOTE_MISSING" -> words.of("record.issue.note-missing", label);
            case "NOT_A_WHOLE_NUMBER" -> words.of("record.issue.not-whole", label, value);
            case "WRONG_KIND" ->
                    words.of(
                            "record.issue.wrong-kind",
                            label,
                            value,
                            words.of(taken(measure(indicator, field.get()).kind())));
            default -> words.of("record.issue", label, words.of(issue.message()));
        };
    }

    private static String taken(MeasureKind kind) {
        return switch (kind) {
            case SHARE, GROWTH, REDUCTION -> "record.issue.takes.ratio";
            case COUNT -> "record.issue.takes.count";
            case NUMBER -> "record.issue.takes.number";
            case DONE -> "record.issue.takes.done";
            case DATE -> "record.issue.takes.date";
        };
    }

    private static Optional<RecordingField> field(Issue issue, IndicatorId indicator) {
        return issue.line() == 0 || issue.column().isEmpty()
                ? Optional.empty()
                : Optional.of(RecordingField.parse(indicator, issue.column()));
    }

    /** What a step would do to the level of an indicator. */
    String levels(List<LevelChange> levels, DistrictCode district, Indicator indicator) {
        return levels.stream()
                .filter(change -> change.district().equals(district))
                .filter(change -> change.indicator().equals(indicator.id()))
                .findFirst()
                .map(change -> level(indicator, change.levelBefore(), change.levelAfter()))
                .orElseGet(() -> words.of("record.level.none"));
    }

    String level(Indicator indicator, OptionalInt before, OptionalInt after) {
        return before.equals(after)
                ? words.of("record.level.stays", level(indicator, before))
                : words.of("record.level.moves", level(indicator, before), level(indicator, after));
    }

    /**
     * What recording or withdrawing evidence would do to the level of its indicator.
     *
     * @param report absent where it changes no figure
     */
    String effect(Optional<ImportReport> report, DistrictCode district, Indicator indicator) {
        if (report.isEmpty()) {
            return words.of("paper.no-effect");
        }
        return report.get().levels().stream()
                .filter(change -> change.district().equals(district))
                .filter(change -> change.indicator().equals(indicator.id()))
                .findFirst()
                .map(change ->
                        words.of(
                                "paper.effect",
                                level(indicator, change.levelBefore()),
                                level(indicator, change.levelAfter())))
                .orElseGet(() -> words.of("refused.indicator-moved"));
    }

    String level(Indicator indicator, OptionalInt level) {
        return level.isPresent()
                ? words.level(indicator, level.getAsInt())
                : words.of("level.no-result");
    }

    /** A figure in one line, with its day and the file row that it is from. */
    String figure(Measure measure, Measurement figure, MeasureWords measures) {
        return words.of(
                "record.figure",
                value(measure, figure.value(), measures),
                words.shortDate(figure.asOf()),
                figure.origin().file(),
                words.line(figure.origin().sheet(), figure.origin().line()));
    }

    /** A value, what it is compared with, and the percentage that this is. */
    static String value(Measure measure, MeasuredValue value, MeasureWords measures) {
        String alone = measures.value(measure, value);
        return measures.comparedWith(measure, value)
                .map(of ->
                        alone
                                + " / "
                                + of
                                + measures.percent(measure, value)
                                        .map(percent -> " = " + percent)
                                        .orElse(""))
                .orElse(alone);
    }
}
