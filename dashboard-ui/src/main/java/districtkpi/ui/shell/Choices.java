package districtkpi.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.signals.Signal;
import districtkpi.domain.agreement.RoundId;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import districtkpi.ui.words.Translations;
import districtkpi.ui.words.Words;
import java.util.List;

/** What the reader chooses for every screen: round, language, digits, light or dark. */
class Choices extends Composite<Div> {

    private final Preferences preferences;
    private final Signal<Place> place;

    Choices(Preferences preferences, Signal<Rounds.Frame> frame, Signal<Place> place) {
        this.preferences = preferences;
        this.place = place;
        getContent().addClassName("choices");
        getContent()
                .add(
                        createRoundPicker(frame),
                        createLanguageSwitch(),
                        createDigitsSwitch(),
                        createColourSwitch());
    }

    private Component createRoundPicker(Signal<Rounds.Frame> frame) {
        Select<RoundId> picker = new Select<>();
        picker.setId("round-picker");
        picker.addClassName("round-picker");
        picker.setItems(List.of());
        Signal.effect(
                this,
                () -> {
                    Words words = preferences.words().get();
                    picker.setItemLabelGenerator(words::round);
                    picker.setAriaLabel(words.of("round.picker"));
                });
        Signal.effect(
                this,
                () -> {
                    List<RoundId> opened = frame.get().opened();
                    // Each item is a component: made anew when there are others, not for each page.
                    if (!picker.getListDataView().getItems().toList().equals(opened)) {
                        picker.setItems(opened);
                    }
                    frame.get().current().ifPresent(picker::setValue);
                });
        picker.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                go(place.peek().state().withRound(change.getValue()));
            }
        });
        return picker;
    }

    private Component createLanguageSwitch() {
        Button button = createSwitch("language-switch");
        button.bindText(preferences.words().map(words -> words.of("language.other")));
        Signal.effect(
                button,
                () -> {
                    // Named and spoken in the language that it leads to.
                    boolean thai = preferences.words().get().isThai();
                    button.getElement().setAttribute("lang", thai ? "en" : "th");
                });
        button.addClickListener(_ ->
                go(
                        place.peek()
                                .state()
                                .withLocale(
                                        preferences.words().peek().isThai()
                                                ? Translations.ENGLISH
                                                : Translations.THAI)));
        return button;
    }

    private Component createDigitsSwitch() {
        Button button = createSwitch("digits-switch");
        button.setText("๑๒๓");
        button.bindVisible(preferences.words().map(Words::isThai));
        Signal.effect(
                button,
                () -> {
                    Words words = preferences.words().get();
                    button.setAriaLabel(words.of("digits.thai"));
                    button.getElement()
                            .setAttribute("aria-pressed", String.valueOf(words.thaiDigits()));
                });
        button.addClickListener(
                _ -> preferences.chooseThaiDigits(!preferences.words().peek().thaiDigits()));
        return button;
    }

    private Component createColourSwitch() {
        Button button = createSwitch("colour-switch");
        button.setText("◐");
        Signal.effect(
                button, () -> button.setAriaLabel(preferences.words().get().of("colours.switch")));
        button.addClickListener(_ -> switchColours());
        return button;
    }

    private void switchColours() {
        switch (preferences.colours()) {
            case DARK, DARK_LIGHT -> preferences.choose(ColorScheme.Value.LIGHT);
            case LIGHT -> preferences.choose(ColorScheme.Value.DARK);
            case LIGHT_DARK, NORMAL, SYSTEM ->
                    // Only the browser knows what the system shows now.
                    UI.getCurrent()
                            .getPage()
                            .executeJs("return matchMedia('(prefers-color-scheme: dark)').matches")
                            .then(
                                    Boolean.class,
                                    dark ->
                                            preferences.choose(
                                                    dark
                                                            ? ColorScheme.Value.LIGHT
                                                            : ColorScheme.Value.DARK));
        }
    }

    private static Button createSwitch(String id) {
        Button button = new Button();
        button.setId(id);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private void go(PageState state) {
        UI.getCurrent().navigate(place.peek().path(), state.toQuery());
    }
}
