package districtkpi.domain.agreement;

/** Whether a rule stands in the agreement itself or was assumed where the agreement is silent. */
public enum Basis {
    STATED,
    ASSUMED
}
