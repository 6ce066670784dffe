package districtkpi.ui.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.spring.security.AuthenticationContext;
import districtkpi.db.account.SignedIn;
import districtkpi.ui.words.Words;

/** Who is signed in, as what, and the way out. */
class AccountMenu extends Composite<Div> {

    AccountMenu(SignedIn who, Signal<Words> words, AuthenticationContext authentication) {
        Anchor name = new Anchor("account", who.name().value());
        name.setId("account-name");
        Span role = new Span(words.map(w -> w.of(who.role().label())));
        role.setId("account-role");
        role.addClassName("account-role");
        Button signOut = new Button("", _ -> authentication.logout());
        signOut.setId("sign-out");
        signOut.addThemeVariants(ButtonVariant.TERTIARY);
        signOut.bindText(words.map(w -> w.of("account.sign-out")));
        getContent().addClassName("account-menu");
        getContent().add(name, role, signOut);
    }
}
