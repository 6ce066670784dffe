package districtkpi.domain.agreement;

import districtkpi.domain.LocalizedText;
import java.util.Locale;

/** One of the two sets of indicators, whose weights total 100 each. */
public enum Section {
    TEAM(new LocalizedText("รายทีม", "Team")),
    INDIVIDUAL(new LocalizedText("รายบุคคล", "Individual"));

    private final LocalizedText label;

    Section(LocalizedText label) {
        this.label = label;
    }

    public LocalizedText label() {
        return label;
    }

    /** The form used in files and the API: {@code team} or {@code individual}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what {@link #key()} writes.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Section parse(String key) {
        for (Section section : values()) {
            if (section.key().equals(key)) {
                return section;
            }
        }
        throw new IllegalArgumentException("A section is team or individual: " + key);
    }
}
