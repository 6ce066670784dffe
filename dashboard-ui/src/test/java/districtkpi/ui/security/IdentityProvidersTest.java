package districtkpi.ui.security;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.office.account.DemonstrationAccounts;
import districtkpi.ui.security.IdentityProviders.IdentityProvider;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class IdentityProvidersTest {

    private static final String SETTINGS = "SPRING_SECURITY_OAUTH2_CLIENT_";

    @Test
    void areReadFromTheEnvironmentAsTheManualWritesIt() {
        OAuth2ClientProperties settings =
                settings(
                        Map.of(
                                SETTINGS + "REGISTRATION_OFFICE_CLIENTID", "district-kpi",
                                SETTINGS + "REGISTRATION_OFFICE_CLIENTSECRET", "secret",
                                SETTINGS + "REGISTRATION_OFFICE_CLIENTNAME", "CDD",
                                SETTINGS + "REGISTRATION_OFFICE_SCOPE", "email",
                                SETTINGS + "PROVIDER_OFFICE_ISSUERURI", "https://id.example.org"));

        assertThat(providers(settings).all())
                .containsExactly(
                        new IdentityProvider("office", "CDD", "oauth2/authorization/office"));
        assertThat(requireNonNull(settings.getRegistration().get("office")).getScope())
                .isEqualTo(Set.of("openid", "email"));
    }

    @Test
    void withoutAnIssuerTheProgramDoesNotStartAndSaysWhichSettingIsMissing() {
        OAuth2ClientProperties settings =
                settings(Map.of(SETTINGS + "REGISTRATION_OFFICE_CLIENTID", "district-kpi"));

        assertThatThrownBy(() -> providers(settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("spring.security.oauth2.client.provider.office.issuer-uri");
    }

    private static IdentityProviders providers(OAuth2ClientProperties settings) {
        return new IdentityProviders(settings, new DemonstrationAccounts(false), false);
    }

    private static OAuth2ClientProperties settings(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        return Binder.get(environment)
                .bindOrCreate("spring.security.oauth2.client", OAuth2ClientProperties.class);
    }
}
