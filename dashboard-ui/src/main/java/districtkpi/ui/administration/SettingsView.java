package districtkpi.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import districtkpi.db.account.Permission;
import districtkpi.office.mail.Mail;
import districtkpi.office.mail.MailTrial;
import districtkpi.office.map.MapBoundaries;
import districtkpi.office.setting.Setting;
import districtkpi.office.setting.StoredSettings;
import districtkpi.office.words.Words;
import districtkpi.ui.map.BoundaryPanel;
import districtkpi.ui.parts.PageHead;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.Page;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import districtkpi.ui.state.Rounds;
import java.util.List;

/** How the program works for everybody, as far as that can be changed while it runs. */
@Route("settings")
@Menu(title = "nav.settings", order = 62, icon = "vaadin:cog-o")
@Requires(Permission.CHANGE_SETTINGS)
class SettingsView extends Page {

    private final StoredSettings settings;
    private final Mail mail;
    private final MailTrial trial;
    private final ProgramFacts facts;
    private final MapBoundaries boundaries;
    private final Rounds rounds;

    SettingsView(
            Preferences preferences,
            StoredSettings settings,
            Mail mail,
            MailTrial trial,
            ProgramFacts facts,
            MapBoundaries boundaries,
            Rounds rounds) {
        super(preferences);
        this.settings = settings;
        this.mail = mail;
        this.trial = trial;
        this.facts = facts;
        this.boundaries = boundaries;
        this.rounds = rounds;
    }

    @Override
    protected String title(PageState state, Words words) {
        return words.of("nav.settings");
    }

    @Override
    protected List<Component> content(PageState state, Words words) {
        return List.of(
                new PageHead(words.of("settings.title"), words.of("settings.intro")),
                section(
                        "settings-address",
                        words.of("settings.address.title"),
                        field(
                                Setting.ADDRESS,
                                words.of("settings.address"),
                                words.of("settings.address.help"),
                                words)),
                section(
                        "settings-reminders",
                        words.of("settings.reminders.title"),
                        field(
                                Setting.MAIL_FROM,
                                words.of("settings.mail-from"),
                                words.of("settings.mail-from.help"),
                                words),
                        field(
                                Setting.REMINDER_DAYS,
                                words.of("settings.reminder-days"),
                                words.of("settings.reminder-days.help"),
                                words),
                        new MailPanel(mail, trial, words)),
                section(
                        "settings-sign-in",
                        words.of("settings.sign-in.title"),
                        field(
                                Setting.IDLE,
                                words.of("settings.idle"),
                                words.of("settings.idle.help"),
                                words),
                        field(
                                Setting.MAX_SESSION,
                                words.of("settings.longest"),
                                words.of("settings.longest.help"),
                                words),
                        field(
                                Setting.MAX_FAILURES,
                                words.of("settings.failures"),
                                words.of("settings.failures.help"),
                                words),
                        field(
                                Setting.LOCKED_FOR,
                                words.of("settings.locked"),
                                words.of("settings.locked.help"),
                                words)),
                section(
                        "settings-data",
                        words.of("settings.data.title"),
                        field(
                                Setting.LICENCE,
                                words.of("settings.licence"),
                                words.of("settings.licence.help"),
                                words)),
                section(
                        "settings-map",
                        words.of("settings.map.title"),
                        new BoundaryPanel(boundaries, rounds, words)),
                section(
                        "settings-facts",
                        words.of("settings.facts.title"),
                        new Paragraph(words.of("settings.facts.intro")),
                        facts.table(words)));
    }

    /** Folded, so that all that can be set is seen at once. */
    private static NativeDetails section(String id, String title, Component... content) {
        Div block = new Div(content);
        block.addClassName("block");
        NativeDetails section = new NativeDetails(new H2(title), block);
        section.setId(id);
        section.addClassName("setting-section");
        return section;
    }

    private <T> SettingField<T> field(
            Setting<T> setting, String label, String meaning, Words words) {
        return new SettingField<>(setting, label, meaning, settings, words);
    }
}
