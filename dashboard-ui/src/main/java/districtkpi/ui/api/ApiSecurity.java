package districtkpi.ui.api;

import districtkpi.db.account.AccountRepository;
import districtkpi.office.account.Channel;
import districtkpi.office.account.Tokens;
import districtkpi.office.setting.Settings;
import districtkpi.ui.security.AccountAuthentication;
import districtkpi.ui.security.Origins;
import districtkpi.ui.security.SessionCheck;
import districtkpi.ui.security.SignInException;
import districtkpi.ui.security.SignIns;
import districtkpi.ui.security.TokenSignIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who may call the API: programs with a token or with name and password in each call, and pages
 * that were signed in to. What each call asks for is declared at its controller.
 *
 * <p>Only the session of a page comes along by itself, so only there another site's page could
 * misuse it: what changes something then has to come from a page of our own.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    private static final String REALM = "Basic realm=\"District KPI\", charset=\"UTF-8\"";

    private final ProblemWriter writer;

    ApiSecurity(ProblemWriter writer) {
        this.writer = writer;
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            SignIns signIns,
            Tokens tokens,
            AccountRepository accounts,
            Settings settings,
            Clock clock) {
        return http.securityMatcher("/api", ApiPaths.EVERYTHING)
                .authenticationManager(signIns.byPassword(Channel.BASIC))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(this::refuse))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(this::refuse)
                                .accessDeniedHandler(this::refuse))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterAfter(
                        new SessionCheck(accounts, settings, clock),
                        SecurityContextHolderFilter.class)
                .addFilterBefore(
                        new TokenSignIn(tokens, clock, this::refuse),
                        BasicAuthenticationFilter.class)
                .addFilterBefore(new OwnPagesOnly(writer), AuthorizationFilter.class)
                .build();
    }

    private void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        Problem problem =
                failure instanceof SignInException refused
                        ? Problem.signInRefused(refused.reason())
                        : Problem.notSignedIn();
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, REALM);
        writer.write(request, response, problem);
    }

    private void refuse(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        writer.write(request, response, Problem.notPermitted());
    }

    /** Lets a session change something only from a page that says that it is our own. */
    private static final class OwnPagesOnly extends OncePerRequestFilter {

        private final ProblemWriter writer;

        OwnPagesOnly(ProblemWriter writer) {
            this.writer = writer;
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean ofPage =
                    AccountAuthentication.in(SecurityContextHolder.getContext().getAuthentication())
                            .filter(own -> own.channel().isOfSession())
                            .isPresent();
            // Another origin than our own was refused before.
            if (ofPage
                    && Origins.changesSomething(request)
                    && request.getHeader(HttpHeaders.ORIGIN) == null) {
                writer.write(request, response, Problem.noOrigin());
            } else {
                chain.doFilter(request, response);
            }
        }
    }
}
