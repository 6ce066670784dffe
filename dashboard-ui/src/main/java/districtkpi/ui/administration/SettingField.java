package districtkpi.ui.administration;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import districtkpi.office.refusal.Refused;
import districtkpi.office.refusal.Refused.Reason;
import districtkpi.office.setting.Setting;
import districtkpi.office.setting.SettingState;
import districtkpi.office.setting.SettingState.Origin;
import districtkpi.office.setting.StoredSettings;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Form;
import districtkpi.ui.parts.Remark;

/**
 * One setting: what it means, what it is, since when, and a way to change it and back. Its parts
 * have the ids {@code setting-key}, {@code origin-key}, {@code save-key}, {@code reset-key} and
 * {@code outcome-key}.
 */
class SettingField<T> extends Composite<Div> {

    private final Setting<T> setting;
    private final StoredSettings settings;
    private final Words words;
    private final TextField field;
    private final Paragraph origin = new Paragraph();
    private final Button reset;
    private final Div outcome = new Div();
    private SettingState<T> shown;

    /**
     * @param label what is set, with its unit
     * @param meaning what it does, in one line
     */
    SettingField(
            Setting<T> setting,
            String label,
            String meaning,
            StoredSettings settings,
            Words words) {
        this.setting = setting;
        this.settings = settings;
        this.words = words;
        this.shown = settings.state(setting);
        String key = setting.key();
        field = new TextField(label);
        field.setId("setting-" + key);
        field.setHelperText(meaning);
        field.setManualValidation(true);
        Button save = new Button(words.of("settings.save"), _ -> save());
        save.setId("save-" + key);
        save.setAriaLabel(words.of("settings.save-one", label));
        reset = new Button(words.of("settings.reset"), _ -> reset());
        reset.setId("reset-" + key);
        reset.setAriaLabel(words.of("settings.reset-one", label));
        origin.setId("origin-" + key);
        origin.addClassName("of-name");
        outcome.setId("outcome-" + key);
        outcome.getElement().setAttribute("role", "status");
        Div buttons = new Div(save, reset);
        buttons.addClassName("actions");
        Div content = getContent();
        content.addClassName("setting");
        Form.mark(this);
        content.add(field, origin, buttons, outcome);
        show();
    }

    private void show() {
        shown = settings.state(setting);
        field.setValue(setting.text(shown.value()));
        field.setInvalid(false);
        origin.setText(origin());
        reset.setVisible(shown.origin() instanceof Origin.OnPage);
    }

    private String origin() {
        return switch (shown.origin()) {
            case Origin.OnPage(var at, var by) ->
                    words.of(
                            "settings.from.page",
                            words.dateTime(at),
                            by.isEmpty() ? "–" : by,
                            text(shown.byDefault()));
            case Origin.Outside() ->
                    words.of("settings.from.outside", setting.variable().orElse(""));
            case Origin.BuiltIn() ->
                    setting.variable()
                            .map(variable -> words.of("settings.from.nowhere", variable))
                            .orElseGet(() -> words.of("settings.from.program"));
        };
    }

    private String text(T value) {
        String text = setting.text(value);
        return text.isEmpty() ? words.of("settings.nothing") : text;
    }

    private void save() {
        try {
            settings.change(setting, shown.version(), field.getValue());
            show();
            say(words.of("settings.saved"));
        } catch (Refused refused) {
            if (refused.reason() == Reason.MOVED) {
                moved(words.of("settings.moved", field.getValue()));
            } else {
                outcome.removeAll();
                field.setErrorMessage(refused.text(words));
                field.setInvalid(true);
                field.focus();
            }
        }
    }

    private void reset() {
        try {
            settings.reset(setting, shown.version());
            show();
            say(words.of("settings.was-reset"));
        } catch (Refused refused) {
            moved(
                    refused.reason() == Reason.MOVED
                            ? words.of("settings.moved-before-reset")
                            : refused.text(words));
        }
    }

    /** What somebody else set is shown, so that it is not overwritten unseen. */
    private void moved(String text) {
        show();
        say(text);
    }

    private void say(String done) {
        outcome.removeAll();
        outcome.add(new Remark(done));
    }
}
