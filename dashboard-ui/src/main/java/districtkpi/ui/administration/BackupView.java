package districtkpi.ui.administration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import districtkpi.db.account.Permission;
import districtkpi.db.audit.AuditEntry;
import districtkpi.office.backup.BackupRun;
import districtkpi.office.backup.Backups;
import districtkpi.office.backup.KeptBackup;
import districtkpi.office.setting.Setting;
import districtkpi.office.setting.StoredSettings;
import districtkpi.office.words.Words;
import districtkpi.ui.parts.Block;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.parts.DoneRemark;
import districtkpi.ui.parts.PageHead;
import districtkpi.ui.parts.Polling;
import districtkpi.ui.parts.Remark;
import districtkpi.ui.security.Requires;
import districtkpi.ui.shell.Page;
import districtkpi.ui.state.PageState;
import districtkpi.ui.state.Preferences;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How old the last backup is, a way to make one and to take one away, and the daily one. */
@Route("backup")
@Menu(title = "nav.backup", order = 64, icon = "vaadin:archive")
@Requires(Permission.BACK_UP)
class BackupView extends Page {

    private static final int WHOLE = 100;
    private static final long MEGABYTE = 1024 * 1024;

    private final Backups backups;
    private final StoredSettings settings;
    private final Clock clock;

    /** A backup goes on while nobody looks at it, and is found again. */
    private final Polling polling = new Polling(this);

