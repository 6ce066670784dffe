package districtkpi.ui.security;

import districtkpi.office.account.Channel;
import districtkpi.office.account.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in who sends a token ({@code Authorization: Bearer}), for this call alone. */
public final class TokenSignIn extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";

    private final Tokens tokens;
    private final Clock clock;
    private final AuthenticationEntryPoint refusal;

    /**
     * @param refusal answers where a token lets nobody in
     */
    public TokenSignIn(Tokens tokens, Clock clock, AuthenticationEntryPoint refusal) {
        this.tokens = tokens;
        this.clock = clock;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            try {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(
                        authentication(header.substring(SCHEME.length()).strip()));
                SecurityContextHolder.setContext(context);
            } catch (AuthenticationException refused) {
                SecurityContextHolder.clearContext();
                refusal.commence(request, response, refused);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private AccountAuthentication authentication(String secret) {
        return tokens.find(secret)
                .map(who -> new AccountAuthentication(who, Channel.TOKEN, clock.instant(), false))
                .orElseThrow(() -> new SignInException(SignInException.Reason.TOKEN));
    }
}
