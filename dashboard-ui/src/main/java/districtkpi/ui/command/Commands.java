package districtkpi.ui.command;

import districtkpi.db.backup.BackupException;
import districtkpi.db.embedded.EmbeddedDatabaseException;
import districtkpi.ui.text.ServerTexts;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.springframework.core.NestedExceptionUtils;

/** The commands of the program: {@code java -jar district-kpi.jar COMMAND …}. */
public final class Commands {

    private static final Map<String, Command> COMMANDS =
            Map.of(
                    "administrator", new AdministratorCommand(),
                    "backup", new BackupCommand(),
                    "restore", new RestoreCommand());

    private Commands() {}

    /**
     * Runs the command that the first argument names.
     *
     * @return what the program ends with: 0 where it was done, 1 where it was not, 2 where it was
     *     called in another way than it is to be called; absent where no command is named, so that
     *     the program is to serve
     */
    public static OptionalInt run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length == 0 || arguments[0].startsWith("-")) {
            return OptionalInt.empty();
        }
        List<String> rest = Stream.of(arguments).skip(1).toList();
        try {
            find(arguments[0])
                    .run(
                            rest.stream().filter(one -> !one.startsWith("--")).toList(),
                            rest.stream().filter(one -> one.startsWith("--")).toList(),
                            out);
            return OptionalInt.of(0);
        } catch (CommandException e) {
            err.println(e.getMessage());
            return OptionalInt.of(e.status());
        } catch (RuntimeException e) {
            err.println(cause(e));
            return OptionalInt.of(1);
        }
    }

    private static Command find(String name) {
        Command command = COMMANDS.get(name);
        if (command == null) {
            String known = String.join(", ", COMMANDS.keySet().stream().sorted().toList());
            throw CommandException.usage(ServerTexts.text("command.unknown", name, known));
        }
        return command;
    }

    /** What somebody at the server can do something about, out of what is wrapped around it. */
    private static String cause(RuntimeException failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof EmbeddedDatabaseException || one instanceof BackupException) {
                return String.valueOf(one.getMessage());
            }
        }
        return ServerTexts.bilingual(
                ServerTexts.text(
                        "command.failed", NestedExceptionUtils.getMostSpecificCause(failure)));
    }
}
