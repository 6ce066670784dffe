package districtkpi.ui.security;

import districtkpi.db.account.CurrentAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Holds every endpoint to the rule that it declares; one without a rule lets nobody in. */
@Configuration(proxyBeanMethods = false)
class EndpointAccess implements WebMvcConfigurer, HandlerInterceptor {

    private final CurrentAccount current;

    EndpointAccess(CurrentAccount current) {
        this.current = current;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /**
     * @throws AccessDeniedException where the rule does not admit who calls
     */
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod endpoint) {
            AccessRule rule =
                    AccessRule.of(endpoint)
                            .orElseThrow(() -> new AccessDeniedException("No rule: " + endpoint));
            if (!rule.admits(current.get())) {
                throw new AccessDeniedException("Not permitted: " + endpoint);
            }
            if (rule instanceof AccessRule.Needs
                    && AccountAuthentication.in(
                                    SecurityContextHolder.getContext().getAuthentication())
                            .filter(AccountAuthentication::passwordTemporary)
                            .isPresent()) {
                throw new TemporaryPasswordException();
            }
        }
        return true;
    }
}
