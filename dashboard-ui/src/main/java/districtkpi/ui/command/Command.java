package districtkpi.ui.command;

import java.io.PrintStream;
import java.util.List;

/** One thing that the program does on the server instead of serving pages. */
interface Command {

    /**
     * Does it, and says what was done.
     *
     * @param operands what was said after the name of the command
     * @param settings of the program, in Spring's form {@code --name=value}
     * @param out where the person at the server reads
     * @throws CommandException if it cannot be done; then nothing was
     */
    void run(List<String> operands, List<String> settings, PrintStream out);
}
