package districtkpi.scoring.weighting;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import java.util.List;

/** What comes of a draft and an agreement. */
public sealed interface DraftedAgreement {

    /**
     * It can be scored.
     *
     * @param agreement with the draft's weights, thresholds and shares; a level whose threshold
     *     differs has a note that says so beside its text, which stays as agreed. Equal to the one
     *     given where nothing differs
     * @param warnings what an agreement should not be like, although it can be scored: thresholds
     *     that do not rise from level to level
     */
    record Scorable(Agreement agreement, List<LocalizedText> warnings) implements DraftedAgreement {
        public Scorable {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * It cannot be scored.
     *
     * @param problems all of them, at least one
     */
    record Unscorable(List<LocalizedText> problems) implements DraftedAgreement {
        public Unscorable {
            problems = List.copyOf(problems);
        }
    }
}
