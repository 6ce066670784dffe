package districtkpi.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.menu.MenuConfiguration;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.NewPassword;
import districtkpi.db.account.Permission;
import districtkpi.db.account.Role;
import districtkpi.db.scope.RowScope;
import districtkpi.domain.agreement.UnitId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.security.AccessRule.Needs;
import districtkpi.ui.security.AccessRule.Open;
import districtkpi.ui.shell.DistrictEntry;
import districtkpi.ui.shell.DistrictPage;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every view and every endpoint that there is, tried as every role and as nobody. */
class AccessRulesIT extends UiTest {

    /** What the issue says that each role does; said here once more, on purpose. */
    private static final Map<Role, Set<Permission>> MAY =
            Map.of(
                    Role.DIRECTOR,
                    EnumSet.of(
                            Permission.READ,
                            Permission.SOURCES,
                            Permission.OWN_ACCOUNT,
                            Permission.PUBLISH,
                            Permission.AUDIT),
                    Role.PLANNER,
                    EnumSet.of(
                            Permission.READ,
                            Permission.SOURCES,
                            Permission.OWN_ACCOUNT,
                            Permission.REVIEW,
                            Permission.REGISTER),
                    Role.ANALYST,
                    EnumSet.of(
                            Permission.READ,
                            Permission.SOURCES,
                            Permission.OWN_ACCOUNT,
                            Permission.IMPORT,
                            Permission.AGREE),
                    Role.DISTRICT,
                    EnumSet.of(
                            Permission.READ,
                            Permission.OWN_ACCOUNT,
                            Permission.RECORD,
                            Permission.CASCADE),
                    Role.ADMINISTRATOR,
                    EnumSet.allOf(Permission.class));

    private static final String PASSWORD = "password-of-role";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    @Autowired private WebApplicationContext context;

    @BeforeEach
    void addAnAccountOfEachRole() {
        AccountRepository accounts = context.getBean(AccountRepository.class);
        PasswordEncoder encoder = context.getBean(PasswordEncoder.class);
        TransactionTemplate transaction =
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        RowScope.inProvince(() ->
                transaction.executeWithoutResult(_ -> {
                    for (Role role : Role.values()) {
                        if (accounts.find(name(role)).isEmpty()) {
                            accounts.add(
                                    data(role),
                                    new NewPassword(
                                            Objects.requireNonNull(encoder.encode(PASSWORD)),
                                            false),
                                    false);
                        }
                    }
                }));
    }

    private static boolean may(Role role, Permission permission) {
        return Objects.requireNonNull(MAY.get(role)).contains(permission);
    }

    private static AccountName name(Role role) {
        return AccountName.of("one-" + role.key());
    }

    private static AccountData data(Role role) {
        return new AccountData(
                name(role),
                "",
                role,
                role == Role.DISTRICT ? DistrictCode.of("4301") : null,
                role == Role.PLANNER ? UnitId.of("promotion") : null);
    }

    @Test
    void everyViewLetsInWhomItsRuleAdmitsAndNobodyElse() {
        List<RouteData> views = RouteConfiguration.forApplicationScope().getAvailableRoutes();
        assertThat(views).hasSizeGreaterThanOrEqualTo(10);
        for (RouteData view : views) {
            Class<? extends Component> target = view.getNavigationTarget();
            Optional<AccessRule> rule = AccessRule.of(target);
            assertThat(rule).as("The rule of " + target).isPresent();
            for (Role role : Role.values()) {
                Administrator.signIn(context, name(role));
                boolean expected =
                        rule.get() instanceof Needs(Permission permission) && may(role, permission);
                // Whoever is signed in has no business on the page for it.
                assertThat(shows(view, target))
                        .as(role + " at " + target.getSimpleName())
                        .isEqualTo(expected);
                assertThat(offered(target))
                        .as("Offered to " + role + ": " + target.getSimpleName())
                        .isEqualTo(expected && target.isAnnotationPresent(Menu.class));
            }
            SecurityContextHolder.clearContext();
            assertThat(shows(view, target))
                    .as("nobody at " + target.getSimpleName())
                    .isEqualTo(rule.get() instanceof Open);
        }
    }

    private static boolean offered(Class<?> target) {
        return MenuConfiguration.getMenuEntries().stream()
                .anyMatch(entry -> target.equals(entry.menuClass()));
    }

