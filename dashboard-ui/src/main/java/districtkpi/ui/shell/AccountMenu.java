package districtkpi.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.spring.security.AuthenticationContext;
import districtkpi.db.account.SignedIn;
import districtkpi.office.words.Words;
import districtkpi.ui.state.Preferences;

/** Who is signed in, as what, how that reader wants the screens, and the way out. */
class AccountMenu extends Composite<Div> {

    AccountMenu(
            SignedIn who,
            Preferences preferences,
            Signal<Place> place,
            AuthenticationContext authentication) {
        Signal<Words> words = preferences.words();
        Button button = new Button();
        button.setId("account-menu");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setIcon(new Avatar(who.name().value()));
        Signal.effect(
                button,
                () -> button.setAriaLabel(words.get().of("account.menu", who.name().value())));

        Anchor name = new Anchor("account", who.name().value());
        name.setId("account-name");
        Span role = new Span(words.map(w -> w.of(who.role().label())));
        role.setId("account-role");
        role.addClassName("account-role");
        Button signOut = new Button("", _ -> authentication.logout());
        signOut.setId("sign-out");
        signOut.addThemeVariants(ButtonVariant.TERTIARY);
        signOut.bindText(words.map(w -> w.of("account.sign-out")));
        Div content = new Div(name, role, new ReaderSwitches(preferences, place), signOut);
        content.addClassName("account-menu");

        Popover popover = new Popover(content);
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        getContent().add(button, popover);
        Signal.effect(
                button,
                () -> popover.setAriaLabel(words.get().of("account.menu", who.name().value())));
    }
}
