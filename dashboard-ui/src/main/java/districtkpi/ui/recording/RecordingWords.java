package districtkpi.ui.recording;

import districtkpi.db.recording.ReviewState;
import districtkpi.db.recording.ReviewStep;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.Measurement;
import districtkpi.importer.ImportReport;
import districtkpi.importer.recording.RecordingRefusedException;
import districtkpi.ui.words.MeasureWords;
import districtkpi.ui.words.Words;
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
        };
    }

    String refusal(RecordingRefusedException refused) {
        return words.of(
                switch (refused.reason()) {
                    case NOT_YOURS -> "record.refused.not-yours";
                    case UNKNOWN -> "record.refused.unknown";
                    case PERSONAL_NUMBER -> "record.refused.personal-number";
                    case TOO_LONG -> "record.refused.too-long";
                    case NOTHING_RECORDED -> "record.refused.nothing-recorded";
                    case NOT_SUBMITTED -> "record.refused.not-submitted";
                    case SIGNED_OFF -> "record.refused.signed-off";
                    case MOVED -> "record.refused.moved";
                    case NO_NOTE -> "record.refused.no-note";
                    case NO_REASON -> "record.refused.no-reason";
                    case NO_LEVEL -> "record.refused.no-level";
                    case WRONG_TYPE -> "record.refused.wrong-type";
                    case TOO_BIG -> "record.refused.too-big";
                    case DAY_IN_FUTURE -> "record.refused.day-in-future";
                    case DAY_BEFORE_ROUND -> "record.refused.day-before-round";
                    case NO_DESCRIPTION -> "record.refused.no-description";
                });
    }

    /**
     * What recording or withdrawing evidence would do to the level of its indicator.
     *
     * @param report absent where it changes no figure
     */
    String effect(Optional<ImportReport> report, DistrictCode district, IndicatorId indicator) {
        if (report.isEmpty()) {
            return words.of("paper.no-effect");
        }
        return report.get().levels().stream()
                .filter(change -> change.district().equals(district))
                .filter(change -> change.indicator().equals(indicator))
                .findFirst()
                .map(change ->
                        words.of(
                                "paper.effect",
                                level(change.levelBefore()),
                                level(change.levelAfter())))
                .orElseGet(() -> words.of("record.refused.moved"));
    }

    private String level(OptionalInt level) {
        return level.isPresent() ? words.number(level.getAsInt()) : words.of("level.no-result");
    }

    /** A figure in one line, with its day and the file row that it is from. */
    String figure(Measure measure, Measurement figure, MeasureWords measures) {
        String value = measures.value(measure, figure.value());
        return words.of(
                "record.figure",
                measures.comparedWith(measure, figure.value())
                        .map(of -> value + " / " + of)
                        .orElse(value),
                words.shortDate(figure.asOf()),
                figure.origin().file(),
                words.line(figure.origin().sheet(), figure.origin().line()));
    }
}
