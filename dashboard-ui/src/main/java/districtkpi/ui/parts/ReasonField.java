package districtkpi.ui.parts;

import com.vaadin.flow.component.textfield.TextField;
import districtkpi.domain.ReasonText;
import districtkpi.office.words.Words;
import java.util.Optional;

/** Takes the reason for a step. One that is too long is refused; a browser would cut it unsaid. */
public final class ReasonField extends TextField {

    private final String missing;
    private final String tooLong;
    private boolean optional;

    /**
     * @param missing what is said where there is none
     */
    public ReasonField(String id, String label, String missing, Words words) {
        super(label);
        this.missing = missing;
        this.tooLong = words.of("reason.too-long", words.number(ReasonText.MAX_LENGTH));
        setId(id);
        setRequiredIndicatorVisible(true);
        setManualValidation(true);
    }

    /** Lets the step be taken without a reason. */
    public ReasonField optional() {
        optional = true;
        setRequiredIndicatorVisible(false);
        return this;
    }

    /** The reason; absent, with the fault said at the field, where it cannot be taken. */
    public Optional<String> given() {
        String value = getValue();
        boolean blank = value.isBlank() && !optional;
        if (blank || ReasonText.isTooLong(value)) {
            setErrorMessage(blank ? missing : tooLong);
            setInvalid(true);
            focus();
            return Optional.empty();
        }
        setInvalid(false);
        return Optional.of(value);
    }
}
