package districtkpi.ui.command;

import districtkpi.db.DatabaseOwner;
import districtkpi.db.backup.Backup;
import districtkpi.db.backup.BackupProgress;
import districtkpi.db.backup.Restore;
import districtkpi.ui.text.ServerTexts;
import districtkpi.ui.wiring.CommandDatabase;
import districtkpi.ui.wiring.Installation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Makes the data folder, or fills the office's own database, from a backup: {@code restore FILE}.
 * Neither may hold anything.
 */
final class RestoreCommand implements Command {

    @Override
    public void run(List<String> operands, List<String> settings, PrintStream out) {
        if (operands.size() != 1 || operands.getFirst().isBlank()) {
            throw CommandException.usage(ServerTexts.text("command.restore.usage"));
        }
        Path file = Path.of(operands.getFirst());
        try (ConfigurableApplicationContext context = CommandDatabase.open(settings)) {
            Optional<Path> folder = context.getBean(Installation.class).data();
            Backup backup =
                    folder.isPresent()
                            ? Restore.intoFolder(file, folder.get(), BackupProgress.NONE)
                            : Restore.intoDatabase(
                                    file,
                                    context.getBean(DatabaseOwner.class).dataSource(),
                                    BackupProgress.NONE);
            String place = folder.map(Path::toString).orElse("SPRING_DATASOURCE_URL");
            Summary.print(backup, ServerTexts.text("command.restore.done", place), out);
        }
    }
}
