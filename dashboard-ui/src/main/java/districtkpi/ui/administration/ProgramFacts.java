package districtkpi.ui.administration;

import com.vaadin.flow.component.html.Span;
import districtkpi.db.agreement.AgreementRepository;
import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.db.scoreboard.ScoreboardQuery;
import districtkpi.db.setting.DatabaseState;
import districtkpi.db.setting.DatabaseStateQuery;
import districtkpi.office.mail.Mail;
import districtkpi.office.words.Words;
import districtkpi.scoring.Scorer;
import districtkpi.ui.parts.DataTable;
import districtkpi.ui.security.IdentityProviders;
import districtkpi.ui.wiring.DataFolderRoom;
import districtkpi.ui.wiring.Installation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is so and cannot be changed here; nothing of it is secret. */
@Component
class ProgramFacts {

    private static final long MEGABYTE = 1024 * 1024;

    private final Installation installation;
    private final DatabaseStateQuery database;
    private final AgreementRepository agreements;
    private final ScoreboardQuery scoreboards;
    private final Optional<IdentityProviders> providers;
    private final Mail mail;
    private final Clock clock;
    private final DataFolderRoom room;

    ProgramFacts(
            Installation installation,
            DatabaseStateQuery database,
            AgreementRepository agreements,
            ScoreboardQuery scoreboards,
            Optional<IdentityProviders> providers,
            Mail mail,
            Clock clock,
            DataFolderRoom room) {
        this.installation = installation;
        this.database = database;
        this.agreements = agreements;
        this.scoreboards = scoreboards;
        this.providers = providers;
        this.mail = mail;
        this.clock = clock;
        this.room = room;
    }

    /** A row for each fact. */
    DataTable table(Words words) {
        DatabaseState state = database.find();
        DataTable table =
                new DataTable("facts", words.of("settings.facts.caption"), DataTable.Narrow.STACK)
                        .still()
                        .column(words.of("settings.fact"))
                        .column(words.of("settings.fact.value"));
        add(table, "version", words.of("settings.fact.version"), installation.version());
        add(table, "rules", words.of("settings.fact.rules"), words.number(Scorer.VERSION));
        add(table, "postgresql", words.of("settings.fact.postgresql"), state.version());
        add(
                table,
                "database",
                words.of("settings.fact.database"),
                installation
                        .data()
                        .map(Path::toString)
                        .map(folder -> words.of("settings.fact.embedded", folder))
                        .orElseGet(() -> words.of("settings.fact.own")));
        add(
                table,
                "size",
                words.of("settings.fact.size"),
                words.of(
                        "settings.fact.megabytes",
                        words.number(Math.ceilDiv(state.bytes(), MEGABYTE))));
        room.free()
                .ifPresent(free ->
                        add(table, "space", words.of("settings.fact.space"), space(words, free)));
        add(
                table,
                "demonstration",
                words.of("settings.fact.demonstration"),
                isDemonstrated() ? words.of("settings.fact.yes") : words.of("settings.fact.no"));
        add(
                table,
                "providers",
                words.of("settings.fact.providers"),
                providers
                        .map(all ->
                                all.all().stream()
                                        .map(IdentityProviders.IdentityProvider::name)
                                        .collect(Collectors.joining(", ")))
                        .orElseGet(() -> words.of("settings.nothing")));
        add(
                table,
                "mail",
                words.of("settings.fact.mail"),
                mail.server().orElseGet(() -> words.of("settings.nothing")));
        add(table, "time", words.of("settings.fact.time"), words.dateTime(clock.instant()));
        return table;
    }

    private String space(Words words, long free) {
        String left =
                words.of("settings.fact.megabytes", words.number(Math.floorDiv(free, MEGABYTE)));
        return room.isLow() ? words.of("settings.fact.space.low", left) : left;
    }

    private static void add(DataTable table, String id, String name, String value) {
        table.row().id("fact-" + id).header(new Span(name)).cell(value);
    }

    /** Whether any round has made-up figures. */
    private boolean isDemonstrated() {
        return agreements.findAllInForce().stream()
                .flatMap(stored -> scoreboards.find(stored.agreement().round()).stream())
                .anyMatch(Scoreboard::demonstration);
    }
}
