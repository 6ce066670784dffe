package districtkpi.office.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import districtkpi.db.account.AccountData;
import districtkpi.db.account.AccountName;
import districtkpi.db.account.AccountRepository;
import districtkpi.db.account.NewPassword;
import districtkpi.db.account.Role;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditEntry;
import districtkpi.db.audit.AuditFilter;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.register.EmailAddress;
import districtkpi.db.setting.SettingRepository;
import districtkpi.db.transaction.WriteTransaction;
import districtkpi.office.access.Permit;
import districtkpi.office.refusal.Refused;
import districtkpi.office.setting.SettingState.Origin;
import districtkpi.office.words.Translations;
import districtkpi.ui.testing.Administrator;
import districtkpi.ui.testing.UiTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Settings of programs that were started with this or that, on the same database. */
class StoredSettingsIT extends UiTest {

    private static final Map<String, Object> OUTSIDE =
            Map.of(
                    "district-kpi.reminder.from",
                    "outside@example.go.th",
                    "district-kpi.reminder.days",
                    "-7, -1,1",
                    "server.servlet.session.timeout",
                    "45m");

    @Autowired private ApplicationContext application;

    private StoredSettings started(Map<String, Object> outside) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("outside", outside));
        return new StoredSettings(
                environment,
                application.getBean(SettingRepository.class),
                application.getBean(AuditTrail.class),
                application.getBean(Permit.class),
                application.getBean(Translations.class),
                application.getBean(WriteTransaction.class));
    }

    @AfterEach
    void setBack() {
        Administrator.signIn(application, AccountName.ADMIN);
        StoredSettings settings = started(Map.of());
        Setting.all().stream()
                .filter(setting -> settings.state(setting).origin() instanceof Origin.OnPage)
                .forEach(setting -> settings.reset(setting, settings.state(setting).version()));
    }

    private static <T> void set(StoredSettings settings, Setting<T> setting, String typed) {
        settings.change(setting, settings.state(setting).version(), typed);
    }

    private List<AuditEntry> audited() {
        return application
                .getBean(AuditTrail.class)
                .findNewest(new AuditFilter(AuditAction.SETTING_CHANGED, null), Long.MAX_VALUE, 2);
    }

    @Test
    void thePageWinsOverTheOutsideAndThatOverWhatIsBuiltIn() {
        StoredSettings settings = started(OUTSIDE);
        assertThat(settings.get(Setting.MAIL_FROM))
                .contains(EmailAddress.of("outside@example.go.th"));
        assertThat(settings.get(Setting.REMINDER_DAYS)).containsExactly(-7, -1, 1);
        assertThat(settings.get(Setting.IDLE)).isEqualTo(Duration.ofMinutes(45));
        assertThat(settings.state(Setting.IDLE).origin()).isInstanceOf(Origin.Outside.class);
        assertThat(settings.get(Setting.MAX_SESSION)).isEqualTo(Duration.ofHours(12));
        assertThat(settings.state(Setting.LICENCE).origin()).isInstanceOf(Origin.BuiltIn.class);

        set(settings, Setting.REMINDER_DAYS, "");
        set(settings, Setting.MAIL_FROM, "page@example.go.th");
        assertThat(settings.get(Setting.REMINDER_DAYS)).as("none, although outside").isEmpty();
        assertThat(settings.state(Setting.MAIL_FROM).origin())
                .isInstanceOfSatisfying(
                        Origin.OnPage.class,
                        page -> assertThat(page.by()).isEqualTo(Administrator.NAME));
        assertThat(started(OUTSIDE).get(Setting.MAIL_FROM))
                .as("after a restart")
                .contains(EmailAddress.of("page@example.go.th"));

        settings.reset(Setting.MAIL_FROM, settings.state(Setting.MAIL_FROM).version());
        assertThat(settings.get(Setting.MAIL_FROM))
                .contains(EmailAddress.of("outside@example.go.th"));
        assertThat(audited())
                .extracting(AuditEntry::subject, AuditEntry::before, AuditEntry::after)
                .first()
                .hasToString(
                        "(\"setting mail-from\", {\"from\"=\"page\","
                                + " \"value\"=\"page@example.go.th\"}, {\"from\"=\"default\","
                                + " \"value\"=\"outside@example.go.th\"})");
    }

    @Test
    void ofTwoAdministratorsTheLaterOneIsTold() {
        StoredSettings one = started(Map.of());
        StoredSettings other = started(Map.of());
        int shown = one.state(Setting.LICENCE).version();
        one.change(Setting.LICENCE, shown, "CC-BY-4.0");
        int changes = audited().size();

        // It has not heard of the change, and a page that was opened before has not either.
        assertThatThrownBy(() -> other.change(Setting.LICENCE, shown, "CC0-1.0"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("MOVED");
        assertThatThrownBy(() -> one.reset(Setting.LICENCE, shown))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("MOVED");

        assertThat(other.get(Setting.LICENCE)).isEqualTo("CC-BY-4.0");
        assertThat(audited()).hasSize(changes);
        other.change(Setting.LICENCE, shown + 1, " CC-BY-4.0 ");
        assertThat(other.state(Setting.LICENCE).version())
                .as("the same again")
                .isEqualTo(shown + 1);
    }

    @Test
    void whatCannotBeIsRefusedOnThePageAndAtTheStart() {
        StoredSettings settings = started(Map.of());
        assertThatThrownBy(() -> set(settings, Setting.MAX_SESSION, "25"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("NOT_IN_RANGE");
        assertThat(settings.state(Setting.MAX_SESSION).origin()).isInstanceOf(Origin.BuiltIn.class);
        assertThatThrownBy(() -> started(Map.of("district-kpi.reminder.days", "-7,2565")))
                .hasMessageContaining("DISTRICT_KPI_REMINDER_DAYS=-7,2565")
                .hasMessageContaining("90 วัน")
                .hasMessageContaining("at most 90 before or after");
        assertThatThrownBy(() -> started(Map.of("server.servlet.session.timeout", "0")))
                .hasMessageContaining("SERVER_SERVLET_SESSION_TIMEOUT=0")
                .hasMessageContaining("from 5 to 480");
    }

    @Test
    void nobodyButTheAdministratorChangesAnythingAndEveryoneIsAnswered() {
        StoredSettings settings = started(OUTSIDE);
        AccountName planner = AccountName.of("settings-director");
        new TransactionTemplate(application.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(_ ->
                        application
                                .getBean(AccountRepository.class)
                                .add(
                                        AccountData.of(planner, "", Role.DIRECTOR),
                                        NewPassword.NONE,
                                        false));
        Administrator.signIn(application, planner);
        assertThatThrownBy(() -> set(settings, Setting.LICENCE, "CC0-1.0"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("NOT_YOURS");
        assertThatThrownBy(() -> settings.reset(Setting.LICENCE, 0))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("NOT_YOURS");
        SecurityContextHolder.clearContext();
        assertThat(started(OUTSIDE).get(Setting.ADDRESS)).isEqualTo(Optional.empty());
    }
}
