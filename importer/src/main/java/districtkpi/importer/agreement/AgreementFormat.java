package districtkpi.importer.agreement;

import java.util.Optional;
import java.util.stream.Stream;

/** A version of the format of agreements. All of them are read; the newest is written. */
enum AgreementFormat {
    /** Sections {@code team} and {@code individual}, whose names are known, and five levels. */
    ONE("1"),
    /**
     * Sections with ids and names of their own, any number of levels with scores of their own,
     * texts in Thai alone, and numbers and days as they are printed.
     */
    TWO("2");

    static final AgreementFormat NEWEST = TWO;

    private final String version;

    AgreementFormat(String version) {
        this.version = version;
    }

    /** What stands in the field {@code format}. */
    String version() {
        return version;
    }

    /** Whether every text has an English reading. */
    boolean needsEnglish() {
        return this == ONE;
    }

    /**
     * Whether numbers and days may stand as agreements print them: in Thai digits, with commas
     * between thousands, in years of the Buddhist era.
     */
    boolean readsPrintedNumbers() {
        return this == TWO;
    }

    static Optional<AgreementFormat> of(String version) {
        return Stream.of(values()).filter(format -> format.version().equals(version)).findFirst();
    }
}
