package districtkpi.ui.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import districtkpi.db.account.CurrentAccount;
import districtkpi.ui.security.DemonstrationAccounts;
import districtkpi.ui.security.IdentityProviders;
import districtkpi.ui.setting.Settings;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.testing.UiTest;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

class SignInViewIT extends UiTest {

    @Autowired private ApplicationContext application;
    @Autowired private OAuth2ClientProperties settings;

    @BeforeEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aProviderIsOfferedBesideThePasswordAndWhatItRefusesIsSaidThere() {
        open("sign-in?lang=th&error=no-account");

        assertThat(shows("sign-in-form")).isTrue();
        Anchor way = (Anchor) byId("provider-office");
        assertThat(way.getText()).isEqualTo("เข้าสู่ระบบด้วย CDD");
        assertThat(way.getHref()).isEqualTo("oauth2/authorization/office");
        assertThat(textOf("provider-refusal")).contains("ยังไม่มีบัญชีผู้ใช้", "ผู้ดูแลระบบ");
        open("sign-in?lang=en&error=unreachable");
        assertThat(textOf("provider-refusal")).contains("does not answer");
        open("sign-in?lang=en&error=locked");
        assertThat(shows("provider-refusal")).isFalse();
    }

    @Test
    void withoutAProviderThePageSaysNothingOfOne() {
        String page = shown(Optional.empty());

        assertThat(page).contains("sign-in-form").doesNotContain("provider");
    }

    @Test
    void thePasswordIsNotAskedForWhereTheProviderIsTheOnlyWay() {
        DemonstrationAccounts none = new DemonstrationAccounts(false);
        String page = shown(Optional.of(new IdentityProviders(settings, none, true)));

        assertThat(page).contains("provider-office").doesNotContain("sign-in-form");
        // They have nothing but passwords.
        DemonstrationAccounts offered = new DemonstrationAccounts(true);
        assertThat(new IdentityProviders(settings, offered, true).only()).isFalse();
    }

    private String shown(Optional<IdentityProviders> providers) {
        SignInView view =
                new SignInView(
                        application.getBean(Preferences.class),
                        application.getBean(CurrentAccount.class),
                        new DemonstrationAccounts(false),
                        providers,
                        application.getBean(Settings.class));
        UI.getCurrent().add(view);
        roundTrip();
        return view.getElement().getOuterHTML();
    }
}
