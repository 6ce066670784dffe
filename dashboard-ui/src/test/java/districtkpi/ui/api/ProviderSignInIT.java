package districtkpi.ui.api;

import static districtkpi.ui.api.TestBrowser.location;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import districtkpi.db.account.Account;
import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.NewPassword;
import districtkpi.db.account.Role;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditEntry;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.scope.RowScope;
import districtkpi.ui.api.TestProvider.Fault;
import districtkpi.ui.testing.Administrator;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing in at an identity provider, over real HTTP in both directions. */
class ProviderSignInIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String NAME = "preferred_username";
    private static final String BEGIN = "/oauth2/authorization/office";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final TestBrowser browser = new TestBrowser();
    private final TestProvider provider = ApiServer.provider();
    private final AccountRepository accounts = ApiServer.application().get(AccountRepository.class);

    @Test
    void whoTheProviderNamesComesToWhereItWantedToWithWhatTheRoleMayDo() throws Exception {
        String name = add(Role.DIRECTOR).name().value();
        browser.get("/?round=2565-1");

        HttpResponse<String> signedIn = signInAs(name);

        assertThat(location(signedIn)).startsWith(home() + "/?round=2565-1");
        assertThat(browser.get("/?round=2565-1").statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/v1/audit.csv").statusCode()).isEqualTo(200);
        assertThat(browser.post("/api/v1/imports/0/undo", Map.of(), "Origin", home()).statusCode())
                .isEqualTo(403);
        assertThat(newest(AuditAction.SIGNED_IN).account()).contains(AccountName.of(name));
        assertThat(newest(AuditAction.SIGNED_IN).after()).containsEntry("way", "provider");
    }

    @Test
    void anotherRoleMayDoOtherThings() throws Exception {
        signInAs(add(Role.ANALYST).name().value());

        assertThat(browser.get("/api/v1/rounds.json").statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/v1/audit.csv").statusCode()).isEqualTo(403);
        assertThat(browser.post("/api/v1/imports/0/undo", Map.of(), "Origin", home()).statusCode())
                .isEqualTo(404);
        // As of every session: only a page of our own changes something.
        assertThat(browser.post("/api/v1/imports/0/undo", Map.of()).body()).contains("no-origin");
    }

    @Test
    void theProviderIsAskedInAWayThatNobodyElseCanMakeUseOf() throws Exception {
        Map<String, String> asked =
                TestProvider.parameters(URI.create(location(browser.get(BEGIN))));

        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "openid profile")
                .containsEntry("redirect_uri", home() + "/login/oauth2/code/office")
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(
                        TestProvider.parameters(
                                URI.create(
                                        location(
                                                browser.get(BEGIN, "X-Forwarded-Proto", "https")))))
                .extractingByKey("redirect_uri")
                .asString()
                .startsWith("https://");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whatCannotBeReliedOnLetsNobodyIn(Fault fault) throws Exception {
        provider.isAbout(Map.of(NAME, add(Role.DIRECTOR).name().value()), fault);

        assertRefused(signIn(), "unverified");
    }

    @Test
    void whoHasNoAccountIsRefusedAndNoneIsMade() throws Exception {
        assertRefused(signInAs("somebody.else"), "no-account");

        assertThat(accounts.find(AccountName.of("somebody.else"))).isEmpty();
        assertThat(newest(AuditAction.SIGN_IN_FAILED).subject()).isEqualTo("account ?");
        assertThat(newest(AuditAction.SIGN_IN_FAILED).after())
                .containsEntry("way", "provider")
                .containsEntry("reason", "no-account");
    }

    /** Whatever the provider says: the administrator did not leave this account to it. */
    @Test
    void anAccountWithAPasswordIsNotForTheProvider() throws Exception {
        assertRefused(signInAs(Administrator.NAME), "no-account");

        assertThat(newest(AuditAction.SIGN_IN_FAILED).subject()).isEqualTo("account admin");
    }

    /** With blanks, or with the sign for kelvin, which becomes a k when it is made small. */
    @ParameterizedTest
    @ValueSource(strings = {" k-%s", "k-%s ", "\u212A-%s"})
    void aNameThatOnlyLooksLikeThatOfAnAccountIsAnotherOne(String form) throws Exception {
        String name = add(Role.DIRECTOR).name().value();

        assertRefused(signInAs(form.formatted(name.substring(2))), "no-account");
        assertThat(location(signInAs(name.toUpperCase(Locale.ROOT)))).endsWith("/");
    }

    @Test
    void aDisabledAccountIsRefused() throws Exception {
        Account account = add(Role.DIRECTOR);
        change(() -> accounts.change(account.id(), account.version(), account.data(), false));

        assertRefused(signInAs(account.name().value()), "disabled");
        assertThat(newest(AuditAction.SIGN_IN_FAILED).subject())
                .isEqualTo("account " + account.name());
    }

    @Test
    void aSessionEndsWhenTheAccountIsChanged() throws Exception {
        Account account = add(Role.DIRECTOR);
        signInAs(account.name().value());
        assertThat(browser.get("/api/v1/rounds.json").statusCode()).isEqualTo(200);

        change(() -> accounts.setPassword(account.id(), new NewPassword("{noop}", true)));

        assertThat(browser.get("/api/v1/rounds.json").statusCode()).isEqualTo(401);
        assertRefused(signInAs(account.name().value()), "no-account");
    }

    @Test
    void anAnswerThatNobodyHereAskedForLetsNobodyIn() throws Exception {
        provider.isAbout(Map.of(NAME, add(Role.DIRECTOR).name().value()), Fault.NONE);
        String back = location(browser.get(location(browser.get(BEGIN))));

        // Of somebody who sends it to somebody else.
        TestBrowser another = new TestBrowser();
        assertThat(location(another.get(back))).endsWith("/sign-in?error=not-begun");
        assertThat(another.get("/api/v1/rounds.json").statusCode()).isEqualTo(401);
        assertRefused(browser.get(back.replaceAll("&state=.*", "")), "not-begun");
        assertRefused(browser.get(back.replaceAll("&state=.*", "&state=x")), "not-begun");
        // Only what was asked for counts, and once.
        assertThat(location(browser.get(back))).endsWith("/");
        assertThat(location(another.get(back))).endsWith("/sign-in?error=not-begun");
    }

    @Test
    void whoDeclinesThereIsToldSo() throws Exception {
        String state =
                TestProvider.parameters(URI.create(location(browser.get(BEGIN)))).get("state");

        assertRefused(
                browser.get(
                        "/login/oauth2/code/office?error=access_denied&state="
                                + URLEncoder.encode(String.valueOf(state), UTF_8)),
                "declined");
    }

    @Test
    void aProviderThatDoesNotAnswerIsNamedAsTheReason() throws Exception {
        assertRefused(browser.get("/oauth2/authorization/nowhere"), "unreachable");

        provider.isAbout(Map.of(NAME, add(Role.DIRECTOR).name().value()), Fault.NONE);
        String back = location(browser.get(location(browser.get(BEGIN))));
        assertRefused(provider.whileDown(() -> browser.get(back)), "unreachable");
        // The password is another way, and the provider is asked again when it is back.
        assertThat(location(browser.signIn(Administrator.NAME, Administrator.PASSWORD)))
                .endsWith("/");
    }

    @Test
    void whoSignsOutHereSignsOutThere() throws Exception {
        signInAs(add(Role.DIRECTOR).name().value());

        String leaving = location(signOut());

        assertThat(leaving).startsWith(provider.address() + "/leave?");
        assertThat(TestProvider.parameters(URI.create(leaving)))
                .containsEntry("post_logout_redirect_uri", home() + "/sign-in")
                .containsKey("id_token_hint");
        assertThat(browser.get("/api/v1/rounds.json").statusCode()).isEqualTo(401);

        browser.signIn(Administrator.NAME, Administrator.PASSWORD);
        assertThat(location(signOut())).isEqualTo(home() + "/sign-in");
    }

    private HttpResponse<String> signOut() throws Exception {
        Matcher csrf = CSRF.matcher(browser.get("/").body());
        assertThat(csrf.find()).isTrue();
        return browser.post("/logout", Map.of("_csrf", csrf.group(1)), "Origin", home());
    }

    private HttpResponse<String> signInAs(String name) throws Exception {
        provider.isAbout(Map.of(NAME, name), Fault.NONE);
        return signIn();
    }

    /** There, and back again. */
    private HttpResponse<String> signIn() throws Exception {
        return browser.get(location(browser.get(location(browser.get(BEGIN)))));
    }

    private void assertRefused(HttpResponse<String> answer, String reason) throws Exception {
        assertThat(location(answer)).endsWith("/sign-in?error=" + reason);
        assertThat(browser.get("/api/v1/rounds.json").statusCode()).isEqualTo(401);
    }

    /** An account that is left to the provider. */
    private Account add(Role role) {
        AccountData data =
                AccountData.of(AccountName.of("k-of-office-" + NUMBER.incrementAndGet()), "", role);
        return RowScope.inProvince(() -> change(() -> accounts.add(data, NewPassword.NONE, false)));
    }

    private static Account change(Supplier<Account> step) {
        return Objects.requireNonNull(
                new TransactionTemplate(
                                ApiServer.application().get(PlatformTransactionManager.class))
                        .execute(_ -> step.get()));
    }

    private static AuditEntry newest(AuditAction action) {
        AuditTrail audit = ApiServer.application().get(AuditTrail.class);
        return RowScope.inProvince(() ->
                audit.findNewest(new AuditFilter(action, null), Long.MAX_VALUE, 1).getFirst());
    }

    private static String home() {
        return ApiServer.client().address().toString();
    }
}
