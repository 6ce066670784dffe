package districtkpi.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.signals.Signal;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;

/** How the reader wants every screen: language, digits, light or dark. */
class ReaderSwitches extends Composite<Div> {

    private final Preferences preferences;
    private final Signal<Place> place;

    ReaderSwitches(Preferences preferences, Signal<Place> place) {
        this.preferences = preferences;
        this.place = place;
        getContent().addClassName("reader-switches");
        getContent().add(createLanguageSwitch(), createDigitsSwitch(), createColourSwitch());
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
        button.setText("\u0E51\u0E52\u0E53");
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
