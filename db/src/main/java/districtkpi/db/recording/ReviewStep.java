package districtkpi.db.recording;

import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * A step in the review of an indicator of a district. The newest one in force says how it stands.
 *
 * @param id ascending
 * @param by the name of the account; empty where the program did it
 * @param note why it was sent back or taken back, or a remark; may be empty
 * @param importId the newest import that any figure of the indicator was from at that time
 * @param broughtImport the import that handing in made; absent for other steps, and where there was
 *     nothing to take in
 * @param takenBackAt when the step was taken back, if it was
 * @param undone that the import of what was handed in was undone: then neither handing it in nor
 *     its review is in force
 */
public record ReviewStep(
        long id,
        DistrictCode district,
        IndicatorId indicator,
        ReviewAction action,
        Instant happenedAt,
        String by,
        String note,
        OptionalLong importId,
        OptionalLong broughtImport,
        Optional<Instant> takenBackAt,
        Optional<Undone> undone) {

    private record Reviewed(DistrictCode district, IndicatorId indicator) {}

    /**
     * That an import was undone.
     *
     * @param by the name of the account; empty where there was none
     * @param reason may be empty
     */
    public record Undone(Instant at, String by, String reason) {}

    /** Whether it says anything on how the indicator stands now. */
    public boolean inForce() {
        return action != ReviewAction.TAKEN_BACK && takenBackAt.isEmpty() && undone.isEmpty();
    }

    /** Whether it did so at a time. */
    public boolean wasInForce(Instant at) {
        return action != ReviewAction.TAKEN_BACK
                && !happenedAt.isAfter(at)
                && takenBackAt.filter(end -> !end.isAfter(at)).isEmpty()
                && undone.filter(undo -> !undo.at().isAfter(at)).isEmpty();
    }

    /**
     * Of each indicator of each district the newest step in force, which says how it stands.
     *
     * @param steps the oldest first
     */
    public static Collection<ReviewStep> newest(List<ReviewStep> steps) {
        return newest(steps, ReviewStep::inForce);
    }

    /** Like {@link #newest(List)}, as it was at a time. */
    public static Collection<ReviewStep> newest(List<ReviewStep> steps, Instant at) {
        return newest(steps, step -> step.wasInForce(at));
    }

    private static Collection<ReviewStep> newest(
            List<ReviewStep> steps, Predicate<ReviewStep> asked) {
        Map<Reviewed, ReviewStep> newest = new LinkedHashMap<>();
        steps.stream()
                .filter(asked)
                .forEach(step -> newest.put(new Reviewed(step.district(), step.indicator()), step));
        return newest.values();
    }
}
