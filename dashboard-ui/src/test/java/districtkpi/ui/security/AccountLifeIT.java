package districtkpi.ui.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.account.Account;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.NewPassword;
import districtkpi.db.account.Role;
import districtkpi.db.account.SignedIn;
import districtkpi.db.account.TokenScope;
import districtkpi.db.audit.AuditTrail;
import districtkpi.office.account.Accounts;
import districtkpi.office.account.Channel;
import districtkpi.office.account.DemonstrationAccounts;
import districtkpi.office.account.SignInGuard;
import districtkpi.office.account.Tokens;
import districtkpi.office.refusal.Refused;
import districtkpi.office.setting.Setting;
import districtkpi.office.setting.SettingState.Origin;
import districtkpi.office.setting.StoredSettings;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** What becomes of passwords, tokens and sessions while an account is looked after. */
class AccountLifeIT extends UiTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PASSWORD = "a password of one's own";
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    @Autowired private WebApplicationContext context;
    @Autowired private Accounts accounts;
    @Autowired private AccountRepository repository;
    @Autowired private Tokens tokens;
    @Autowired private StoredSettings settings;
    @Autowired private Clock clock;

    @Test
    void aPasswordOfTheAdministratorsLetsNobodyInBeforeItIsChanged() throws Exception {
        Accounts.WithPassword added = add(Role.ANALYST);
        String name = added.account().name().value();
        assertThat(rounds(Administrator.basic(name, added.password()))).isEqualTo(FORBIDDEN);

        Administrator.signIn(context, added.account().name());
        SignedIn who = SignedIn.of(added.account());
        assertThat(accounts.changeOwnPassword(who, "another one", PASSWORD))
                .isEqualTo(Accounts.PasswordChange.WRONG);
        assertThat(accounts.changeOwnPassword(who, added.password(), PASSWORD))
                .isEqualTo(Accounts.PasswordChange.DONE);

        assertThat(rounds(Administrator.basic(name, PASSWORD))).isEqualTo(OK);
        assertThat(rounds(Administrator.basic(name, added.password()))).isEqualTo(UNAUTHORIZED);
    }

    @Test
    void aTokenDoesNoMoreThanItsScopeAndNothingOnceItIsRevoked() throws Exception {
        SignedIn who = SignedIn.of(add(Role.ANALYST).account());
        Tokens.Made read = tokens.make(who, "reads", TokenScope.READ, Duration.ofDays(1));
        Tokens.Made imports = tokens.make(who, "imports", TokenScope.IMPORT, Duration.ofDays(1));

        assertThat(rounds(bearer(read))).isEqualTo(OK);
        assertThat(undo(bearer(read))).isEqualTo(FORBIDDEN);
        assertThat(undo(bearer(imports))).isNotIn(UNAUTHORIZED, FORBIDDEN);
        tokens.revoke(who, read.token().id());
        assertThat(rounds(bearer(read))).isEqualTo(UNAUTHORIZED);
    }

    @Test
    void aTokenDoesNoMoreThanTheRoleWhateverItsScope() throws Exception {
        SignedIn who = SignedIn.of(add(Role.DIRECTOR).account());
        Tokens.Made made = tokens.make(who, "imports", TokenScope.IMPORT, Duration.ofDays(1));

        assertThat(undo(bearer(made))).isEqualTo(FORBIDDEN);
    }

    @Test
    void whoIsShutOutHasNoWayInAnyMore() throws Exception {
        Accounts.WithPassword added = add(Role.ANALYST);
        Account account = added.account();
        Tokens.Made made =
                tokens.make(SignedIn.of(account), "reads", TokenScope.READ, Duration.ofDays(1));
        AccountAuthentication session = session(account, clock.instant());
        assertThat(survives(session, clock)).isTrue();

        accounts.change(account, account.data(), false);

        assertThat(survives(session, clock)).isFalse();
        assertThat(rounds(bearer(made))).isEqualTo(UNAUTHORIZED);
        assertThat(rounds(Administrator.basic(account.name().value(), added.password())))
                .isEqualTo(UNAUTHORIZED);
    }

    @Test
    void ofManyGuessesAtOnceNoMoreAreTriedThanOneAfterTheOther() {
        String name = add(Role.ANALYST).account().name().value();
        AuthenticationManager basic =
                new SignIns(
                                repository,
                                new SlowEncoder(),
                                new SignInGuard(settings, clock),
                                context.getBean(DemonstrationAccounts.class),
                                context.getBean(AuditTrail.class),
                                accounts,
                                clock)
                        .byPassword(Channel.BASIC);

        List<CompletableFuture<SignInException.Reason>> guesses;
        try (ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            guesses =
                    IntStream.range(0, 4 * Setting.MAX_FAILURES.builtIn())
                            .mapToObj(i ->
                                    CompletableFuture.supplyAsync(
                                            () -> guess(basic, name, i), atOnce))
                            .toList();
        }

        assertThat(guesses.stream().map(CompletableFuture::join))
                .filteredOn(SignInException.Reason.WRONG::equals)
                .hasSize(Setting.MAX_FAILURES.builtIn());
    }

    /** Takes as long as a real one, so that all guesses are there before the first has failed. */
    private static final class SlowEncoder implements PasswordEncoder {

        @Override
        public String encode(@Nullable CharSequence password) {
            return "";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            try {
                Thread.sleep(Duration.ofMillis(200));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return false;
        }
    }

    private static SignInException.Reason guess(
            AuthenticationManager manager, String name, int number) {
        try {
            manager.authenticate(
                    UsernamePasswordAuthenticationToken.unauthenticated(name, "guess " + number));
            throw new AssertionError("A guess was right");
        } catch (SignInException e) {
            return e.reason();
        }
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusyItIs() throws Exception {
        AccountAuthentication session = session(add(Role.ANALYST).account(), clock.instant());

        assertThat(survives(session, Clock.offset(clock, Duration.ofHours(11)))).isTrue();
        assertThat(survives(session, Clock.offset(clock, Duration.ofHours(12)))).isFalse();
    }

    @Test
    void howLongSessionsLastIsSetWhileTheProgramRuns() throws Exception {
        AccountAuthentication session = session(add(Role.ANALYST).account(), clock.instant());
        MockHttpSession kept = new MockHttpSession();
        with(Setting.MAX_SESSION, "2");
        assertThat(survives(session, Clock.offset(clock, Duration.ofMinutes(119)))).isTrue();
        assertThat(survives(session, Clock.offset(clock, Duration.ofHours(2)))).isFalse();
        with(Setting.IDLE, "10");
        assertThat(survives(session, clock, kept)).isTrue();
        assertThat(kept.getMaxInactiveInterval()).isEqualTo(600);
        assertThat(survives(session, Clock.offset(clock, Duration.ofMinutes(10)), kept)).isFalse();
    }

    @Test
    void aPageAsksHowLongItsSessionLastsWithoutUsingIt() throws Exception {
        AccountAuthentication session = session(add(Role.ANALYST).account(), clock.instant());
        MockHttpSession kept = new MockHttpSession();
        with(Setting.IDLE, "10");
        assertThat(survives(session, clock, kept)).isTrue();
        Clock later = Clock.offset(clock, Duration.ofMinutes(9));
        assertThat(answer(session, later, kept, "/session", "").getCookies()).isEmpty();
        assertThat(SessionCheck.lasting(kept, session, settings, later.instant()))
                .isEqualTo(new SessionController.Lasting(60, true));
        assertThat(answer(session, later, kept, "/session", "stay").getCookies()).isEmpty();
        assertThat(SessionCheck.lasting(kept, session, settings, later.instant()).left())
                .isEqualTo(600);
        with(Setting.MAX_SESSION, "1");
        Instant before = session.since().plus(Duration.ofMinutes(59));
        MockHttpSession fresh = new MockHttpSession();
        answer(session, Clock.fixed(before, clock.getZone()), fresh, "/session", "stay");
        assertThat(SessionCheck.lasting(fresh, session, settings, before))
                .as("Using it does not make it last longer")
                .isEqualTo(new SessionController.Lasting(60, false));

        MockHttpServletResponse ended =
                answer(
                        session(add(Role.ANALYST).account(), before),
                        Clock.fixed(before.plus(Duration.ofMinutes(10)), clock.getZone()),
                        fresh,
                        "/agreement",
                        "");
        assertThat(ended.getCookie("session-ended"))
                .extracting(Cookie::getValue)
                .isEqualTo(SessionEnd.UNUSED.key());
        assertThat(
                        answer(
                                        session,
                                        Clock.offset(clock, Duration.ofHours(12)),
                                        new MockHttpSession(),
                                        "/",
                                        "")
                                .getCookie("session-ended"))
                .extracting(Cookie::getValue)
                .isEqualTo(SessionEnd.TOO_OLD.key());
    }

    @Test
    void howManyFailuresLockAndForHowLongIsSetWhileTheProgramRuns() {
        AtomicReference<Instant> now = new AtomicReference<>(clock.instant());
        InstantSource time = now::get;
        SignInGuard guard = new SignInGuard(settings, time.withZone(clock.getZone()));
        with(Setting.MAX_FAILURES, "3");
        with(Setting.LOCKED_FOR, "60");
        assertThat(guard.failed("somchai", 1, "1")).isFalse();
        assertThat(guard.failed("somchai", 1, "1")).isFalse();
        assertThat(guard.failed("somchai", 1, "1")).isTrue();
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(59)));
        assertThat(guard.lockedUntil("somchai", 1)).isPresent();
        now.updateAndGet(at -> at.plus(Duration.ofMinutes(1)));
        assertThat(guard.lockedUntil("somchai", 1)).isEmpty();
    }

    @AfterEach
    void setBack() {
        Setting.all().stream()
                .filter(setting -> settings.state(setting).origin() instanceof Origin.OnPage)
                .forEach(setting -> settings.reset(setting, settings.state(setting).version()));
    }

    private void with(Setting<?> setting, String text) {
        Administrator.signIn(context, AccountName.ADMIN);
        settings.change(setting, settings.state(setting).version(), text);
    }

    @Test
    void theLastAdministratorWithAPasswordKeepsIt() {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(rolledBack -> {
                    rolledBack.setRollbackOnly();
                    Account last = add(Role.ADMINISTRATOR).account();
                    repository.findAll().stream()
                            .filter(one -> one.role() == Role.ADMINISTRATOR && one.enabled())
                            .filter(one -> one.id() != last.id())
                            .forEach(one ->
                                    repository.change(one.id(), one.version(), one.data(), false));
                    accounts.addOfProvider(data(Role.ADMINISTRATOR));

                    assertThatThrownBy(() -> accounts.leaveToProvider(last))
                            .isInstanceOf(Refused.class)
                            .hasMessageContaining("LAST_ADMINISTRATOR");
                });
    }

    @Test
    void anAccountOfDemonstrationStaysAsTheSignInPageSaysItIs() {
        Account demonstration =
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                        .execute(_ ->
                                repository.add(
                                        data(Role.ANALYST),
                                        new NewPassword(
                                                context.getBean(PasswordEncoder.class)
                                                        .encode(PASSWORD),
                                                false),
                                        true));

        assertThatThrownBy(() -> accounts.resetPassword(demonstration))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("DEMONSTRATION_ACCOUNT");
        assertThatThrownBy(() ->
                        accounts.changeOwnPassword(
                                SignedIn.of(demonstration), PASSWORD, "another password"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("DEMONSTRATION_ACCOUNT");
        assertThatThrownBy(() -> accounts.leaveToProvider(demonstration))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("DEMONSTRATION_ACCOUNT");
        assertThatThrownBy(() -> accounts.change(demonstration, demonstration.data(), false))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("DEMONSTRATION_ACCOUNT");
    }

    private Accounts.WithPassword add(Role role) {
        return accounts.add(data(role));
    }

    private static AccountData data(Role role) {
        return AccountData.of(AccountName.of("life-" + NUMBER.incrementAndGet()), "", role);
    }

    private static AccountAuthentication session(Account account, Instant since) {
        return AccountAuthentication.of(account, Channel.PAGE, since);
    }

    private boolean survives(AccountAuthentication session, Clock at) throws Exception {
        return survives(session, at, new MockHttpSession());
    }

    private boolean survives(AccountAuthentication session, Clock at, MockHttpSession kept)
            throws Exception {
        var before = SecurityContextHolder.getContext().getAuthentication();
        try {
            SecurityContextHolder.getContext().setAuthentication(session);
            MockHttpServletRequest request = new MockHttpServletRequest();
            request.setSession(kept);
            new SessionCheck(repository, settings, at)
                    .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
            return SecurityContextHolder.getContext().getAuthentication() != null;
        } finally {
            SecurityContextHolder.getContext().setAuthentication(before);
        }
    }

    private MockHttpServletResponse answer(
            AccountAuthentication session,
            Clock at,
            MockHttpSession kept,
            String path,
            String query)
            throws Exception {
        var before = SecurityContextHolder.getContext().getAuthentication();
        try {
            SecurityContextHolder.getContext().setAuthentication(session);
            MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
            request.setServletPath(path);
            request.setQueryString(query);
            request.setSession(kept);
            MockHttpServletResponse response = new MockHttpServletResponse();
            new SessionCheck(repository, settings, at)
                    .doFilter(request, response, new MockFilterChain());
            return response;
        } finally {
            SecurityContextHolder.getContext().setAuthentication(before);
        }
    }

    private static String bearer(Tokens.Made made) {
        return "Bearer " + made.secret();
    }

    private int rounds(String authorization) throws Exception {
        return status(MockMvcRequestBuilders.get("/api/v1/rounds.json"), authorization);
    }

    /** Of an import that does not exist, so that nothing happens. */
    private int undo(String authorization) throws Exception {
        return status(MockMvcRequestBuilders.post("/api/v1/imports/0/undo"), authorization);
    }

    private int status(MockHttpServletRequestBuilder request, String authorization)
            throws Exception {
        MockMvc calls =
                MockMvcBuilders.webAppContextSetup(context)
                        .addFilters(context.getBean("springSecurityFilterChain", Filter.class))
                        .build();
        var before = SecurityContextHolder.getContext();
        try {
            return calls.perform(request.header(HttpHeaders.AUTHORIZATION, authorization))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
