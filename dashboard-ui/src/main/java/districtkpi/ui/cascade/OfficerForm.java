package districtkpi.ui.cascade;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.db.cascade.Officer;
import districtkpi.db.cascade.OfficerData;
import districtkpi.office.refusal.Refused;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Form;
import districtkpi.ui.parts.Remark;
import java.util.Optional;
import java.util.function.Consumer;

/** What a district's office says of an officer, a new one or one that there is. */
class OfficerForm extends Composite<Div> {

    private final TextField post = new TextField();
    private final TextField name = new TextField();
    private final Div refusal = new Div();
    private final Words words;

    /**
     * @param keep takes what was said; may refuse it
     */
    OfficerForm(
            Optional<Officer> edited, Words words, Consumer<OfficerData> keep, Runnable cancel) {
        this.words = words;
        prepare(post, "officer-post", words.of("cascade.officer.post"));
        post.setHelperText(words.of("cascade.officer.post.help"));
        prepare(name, "officer-name", words.of("cascade.officer.name"));
        name.setHelperText(words.of("cascade.officer.name.help"));
        edited.map(Officer::data)
                .ifPresent(data -> {
                    post.setValue(data.post());
                    name.setValue(data.name());
                });
        refusal.getElement().setAttribute("role", "alert");
        Button save =
                new Button(
                        words.of(
                                edited.isPresent()
                                        ? "cascade.officer.rename"
                                        : "cascade.officer.add"),
                        _ -> save(keep));
        save.setId("officer-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div fields = new Div(post, name, save);
        fields.addClassName("filter");
        Form.mark(fields);
        if (edited.isPresent()) {
            Button leave = new Button(words.of("cascade.cancel"), _ -> cancel.run());
            leave.setId("officer-cancel");
            fields.add(leave);
        }
        getContent().add(fields, refusal);
    }

    /** Begins at its first field. */
    void focus() {
        post.focus();
    }

    private static void prepare(TextField field, String id, String label) {
        field.setId(id);
        field.setLabel(label);
        field.addClassName("wide-field");
        field.setMaxLength(OfficerData.MAX_LENGTH);
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
    }

    private void save(Consumer<OfficerData> keep) {
        refusal.removeAll();
        // Both are asked, so that both say what is missing.
        boolean posted = isFilled(post);
        boolean named = isFilled(name);
        if (!posted || !named) {
            return;
        }
        try {
            keep.accept(new OfficerData(post.getValue(), name.getValue()));
        } catch (Refused refused) {
            refusal.add(new Remark(refused.text(words)));
        } catch (IllegalArgumentException _) {
            refusal.add(new Remark(words.of("cascade.officer.one-line")));
        }
    }

    private boolean isFilled(TextField field) {
        boolean blank = field.getValue().isBlank();
        field.setErrorMessage(words.of("cascade.officer.blank"));
        field.setInvalid(blank);
        return !blank;
    }
}