    private static boolean shows(RouteData view, Class<? extends Component> target) {
        UI.getCurrent().getInternals().clearLastHandledNavigation();
        UI.getCurrent().navigate("somewhere-else");
        // What may be left out of an address is left out.
        open(view.getTemplate().replaceAll("/:[^/]+\\?$", "").replaceAll(":[^/]+", "4301"));
        // The way from the menu to a district ends at the page of one.
        Class<?> reached =
                DistrictEntry.class.isAssignableFrom(target) ? DistrictPage.class : target;
        return UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                .anyMatch(reached::isInstance);
    }

    /** Every figure leads to its import, so that whoever sees all districts sees those. */
    @Test
    void whoOnlyReadsTakesNoFileInAndUndoesNothing() {
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.DISTRICT))) {
            Administrator.signIn(context, name(role));
            UI.getCurrent().getInternals().clearLastHandledNavigation();
            UI.getCurrent().navigate("somewhere-else");
            open("import");
            assertThat(shows("file-drop")).as(role.key()).isEqualTo(may(role, Permission.IMPORT));
            open("import?tab=history");
            assertThat(shows("imports")).as(role.key()).isTrue();
            assertThat(pageText().contains("ถอน…"))
                    .as(role.key())
                    .isEqualTo(may(role, Permission.IMPORT));
        }
    }

    @Test
    void everyEndpointAnswersWhomItsRuleAdmitsAndNobodyElse() throws Exception {
        MockMvc calls =
                MockMvcBuilders.webAppContextSetup(context)
                        .addFilters(context.getBean("springSecurityFilterChain", Filter.class))
                        .build();
        Map<RequestMappingInfo, HandlerMethod> endpoints = endpoints();
        assertThat(endpoints).hasSizeGreaterThanOrEqualTo(25);
        for (var entry : endpoints.entrySet()) {
            Optional<AccessRule> rule = AccessRule.of(entry.getValue());
            assertThat(rule).as("The rule of " + entry.getValue()).isPresent();
            if (!(rule.get() instanceof Needs(Permission permission))) {
                continue;
            }
            for (String path : entry.getKey().getPatternValues()) {
                HttpMethod method = method(entry.getKey());
                assertThat(changes(method))
                        .as(method + " " + path)
                        .isEqualTo(
                                permission == Permission.IMPORT
                                        || permission == Permission.AGREE
                                        || permission == Permission.PUBLISH);
                for (Role role : Role.values()) {
                    int status =
                            status(
                                    calls,
                                    method,
                                    path,
                                    Administrator.basic(name(role).value(), PASSWORD));
                    if (may(role, permission)) {
                        assertThat(status)
                                .as(role + ": " + method + " " + path)
                                .isNotIn(UNAUTHORIZED, FORBIDDEN);
                    } else {
                        assertThat(status)
                                .as(role + ": " + method + " " + path)
                                .isEqualTo(FORBIDDEN);
                    }
                }
                assertThat(status(calls, method, path, ""))
                        .as("nobody: " + method + " " + path)
                        .isEqualTo(UNAUTHORIZED);
            }
        }
    }

    private Map<RequestMappingInfo, HandlerMethod> endpoints() {
        Map<RequestMappingInfo, HandlerMethod> endpoints = new LinkedHashMap<>();
        context.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> endpoints.putAll(mapping.getHandlerMethods()));
        return endpoints;
    }

    private static HttpMethod method(RequestMappingInfo endpoint) {
        return endpoint.getMethodsCondition().getMethods().stream()
                .findFirst()
                .map(method -> HttpMethod.valueOf(method.name()))
                .orElse(HttpMethod.GET);
    }

    private static boolean changes(HttpMethod method) {
        return !method.equals(HttpMethod.GET);
    }

    /** With values for the places in a path that belong to nothing, so that nothing happens. */
    private static int status(MockMvc calls, HttpMethod method, String path, String authorization)
            throws Exception {
        String address =
                path.replaceAll("\\{table:([a-z]+)[^}]*}", "$1")
                        .replace("{round}", "2599-1")
                        .replaceAll("\\{[^}]+}", "0");
        AbstractMockHttpServletRequestBuilder<?> request =
                changes(method) && !address.endsWith("/undo")
                        ? MockMvcRequestBuilders.multipart(address)
                        : MockMvcRequestBuilders.request(method, address);
        if (!authorization.isEmpty()) {
            request.header(HttpHeaders.AUTHORIZATION, authorization);
        }
        return calls.perform(request).andReturn().getResponse().getStatus();
    }
}
