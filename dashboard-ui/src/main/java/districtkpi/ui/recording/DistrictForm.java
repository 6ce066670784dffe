package districtkpi.ui.recording;

import districtkpi.db.recording.Draft;
import districtkpi.db.recording.DraftRepository;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceRepository;
import districtkpi.db.recording.RecordingField;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewStep;
import districtkpi.db.result.MeasurementRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a district's form shows of what is stored, asked for at once for all indicators. */
class DistrictForm {

    private final RoundId round;
    private final DistrictCode district;
    private final Stored stored;
    private final Handler handler;
    private Map<RecordingField, Draft> drafts = Map.of();
    private List<ReviewStep> steps = List.of();
    private Map<Long, Map<RecordingField, String>> texts = Map.of();
    private List<Evidence> evidence = List.of();

    /** Where it asks. */
    record Stored(
            DraftRepository drafts,
            ReviewRepository reviews,
            EvidenceRepository evidence,
            EvidenceFiles files,
            MeasurementRepository measurements) {}

    /** Who shows it. */
    interface Handler {

        /** The round with the figures that count by now. */
        Scoreboard now();

        /**
         * Shows an indicator anew, once it was handed in or that was taken back.
         *
         * @param done what was done
         */
        void renew(DistrictForm form, IndicatorId indicator, String done);
    }

    DistrictForm(RoundId round, DistrictCode district, Stored stored, Handler handler) {
        this.round = round;
        this.district = district;
        this.stored = stored;
        this.handler = handler;
        reload();
        reloadSteps();
        reloadEvidence();
    }

    /** Asks for what is typed once more. */
    final void reload() {
        drafts =
                stored.drafts().find(round, district).stream()
                        .collect(Collectors.toMap(Draft::field, Function.identity()));
    }

    /** Asks for the steps of the review once more. */
    final void reloadSteps() {
        steps = stored.reviews().find(round, district);
        texts = stored.reviews().findTexts(steps);
    }

    /** Asks for the evidence once more. */
    final void reloadEvidence() {
        evidence = stored.evidence().find(round, district);
    }

    /** Asks for what a step changed, and shows it. */
    void renew(IndicatorId indicator, String done) {
        reload();
        reloadSteps();
        handler.renew(this, indicator, done);
    }

    Scoreboard now() {
        return handler.now();
    }

    Optional<Draft> draft(RecordingField field) {
        return Optional.ofNullable(drafts.get(field));
    }

    /** Whether anything is being written of an indicator. */
    boolean isWritten(IndicatorId indicator) {
        return drafts.keySet().stream().anyMatch(field -> field.indicator().equals(indicator));
    }

    /** What stands in a field. */
    String text(RecordingField field) {
        return texts(field.indicator()).getOrDefault(field, "");
    }

    /** What stands in the fields of an indicator. */
    Map<RecordingField, String> texts(IndicatorId indicator) {
        return Draft.texts(indicator, drafts.values(), handedInTexts(indicator));
    }

    /** What stood in the fields when the indicator was handed in last. */
    Map<RecordingField, String> handedInTexts(IndicatorId indicator) {
        return standing(indicator)
                .handedInLast()
                .map(step -> texts.getOrDefault(step.id(), Map.of()))
                .orElse(Map.of());
    }

    ReviewHistory standing(IndicatorId indicator) {
        return ReviewHistory.of(steps, district, indicator);
    }

    /** What is handed in of an indicator; absent where nothing is. */
    Optional<HandedIn> handedIn(Scoreboard scoreboard, Indicator indicator) {
        return standing(indicator.id())
                .handedIn()
                .map(step ->
                        new HandedIn(
                                scoreboard,
                                indicator,
                                step,
                                texts.getOrDefault(step.id(), Map.of()),
                                stored.measurements().findAll(round, district)));
    }

    List<Evidence> evidence(IndicatorId indicator) {
        return evidence.stream().filter(one -> one.indicator().equals(indicator)).toList();
    }

    EvidenceFiles files() {
        return stored.files();
    }
}
