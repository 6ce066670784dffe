package districtkpi.ui.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.page.ColorScheme;
import districtkpi.office.account.DemonstrationAccounts;
import districtkpi.office.setting.Settings;
import districtkpi.office.words.Translations;
import districtkpi.office.words.Words;
import districtkpi.ui.security.IdentityProviders;
import districtkpi.ui.security.SignInException.Reason;
import districtkpi.ui.testing.UiTest;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.context.ApplicationContext;

class SignInPageIT extends UiTest {

    private static final DemonstrationAccounts NONE = new DemonstrationAccounts(false);

    @Autowired private ApplicationContext application;
    @Autowired private OAuth2ClientProperties settings;
    @Autowired private IdentityProviders providers;

    @Test
    void aProviderIsOfferedBesideThePasswordAndWhatItRefusesIsSaidThere() {
        Document page = shown(Translations.THAI, Reason.NO_ACCOUNT, NONE, providers);

        assertThat(page.getElementById("sign-in-form")).isNotNull();
        Element way = byId(page, "provider-office");
        assertThat(way.text()).isEqualTo("เข้าสู่ระบบด้วย CDD");
        assertThat(way.attr("href")).isEqualTo("oauth2/authorization/office");
        assertThat(byId(page, "provider-refusal").text())
                .contains("ยังไม่มีบัญชีผู้ใช้", "ผู้ดูแลระบบ");
        assertThat(page.getElementById("sign-in-refusal")).isNull();
        Document unreachable = shown(Translations.ENGLISH, Reason.UNREACHABLE, NONE, providers);
        assertThat(byId(unreachable, "provider-refusal").text()).contains("does not answer");
        Document locked = shown(Translations.ENGLISH, Reason.LOCKED, NONE, providers);
        assertThat(locked.getElementById("provider-refusal")).isNull();
        assertThat(byId(locked, "sign-in-refusal").text()).contains("locked", "15 minutes");
        assertThat(byId(locked, "sign-in-refusal").attr("role")).isEqualTo("alert");
    }

    @Test
    void withoutAProviderThePageSaysNothingOfOne() {
        Document page = shown(Translations.ENGLISH, null, NONE, null);

        assertThat(page.outerHtml()).contains("sign-in-form").doesNotContain("provider");
    }

    @Test
    void thePasswordIsNotAskedForWhereTheProviderIsTheOnlyWay() {
        Document page =
                shown(
                        Translations.ENGLISH,
                        null,
                        NONE,
                        new IdentityProviders(settings, NONE, true));

        assertThat(page.outerHtml()).contains("provider-office").doesNotContain("sign-in-form");
        // They have nothing but passwords.
        DemonstrationAccounts offered = new DemonstrationAccounts(true);
        assertThat(new IdentityProviders(settings, offered, true).only()).isFalse();
    }

    @Test
    void anAccountOfEachRoleIsAFormThatIsFilledInAlready() {
        DemonstrationAccounts offered = new DemonstrationAccounts(true);

        Document page = shown(Translations.THAI, null, offered, null);

        assertThat(page.select("#demonstration-accounts form")).hasSize(5);
        Element director = Objects.requireNonNull(byId(page, "demo-director").closest("form"));
        assertThat(director.attr("action")).isEqualTo("sign-in");
        assertThat(director.select("[name=username]").val()).isEqualTo("demo-director");
        assertThat(director.select("[name=password]").val()).isEqualTo("demonstration");
    }

    private Document shown(
            Locale locale,
            @Nullable Reason error,
            DemonstrationAccounts demonstration,
            @Nullable IdentityProviders all) {
        SignInPage page =
                new SignInPage(
                        new Words(application.getBean(Translations.class), locale, false),
                        ColorScheme.Value.LIGHT_DARK,
                        Optional.ofNullable(error),
                        Optional.empty(),
                        demonstration,
                        Optional.ofNullable(all),
                        application.getBean(Settings.class));
        return Jsoup.parse(page.html());
    }

    private static Element byId(Document page, String id) {
        return Objects.requireNonNull(page.getElementById(id), id);
    }
}
