package districtkpi.scoring.weighting;

import districtkpi.domain.LocalizedText;

/** What comes of bringing the weights of a section to 100. */
public sealed interface WeightSpread {

    /**
     * The weights of the section total exactly 100.
     *
     * @param draft without what says no more than the agreement does
     */
    record Spread(Draft draft) implements WeightSpread {}

    /** It cannot be done while the locked weights stay as they are. */
    record Impossible(LocalizedText reason) implements WeightSpread {}
}
