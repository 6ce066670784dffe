package districtkpi.ui.security;

import districtkpi.office.account.DemonstrationAccounts;
import districtkpi.ui.text.ServerTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Who else may say who somebody is (OpenID Connect), as the settings of Spring Boot name them;
 * without such settings there is no object of this kind.
 *
 * <p>A provider is asked for its addresses when somebody signs in there for the first time, and not
 * when the program starts, which has to go on without it.
 *
 * @see "Decision record 0034: identity providers"
 */
@Component
@ConditionalOnOAuth2ClientRegistrationProperties
@EnableConfigurationProperties(OAuth2ClientProperties.class)
public class IdentityProviders implements ClientRegistrationRepository {

    private final List<IdentityProvider> all = new ArrayList<>();
    private final Map<String, Supplier<ClientRegistration>> registrations = new LinkedHashMap<>();
    private final boolean only;

    /**
     * A provider as the sign-in page offers it.
     *
     * @param name as people know it
     * @param path leads there, relative to the address of the program
     */
    public record IdentityProvider(String id, String name, String path) {}

    /**
     * @param demonstration whose accounts have nothing but passwords
     * @param only whether the sign-in page is to take no passwords
     * @throws IllegalStateException if a provider is not named by its issuer, so that nobody could
     *     check whose answers they are
     */
    public IdentityProviders(
            OAuth2ClientProperties settings,
            DemonstrationAccounts demonstration,
            @Value("${district-kpi.provider.only}") boolean only) {
        this.only = only && !demonstration.offered();
        settings.getRegistration()
                .forEach((id, registration) -> {
                    String provider = Objects.requireNonNullElse(registration.getProvider(), id);
                    requireIssuer(id, provider, settings.getProvider().get(provider));
                    registration.setScope(scopes(registration.getScope()));
                    all.add(
                            new IdentityProvider(
                                    id,
                                    Objects.requireNonNullElse(registration.getClientName(), id),
                                    "oauth2/authorization/" + id));
                    // Each for itself: one that does not answer keeps nobody from another one.
                    OAuth2ClientProperties own = new OAuth2ClientProperties();
                    own.getRegistration().put(id, registration);
                    own.getProvider().putAll(settings.getProvider());
                    registrations.put(
                            id,
                            SingletonSupplier.of(() ->
                                    Objects.requireNonNull(
                                            new OAuth2ClientPropertiesMapper(own)
                                                    .asClientRegistrations()
                                                    .get(id))));
                });
    }

    private static void requireIssuer(
            String id, String provider, OAuth2ClientProperties.@Nullable Provider settings) {
        if (settings == null || settings.getIssuerUri() == null) {
            throw new IllegalStateException(
                    ServerTexts.bilingual(ServerTexts.text("server.no-issuer", id, provider)));
        }
    }

    /** What makes it OpenID Connect is always asked for; the name, unless other scopes are. */
    private static Set<String> scopes(@Nullable Set<String> wanted) {
        Set<String> scopes = new LinkedHashSet<>(Set.of(OidcScopes.OPENID));
        scopes.addAll(wanted == null ? Set.of(OidcScopes.PROFILE) : wanted);
        return scopes;
    }

    /** In the order of the settings. */
    public List<IdentityProvider> all() {
        return List.copyOf(all);
    }

    /** Whether the sign-in page takes no passwords. */
    public boolean only() {
        return only;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        Supplier<ClientRegistration> registration = registrations.get(id);
        return registration == null ? null : registration.get();
    }
}
