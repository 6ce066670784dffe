package districtkpi.importer.agreement;

import java.util.Optional;
import java.util.stream.Stream;

/** A version of the format of agreements. All of them are read; the newest is written. */
enum AgreementFormat {
    /** Sections {@code team} and {@code individual}, whose names are known. */
    ONE,
    /** Sections with ids and names of their own. */
    TWO;

    static final AgreementFormat NEWEST = TWO;

    /** What stands in the field {@code format}: 1, 2 … */
    String version() {
        return String.valueOf(ordinal() + 1);
    }

    static Optional<AgreementFormat> of(String version) {
        return Stream.of(values()).filter(format -> format.version().equals(version)).findFirst();
    }
}
