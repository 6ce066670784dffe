package districtkpi.domain.agreement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** With whom an agreement is made; several kinds can have a round in one period. */
public enum AgreementKind {
    /** The officers of the districts: what most rounds are about, and no name says. */
    DISTRICT,
    /** The officers of the province. */
    PROVINCE,
    /** The department. */
    DEPARTMENT;

    /** The form in files, such as {@code province}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of a kind that stands in the id of a round. */
    static Optional<AgreementKind> ofKey(String key) {
        return Arrays.stream(values())
                .filter(kind -> kind != DISTRICT && kind.key().equals(key))
                .findFirst();
    }
}