    BackupView(Preferences preferences, Backups backups, StoredSettings settings, Clock clock) {
        super(preferences);
        this.backups = backups;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected String title(PageState state, Words words) {
        return words.of("nav.backup");
    }

    @Override
    protected List<Component> content(PageState state, Words words) {
        polling.stop();
        Div now = new Div();
        now.addClassName("page");
        Div outcome = new Div();
        outcome.getElement().setAttribute("role", "status");
        new Shown(words, now, outcome).show();
        Pre command =
                new Pre(
                        "DISTRICT_KPI_DATA=/srv/kpi ./kpi restore kpi.backup\n"
                                + "DISTRICT_KPI_DATA=/srv/kpi java -jar district-kpi.jar restore"
                                + " kpi.backup");
        command.addClassName("reminder-text");
        return List.of(
                new PageHead(words.of("backup.title"), words.of("backup.intro")),
                outcome,
                now,
                new Block(
                        words.of("backup.daily"),
                        new SettingField<>(
                                Setting.BACKUP_HOUR,
                                words.of("backup.hour"),
                                words.of("backup.hour.help"),
                                settings,
                                words),
                        new SettingField<>(
                                Setting.BACKUPS_KEPT,
                                words.of("backup.keep"),
                                words.of("backup.keep.help"),
                                settings,
                                words)),
                new Block(
                        words.of("backup.restore"),
                        new Paragraph(words.of("backup.restore.text")),
                        command,
                        new Paragraph(words.of("backup.restore.after"))));
    }

    /** What changes while the page is open. */
    private final class Shown {

        private final Words words;
        private final Div place;
        private final Div outcome;

        private Shown(Words words, Div place, Div outcome) {
            this.words = words;
            this.place = place;
            this.outcome = outcome;
        }

        private void show() {
            // Looked at first: what follows knows of all that had ended by then.
            Optional<BackupRun> running = backups.run().filter(BackupRun::isRunning);
            place.removeAll();
            place.add(createLast(running), createKept());
        }

        private Component createLast(Optional<BackupRun> running) {
            List<Component> content = new ArrayList<>();
            Optional<AuditEntry> last = backups.last();
            if (last.isEmpty()) {
                content.add(new Remark("backup-none", words.of("backup.none")));
            } else if (backups.isOld()) {
                content.add(new Remark("backup-old", words.of("backup.old")));
            }
            backups.lastFailure()
                    .ifPresent(failure ->
                            content.add(
                                    new Remark(
                                            "backup-failed",
                                            words.of(
                                                    "backup.failed",
                                                    words.dateTime(failure.happenedAt()),
                                                    reason(failure)))));
            last.ifPresent(made -> {
                Paragraph text =
                        new Paragraph(
                                words.of(
                                        "backup.last.made",
                                        words.dateTime(made.happenedAt()),
                                        ago(made) + ", " + way(made)));
                text.setId("backup-last");
                content.add(text);
            });
            if (running.isPresent()) {
                content.add(createProgress(running.get()));
            } else {
                Button make = new Button(words.of("backup.make"), _ -> make());
                make.setId("backup-make");
                make.addThemeVariants(ButtonVariant.PRIMARY);
                make.setDisableOnClick(true);
                Div actions = new Div(make);
                actions.addClassName("actions");
                content.add(actions);
            }
            return new Block(words.of("backup.last"), content.toArray(Component[]::new));
        }

        private String reason(AuditEntry failure) {
            String key = words.isThai() ? "reason-th" : "reason";
            return Objects.requireNonNullElse(failure.after().get(key), "");
        }

        private String ago(AuditEntry made) {
            Duration age = Duration.between(made.happenedAt(), clock.instant());
            if (age.toHours() == 0) {
                return words.of("backup.last.ago-now");
            }
            return age.compareTo(Backups.OLD) < 0
                    ? words.of("backup.last.ago-hours", words.number(age.toHours()))
                    : words.of("backup.last.ago-days", words.number(age.toDays()));
        }

        private String way(AuditEntry made) {
            return switch (Objects.requireNonNullElse(made.after().get("way"), "")) {
                case "daily" -> words.of("backup.last.way.daily");
                case "server" -> words.of("backup.last.way.server");
                default ->
                        words.of(
                                "backup.last.way.asked",
                                made.account().map(String::valueOf).orElse("–"));
            };
        }

        private Component createProgress(BackupRun run) {
            ProgressBar bar = new ProgressBar(0, WHOLE);
            bar.setId("backup-progress");
            bar.getElement().setAttribute("aria-label", words.of("backup.making"));
            Paragraph text = new Paragraph();
            text.setId("backup-progress-text");
            // Twice a second is too often to be read out; the bar can be asked, the end is said.
            text.getElement().setAttribute("aria-live", "off");
            Runnable update =
                    () -> {
                        int percent = (int) Math.floor(run.share() * WHOLE);
                        bar.setValue(percent);
                        text.setText(words.of("backup.share", words.number(percent)));
                    };
            update.run();
            watch(run, update);
            return new Div(new Paragraph(words.of("backup.making")), bar, text);
        }

        /** Looks again and again, until it is made. */
        private void watch(BackupRun run, Runnable update) {
            polling.start(() -> {
                if (run.isRunning()) {
                    update.run();
                    return;
                }
                polling.stop();
                say(
                        run.failure()
                                .map(why -> words.of("backup.not-made", words.of(why)))
                                .orElseGet(() -> words.of("backup.made")));
                show();
            });
        }

        private void make() {
            say(words.of(backups.ask() ? "backup.begun" : "backup.under-way"));
            show();
        }

        private void say(String done) {
            outcome.removeAll();
            outcome.add(new DoneRemark("backup-outcome", done));
        }

        private Component createKept() {
            List<KeptBackup> kept = backups.findAll();
            Paragraph folder = new Paragraph(words.of("backup.folder", backups.folder()));
            folder.setId("backup-folder");
            return new Block(
                    words.of("backup.kept"),
                    kept.isEmpty()
                            ? new Paragraph(words.of("backup.kept.none"))
                            : createTable(kept),
                    folder,
                    new Paragraph(words.of("backup.secret")));
        }

        private Component createTable(List<KeptBackup> kept) {
            DataTable table =
                    new DataTable(
                            "backups", words.of("backup.kept.caption"), DataTable.Narrow.STACK);
            table.column(words.of("backup.kept.when"))
                    .column(words.of("backup.kept.kind"))
                    .column(words.of("backup.kept.size"))
                    .column(words.of("backup.kept.file"));
            for (KeptBackup one : kept) {
                table.row()
                        .header(new Span(words.dateTime(one.at())))
                        .cell(
                                words.of(
                                        switch (one.kind()) {
                                            case DAILY -> "backup.kind.daily";
                                            case ASKED -> "backup.kind.asked";
                                        }))
                        .cell(
                                words.of(
                                        "backup.size",
                                        words.number(Math.ceilDiv(one.bytes(), MEGABYTE))))
                        .cell(createDownload(one));
            }
            return table;
        }

        private Component createDownload(KeptBackup one) {
            Anchor download =
                    new Anchor(
                            (DownloadHandler)
                                    event -> {
                                        event.setFileName(one.name());
                                        event.setContentType("application/octet-stream");
                                        event.setContentLength(one.bytes());
                                        backups.download(one, event.getOutputStream());
                                    },
                            one.name());
            download.setId("download-" + one.name().replace('.', '-'));
            return download;
        }
    }
}
