package districtkpi.ui.command;

import districtkpi.db.DatabaseOwner;
import districtkpi.db.audit.AuditAction;
import districtkpi.db.audit.AuditTrail;
import districtkpi.db.backup.Backup;
import districtkpi.db.backup.BackupProgress;
import districtkpi.ui.text.ServerTexts;
import districtkpi.ui.wiring.CommandDatabase;
import districtkpi.ui.wiring.Installation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Writes everything into one file and reads it back: {@code backup FILE}, while the program runs or
 * not. The database stays in the form that it has.
 */
final class BackupCommand implements Command {

    @Override
    public void run(List<String> operands, List<String> settings, PrintStream out) {
        if (operands.size() != 1 || operands.getFirst().isBlank()) {
            throw CommandException.usage(ServerTexts.text("command.backup.usage"));
        }
        Path file = Path.of(operands.getFirst());
        try (ConfigurableApplicationContext context = CommandDatabase.open(settings)) {
            DatabaseOwner owner = context.getBean(DatabaseOwner.class);
            Clock clock = context.getBean(Clock.class);
            Backup backup =
                    Backup.write(
                            owner.dataSource(),
                            file,
                            context.getBean(Installation.class).version(),
                            clock,
                            BackupProgress.NONE);
            Summary.print(backup, ServerTexts.text("command.backup.done", backup.file()), out);
            record(backup, owner, clock, out);
        }
    }

    /** The page of backups tells from the audit how old the last one is. */
    private static void record(Backup backup, DatabaseOwner owner, Clock clock, PrintStream out) {
        Map<String, String> after = new TreeMap<>(backup.facts());
        after.put("way", "server");
        try {
            AuditTrail.ofOwner(owner.dataSource(), clock)
                    .recordOf(null, AuditAction.BACKED_UP, backup.subject(), after);
        } catch (RuntimeException e) {
            // The backup is there all the same.
            out.println(
                    ServerTexts.bilingual(
                            ServerTexts.text(
                                    "command.backup.not-audited", String.valueOf(e.getMessage()))));
        }
    }
}
