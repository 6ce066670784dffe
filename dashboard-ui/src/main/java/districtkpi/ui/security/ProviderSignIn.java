package districtkpi.ui.security;

import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import districtkpi.ui.security.SignInException.Reason;
import districtkpi.ui.text.ServerTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Signs in who comes from an identity provider, to an account of ours. Spring Security checks what
 * the provider says: state, nonce, PKCE, signature, issuer, audience, times.
 *
 * <p>Spring's own {@code oauth2Login} would leave its own kind of authentication in the session,
 * which no rule here knows; so its parts are put together here, with {@link AccountAuthentication}
 * at the end.
 */
final class ProviderSignIn extends AbstractHttpConfigurer<ProviderSignIn, HttpSecurity> {

    private static final Logger log = LoggerFactory.getLogger(ProviderSignIn.class);

    /** How long a provider may take; whoever signs in waits for it. */
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(5);

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

    private final IdentityProviders providers;
    private final ProviderAccounts accounts;
    private final BegunSignIns begun = new BegunSignIns();

    ProviderSignIn(IdentityProviders providers, ProviderAccounts accounts) {
        this.providers = providers;
        this.accounts = accounts;
    }

    @Override
    public void configure(HttpSecurity http) {
        OAuth2AuthorizationRequestRedirectFilter away =
                new OAuth2AuthorizationRequestRedirectFilter(providers);
        away.setAuthorizationRequestRepository(begun);
        away.setAuthenticationFailureHandler(ProviderSignIn::refuse);
        http.addFilter(away);
        http.addFilter(wayBack(http));
    }

    private OAuth2LoginAuthenticationFilter wayBack(HttpSecurity http) {
        VaadinSavedRequestAwareAuthenticationSuccessHandler further =
                new VaadinSavedRequestAwareAuthenticationSuccessHandler();
        further.setRequestCache(http.getSharedObject(RequestCache.class));
        OAuth2LoginAuthenticationFilter filter = new CallbackFilter(providers, accounts);
        filter.setAuthorizationRequestRepository(begun);
        filter.setAuthenticationManager(new ProviderManager(check()));
        filter.setSessionAuthenticationStrategy(
                http.getSharedObject(SessionAuthenticationStrategy.class));
        filter.setSecurityContextRepository(http.getSharedObject(SecurityContextRepository.class));
        filter.setAuthenticationSuccessHandler(further);
        filter.setAuthenticationFailureHandler(ProviderSignIn::refuse);
        return filter;
    }

    /** The signed statement alone counts; the provider is not asked for more about a person. */
    private static OidcAuthorizationCodeAuthenticationProvider check() {
        JdkClientHttpRequestFactory calls =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN).build());
        calls.setReadTimeout(ANSWERS_WITHIN);
        RestClientAuthorizationCodeTokenResponseClient client =
                new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(
                RestClient.builder()
                        .requestFactory(calls)
                        .configureMessageConverters(converters ->
                                converters
                                        .addCustomConverter(new FormHttpMessageConverter())
                                        .addCustomConverter(
                                                new OAuth2AccessTokenResponseHttpMessageConverter()))
                        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                        .build());
        return new OidcAuthorizationCodeAuthenticationProvider(
                client, answer -> new DefaultOidcUser(List.of(), answer.getIdToken()));
    }

    /**
     * Where somebody goes who signs out: to the provider, so that the next one at this machine is
     * not let in by a click; from there, or at once if it knows no signing out, to the sign-in
     * page.
     */
    LogoutSuccessHandler afterSignOut() {
        OidcClientInitiatedLogoutSuccessHandler handler =
                new OidcClientInitiatedLogoutSuccessHandler(providers) {
                    @Override
                    protected String determineTargetUrl(
                            HttpServletRequest request,
                            HttpServletResponse response,
                            @Nullable Authentication leaving) {
                        return super.determineTargetUrl(
                                request,
                                response,
                                leaving != null
                                                && leaving.getDetails()
                                                        instanceof
                                                        OAuth2AuthenticationToken statement
                                        ? statement
                                        : leaving);
                    }
                };
        handler.setRedirectStrategy(new UidlRedirectStrategy());
        handler.setDefaultTargetUrl(SignInPaths.PAGE);
        handler.setPostLogoutRedirectUri("{baseUrl}" + SignInPaths.PAGE);
        return handler;
    }

    private static void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        Reason reason = reason(failure);
        if (reason == Reason.UNREACHABLE || reason == Reason.UNVERIFIED) {
            // Words of others are in it.
            log.warn(
                    "{}",
                    ServerTexts.bilingual(
                            ServerTexts.text(
                                    "server.provider-failed",
                                    causes(failure)
                                            .map(Throwable::toString)
                                            .collect(Collectors.joining(" < "))
                                            .replaceAll("\\p{Cntrl}", " "))));
        }
        response.sendRedirect(request.getContextPath() + SignInPaths.refused(reason));
    }

    private static Reason reason(AuthenticationException failure) {
        if (failure instanceof SignInException refused) {
            return refused.reason();
        }
        if (causes(failure)
                .anyMatch(cause ->
                        cause instanceof IOException || cause instanceof RestClientException)) {
            return Reason.UNREACHABLE;
        }
        return failure instanceof OAuth2AuthenticationException said
                ? switch (said.getError().getErrorCode()) {
                    case "authorization_request_not_found",
                            "invalid_state_parameter",
                            OAuth2ErrorCodes.INVALID_REQUEST ->
                            Reason.NOT_BEGUN;
                    case OAuth2ErrorCodes.ACCESS_DENIED -> Reason.DECLINED;
                    case OAuth2ErrorCodes.SERVER_ERROR, OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE ->
                            Reason.UNREACHABLE;
                    default -> Reason.UNVERIFIED;
                }
                : Reason.UNVERIFIED;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    /** Takes what Spring Security has checked, and goes on with the account that is meant. */
    private static final class CallbackFilter extends OAuth2LoginAuthenticationFilter {

        private final ProviderAccounts accounts;

        CallbackFilter(IdentityProviders providers, ProviderAccounts accounts) {
            super(providers, new NoAuthorizedClients(), DEFAULT_FILTER_PROCESSES_URI);
            this.accounts = accounts;
        }

        @Override
        public Authentication attemptAuthentication(
                HttpServletRequest request, HttpServletResponse response) {
            OAuth2AuthenticationToken statement =
                    (OAuth2AuthenticationToken) super.attemptAuthentication(request, response);
            if (!(statement.getPrincipal() instanceof OidcUser user)) {
                throw new SignInException(Reason.UNVERIFIED);
            }
            AccountAuthentication own = accounts.signIn(user.getIdToken());
            // To be shown when signing out.
            own.setDetails(statement);
            return own;
        }
    }

    /**
     * What somebody could do at the provider with its tokens is none of this program's business.
     */
    private static final class NoAuthorizedClients implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // Spring's signature.
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {
            // On purpose.
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {
            // There is none.
        }
    }
}
