package districtkpi.scoring.weighting;

import districtkpi.domain.LocalizedText;

/** What comes of bringing the weights of a section, or the shares of the sections, to 100. */
public sealed interface WeightSpread {

    /**
     * They total exactly 100.
     *
     * @param draft without what says no more than the agreement does
     */
    record Spread(Draft draft) implements WeightSpread {}

    /** It cannot be done while what is locked stays as it is. */
    record Impossible(LocalizedText reason) implements WeightSpread {}
}
