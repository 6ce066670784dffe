package districtkpi.domain.agreement;

/** The value of a rule, and whether the agreement states it or we assumed it. */
public record Rule<T>(T value, Basis basis) {}
