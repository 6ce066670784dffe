package districtkpi.ui.parts;

import com.vaadin.flow.component.textfield.TextField;
import districtkpi.ui.words.Words;
import java.util.Optional;

/** Takes the reason for a step. One that is too long is refused; a browser would cut it unsaid. */
public final class ReasonField extends TextField {

    private static final int MAX_LENGTH = 500;

    private final String missing;
    private final String tooLong;

    /**
     * @param missing what is said where there is none
     */
    public ReasonField(String id, String label, String missing, Words words) {
        super(label);
        this.missing = missing;
        this.tooLong = words.of("reason.too-long", words.number(MAX_LENGTH));
        setId(id);
        setRequiredIndicatorVisible(true);
        setManualValidation(true);
    }

    /** The reason; absent, with the fault said at the field, where it cannot be taken. */
    public Optional<String> given() {
        String value = getValue();
        boolean blank = value.isBlank();
        if (blank || value.codePointCount(0, value.length()) > MAX_LENGTH) {
            setErrorMessage(blank ? missing : tooLong);
            setInvalid(true);
            focus();
            return Optional.empty();
        }
        setInvalid(false);
        return Optional.of(value);
    }
}
