package districtkpi.ui.map;

/** A file of boundaries cannot be used. */
class BoundaryRefusedException extends RuntimeException {

    /** What is wrong with it. */
    enum Reason {
        /** It is no JSON; the value is what the parser says, the place a line. */
        NOT_JSON,
        /** It is no collection of features; the value is what it is. */
        NO_FEATURES,
        /** A feature of a district has no area; the value is what it has. */
        NO_AREA,
        /** A point is not in degrees, or not near Thailand; the value is the point. */
        ELSEWHERE,
        /** A district has two shapes; the value is its code. */
        TWICE,
        /** Districts have none; the value is their codes. */
        MISSING
    }

    private final Reason reason;
    private final String value;
    private final int place;

    /**
     * @param place the number of the feature, or of the line, from 1; 0 where it is about the whole
     *     file
     */
    BoundaryRefusedException(Reason reason, String value, int place) {
        super(reason + " at " + place + ": " + value);
        this.reason = reason;
        this.value = value;
        this.place = place;
    }

    Reason reason() {
        return reason;
    }

    String value() {
        return value;
    }

    int place() {
        return place;
    }
}
