package districtkpi.ui.command;

import districtkpi.db.DatabaseOwner;
import districtkpi.office.backup.ServerBackup;
import districtkpi.ui.text.ServerTexts;
import districtkpi.ui.wiring.CommandDatabase;
import districtkpi.ui.wiring.Installation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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
            ServerBackup done =
                    ServerBackup.write(
                            owner, file, context.getBean(Installation.class).version(), clock);
            Summary.print(
                    done.backup(),
                    ServerTexts.text("command.backup.done", done.backup().file()),
                    out);
            done.unrecorded()
                    .ifPresent(why ->
                            out.println(
                                    ServerTexts.bilingual(
                                            ServerTexts.text(
                                                    "command.backup.not-audited",
                                                    String.valueOf(why.getMessage())))));
        }
    }
}
