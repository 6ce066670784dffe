package districtkpi.ui.recording;

import districtkpi.db.recording.Draft;
import districtkpi.db.recording.DraftRepository;
import districtkpi.db.recording.Evidence;
import districtkpi.db.recording.EvidenceRepository;
import districtkpi.db.recording.RecordingField;
import districtkpi.db.recording.ReviewRepository;
import districtkpi.db.recording.ReviewStep;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.RoundId;
import districtkpi.domain.place.DistrictCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a district's form shows of what is stored, asked for at once for all indicators. */
class DistrictForm {

    private final RoundId round;
    private final DistrictCode district;
    private final DraftRepository draftRepository;
    private final ReviewRepository reviewRepository;
    private final EvidenceRepository evidenceRepository;
    private final BiConsumer<DistrictForm, IndicatorId> submitted;
    private Map<RecordingField, Draft> drafts = Map.of();
    private List<ReviewStep> steps = List.of();
    private List<Evidence> evidence = List.of();

    /**
     * @param submitted is told of an indicator that was handed in
     */
    DistrictForm(
            RoundId round,
            DistrictCode district,
            DraftRepository draftRepository,
            ReviewRepository reviewRepository,
            EvidenceRepository evidenceRepository,
            BiConsumer<DistrictForm, IndicatorId> submitted) {
        this.round = round;
        this.district = district;
        this.draftRepository = draftRepository;
        this.reviewRepository = reviewRepository;
        this.evidenceRepository = evidenceRepository;
        this.submitted = submitted;
        reload();
        reloadSteps();
        reloadEvidence();
    }

    /** Asks for what is typed once more. */
    final void reload() {
        drafts =
                draftRepository.find(round, district).stream()
                        .collect(Collectors.toMap(Draft::field, Function.identity()));
    }

    private void reloadSteps() {
        steps = reviewRepository.find(round, district);
    }

    /** Asks for the evidence once more. */
    final void reloadEvidence() {
        evidence = evidenceRepository.find(round, district);
    }

    /** Asks for what handing in changed, and tells whoever shows it. */
    void submitted(IndicatorId indicator) {
        reload();
        reloadSteps();
        submitted.accept(this, indicator);
    }

    Optional<Draft> draft(RecordingField field) {
        return Optional.ofNullable(drafts.get(field));
    }

    Standing standing(IndicatorId indicator) {
        return Standing.of(steps, district, indicator);
    }

    List<Evidence> evidence(IndicatorId indicator) {
        return evidence.stream().filter(one -> one.indicator().equals(indicator)).toList();
    }

    EvidenceRepository repository() {
        return evidenceRepository;
    }
}
