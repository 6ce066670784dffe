package districtkpi.ui.shell;

/** To what of a round a screen can be narrowed. */
public enum Scope {
    /** The screen always shows all of the round. */
    ROUND,
    /** The figures up to a day. */
    DAY,
    /** The figures up to a day, of a section or a responsible unit. */
    PART;

    boolean hasDay() {
        return this != ROUND;
    }

    boolean hasPart() {
        return this == PART;
    }
}
