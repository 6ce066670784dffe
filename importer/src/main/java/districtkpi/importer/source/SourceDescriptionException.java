package districtkpi.importer.source;

import districtkpi.domain.LocalizedText;
import java.util.List;
import java.util.stream.Collectors;

/** A description that cannot be used, with everything that is wrong with it. */
public final class SourceDescriptionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<LocalizedText> faults;

    SourceDescriptionException(List<LocalizedText> faults) {
        super(
                faults.stream()
                        .map(fault -> fault.th() + " / " + fault.en())
                        .collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** Each with its line, such as {@code line 12, columns[3].type: …}. */
    public List<LocalizedText> faults() {
        return faults;
    }
}
