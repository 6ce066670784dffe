package districtkpi.importer.source;

import java.util.List;

/** A description that cannot be used, with everything that is wrong with it. */
public final class SourceDescriptionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    SourceDescriptionException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** Each with its line, such as {@code line 12, columns[3].type: …}. */
    public List<String> faults() {
        return faults;
    }
}
