package districtkpi.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.CurrentAccount;
import districtkpi.ui.parts.PageHead;
import districtkpi.ui.security.DemonstrationAccounts;
import districtkpi.ui.security.IdentityProviders;
import districtkpi.ui.security.OpenToAll;
import districtkpi.ui.security.SignInException;
import districtkpi.ui.security.SignInPaths;
import districtkpi.ui.setting.Setting;
import districtkpi.ui.setting.Settings;
import districtkpi.ui.shell.Page;
import districtkpi.ui.shell.PlainLayout;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Parameter;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way in: name and password, or an identity provider, or, on demonstration data, an account of
 * each role at a click.
 */
@Route(value = SignInPaths.ROUTE, layout = PlainLayout.class)
@OpenToAll
class SignInView extends Page {

    private static final Parameter<SignInException.Reason> ERROR =
            Parameter.choice("error", SignInException.Reason.class);

    private final CurrentAccount current;
    private final DemonstrationAccounts demonstration;
    private final Optional<IdentityProviders> providers;
    private final Settings settings;

    SignInView(
            Preferences preferences,
            CurrentAccount current,
            DemonstrationAccounts demonstration,
            Optional<IdentityProviders> providers,
            Settings settings) {
        super(preferences);
        this.current = current;
        this.demonstration = demonstration;
        this.providers = providers;
        this.settings = settings;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        if (current.get().isPresent()) {
            event.forwardTo("");
        }
    }

    @Override
    protected List<Parameter<?>> parameters() {
        return List.of(ERROR);
    }

    @Override
    protected String title(PageState state, Words words) {
        return words.of("sign-in.title");
    }

    @Override
    protected List<Component> content(PageState state, Words words) {
        List<Component> content = new ArrayList<>();
        boolean passwords = providers.filter(IdentityProviders::only).isEmpty();
        content.add(
                new PageHead(
                        words.of("sign-in.title"),
                        words.of(passwords ? "sign-in.intro" : "sign-in.provider.intro")));
        if (passwords) {
            content.add(createForm(state, words));
        }
        providers.ifPresent(all ->
                content.add(
                        new ProviderChoice(
                                all.all(),
                                state.chosen(ERROR)
                                        .filter(reason -> !passwords || isOfProvider(reason))
                                        .map(reason -> refusal(reason, words)),
                                words)));
        if (demonstration.offered()) {
            content.add(new DemonstrationSignIn(demonstration.accounts(), words));
        }
        return content;
    }

    /** A form as any page has one, so that browsers offer to keep the password. */
    private Component createForm(PageState state, Words words) {
        LoginI18n texts = LoginI18n.createDefault();
        LoginI18n.Form form = texts.getForm();
        form.setTitle(words.of("sign-in.form"));
        form.setUsername(words.of("sign-in.name"));
        form.setPassword(words.of("sign-in.password"));
        form.setSubmit(words.of("sign-in.submit"));
        LoginI18n.ErrorMessage refusal = texts.getErrorMessage();
        refusal.setTitle(words.of("sign-in.refused"));
        refusal.setUsername(words.of("sign-in.name-missing"));
        refusal.setPassword(words.of("sign-in.password-missing"));
        Optional<SignInException.Reason> error =
                state.chosen(ERROR).filter(reason -> !isOfProvider(reason));
        error.ifPresent(reason -> refusal.setMessage(refusal(reason, words)));
        LoginForm login = new LoginForm(texts);
        login.setId("sign-in-form");
        login.setAction(SignInPaths.ROUTE);
        login.setForgotPasswordButtonVisible(false);
        login.setError(error.isPresent());
        return login;
    }

    private static boolean isOfProvider(SignInException.Reason reason) {
        return switch (reason) {
            case WRONG, LOCKED, TOO_MANY, TOKEN -> false;
            case NO_ACCOUNT, DISABLED, UNREACHABLE, DECLINED, NOT_BEGUN, UNVERIFIED -> true;
        };
    }

    private String refusal(SignInException.Reason reason, Words words) {
        return switch (reason) {
            case WRONG, TOKEN -> words.of("sign-in.wrong");
            case LOCKED ->
                    words.of(
                            "sign-in.locked",
                            words.number(settings.get(Setting.LOCKED_FOR).toMinutes()));
            case TOO_MANY -> words.of("sign-in.too-many");
            case NO_ACCOUNT -> words.of("sign-in.no-account");
            case DISABLED -> words.of("sign-in.disabled");
            case UNREACHABLE -> words.of("sign-in.unreachable");
            case DECLINED -> words.of("sign-in.declined");
            case NOT_BEGUN -> words.of("sign-in.not-begun");
            case UNVERIFIED -> words.of("sign-in.unverified");
        };
    }
}
