package districtkpi.ui.security;

import static org.springframework.security.config.Customizer.withDefaults;

import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategy;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.office.account.Channel;
import districtkpi.office.setting.Settings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.RequestCache;

/** Who may see the pages: everything but the sign-in page and static files is behind a sign-in. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    private static final String[] STATIC_FILES = {
        "/styles.css",
        "/sign-in.css",
        "/chart.js",
        "/session.js",
        "/sign-in.js",
        "/icon.svg",
        "/fonts/**",
        "/webjars/**",
        "/method/**",
        "/aura/**"
    };

    /**
     * Who acts in a thread, or in the session that the thread works for. One for the whole program,
     * so that a second application in it, as in tests, means the same.
     */
    private static final SecurityContextHolderStrategy WHO_ACTS =
            new VaadinAwareSecurityContextHolderStrategy();

    @Bean
    static SecurityContextHolderStrategy securityContextHolderStrategy() {
        return WHO_ACTS;
    }

    /** Views declare their rules by {@link Requires}; none of Vaadin's own ways counts. */
    @Bean
    static NavigationAccessControlConfigurer navigationAccessControlConfigurer(ViewAccess rules) {
        return new NavigationAccessControlConfigurer().withNavigationAccessChecker(rules);
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            SignIns signIns,
            Optional<IdentityProviders> providers,
            Optional<ProviderAccounts> ofProviders,
            AccountRepository accounts,
            AuditTrail audit,
            Settings settings,
            Clock clock) {
        Optional<ProviderSignIn> byProvider =
                providers.flatMap(all -> ofProviders.map(their -> new ProviderSignIn(all, their)));
        http.setSharedObject(RequestCache.class, new WantedPage());
        byProvider.ifPresent(way -> http.with(way, withDefaults()));
        http.authenticationManager(
                        providers.filter(IdentityProviders::only).isPresent()
                                ? PageSecurity::refusePassword
                                : signIns.byPassword(Channel.PAGE))
                .authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(
                                        DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(STATIC_FILES)
                                .permitAll()
                                .requestMatchers(SignInPaths.PAGE, SignInPaths.SESSION)
                                .permitAll()
                                .requestMatchers("/actuator/health")
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .denyAll())
                .headers(headers ->
                        headers.withObjectPostProcessor(new BeforeEverythingElse())
                                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                                .permissionsPolicyHeader(policy ->
                                        policy.policy(
                                                "camera=(), geolocation=(), microphone=(),"
                                                        + " payment=(), usb=()"))
                                .contentSecurityPolicy(policy ->
                                        policy.policyDirectives(PagePolicy.WITHOUT_SCRIPTS)))
                .formLogin(form ->
                        form.loginPage(SignInPaths.PAGE)
                                .loginProcessingUrl(SignInPaths.PAGE)
                                .failureHandler((request, response, failure) ->
                                        response.sendRedirect(
                                                request.getContextPath()
                                                        + SignInPaths.refused(reason(failure)))))
                .addFilterAfter(
                        new SessionCheck(accounts, settings, clock),
                        SecurityContextHolderFilter.class)
                // Before a token against forged forms is made, which is kept in a session.
                .addFilterBefore(new NobodysRequests(), CsrfFilter.class)
                .addFilterBefore(
                        (request, response, chain) -> {
                            if (request instanceof HttpServletRequest own
                                    && Origins.foreign(own).isPresent()) {
                                ((HttpServletResponse) response)
                                        .sendError(HttpServletResponse.SC_FORBIDDEN);
                            } else {
                                chain.doFilter(request, response);
                            }
                        },
                        UsernamePasswordAuthenticationFilter.class)
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> {
                            vaadin.loginView(SignInPaths.PAGE, SignInPaths.PAGE)
                                    // So that the session does not look like one that ended.
                                    .addLogoutHandler((request, response, _) ->
                                            SessionEnd.forgetSession(request, response))
                                    .addLogoutHandler((_, _, leaving) ->
                                            AccountAuthentication.in(leaving)
                                                    .ifPresent(own -> recordSignOut(audit, own)))
                                    .anyRequest(AuthorizedUrl::authenticated);
                            byProvider
                                    .map(ProviderSignIn::afterSignOut)
                                    .ifPresent(vaadin::logoutSuccessHandler);
                        });
        return http.build();
    }

    /** Vaadin ends an answer in a way that leaves no time for headers afterwards. */
    private static final class BeforeEverythingElse
            implements ObjectPostProcessor<HeaderWriterFilter> {

        @Override
        public <O extends HeaderWriterFilter> O postProcess(O filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    }

    private static Authentication refusePassword(Authentication attempt) {
        throw new SignInException(SignInException.Reason.WRONG);
    }

    private static void recordSignOut(AuditTrail audit, AccountAuthentication own) {
        audit.recordOf(own.who(), AuditAction.SIGNED_OUT, "account " + own.who().name(), Map.of());
    }

    private static SignInException.Reason reason(Exception failure) {
        return failure instanceof SignInException refused
                ? refused.reason()
                : SignInException.Reason.WRONG;
    }
}
