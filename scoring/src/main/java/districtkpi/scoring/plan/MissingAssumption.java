package districtkpi.scoring.plan;

/** What a plan assumes of figures that nobody reported. A view says so beside every plan. */
public enum MissingAssumption {
    /** Nothing: only moves whose gain is known are used. */
    LEFT_OUT,
    /** That to report them brings the lowest level they can give. */
    AT_LOWEST,
    /** That to report them brings the highest level they can give. */
    AT_HIGHEST
}
