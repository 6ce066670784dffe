package districtkpi.db.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Processes of PostgreSQL as the operating system sees them. */
final class Servers {

    private static final Logger log = LoggerFactory.getLogger(Servers.class);

    private static final Path PROCESSES = Path.of("/proc");

    /** Sessions see by themselves that their server is gone, unless they are calculating. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Servers() {}

    /** False also for a process that ended and that nobody asked about, as in many containers. */
    static boolean isRunning(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        Path stat = PROCESSES.resolve(process.pid() + "/stat");
        try {
            // Number, name in brackets, state.
            String line = Files.readString(stat, StandardCharsets.ISO_8859_1);
            return !line.substring(line.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException e) {
            // No such file, as on Windows and macOS, or since a moment.
            return process.isAlive();
        }
    }

    /**
     * Ends what is left of a server that is gone. Where the operating system does not tell in which
     * folder a process works, it is left to see that by itself.
     */
    static void endSessions(Path folder) {
        List<ProcessHandle> sessions = sessions(folder);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (sessions.stream().anyMatch(Servers::isRunning) && System.nanoTime() < deadline) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        sessions.stream().filter(Servers::isRunning).forEach(ProcessHandle::destroyForcibly);
    }

    private static List<ProcessHandle> sessions(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        process.info()
                                .command()
                                .map(Path::of)
                                .filter(program -> program.endsWith("postgres"))
                                .isPresent())
                .filter(process -> worksIn(folder, process))
                .toList();
    }

    private static boolean worksIn(Path folder, ProcessHandle process) {
        try {
            Path works = PROCESSES.resolve(process.pid() + "/cwd");
            return Files.readSymbolicLink(works).equals(folder.toRealPath());
        } catch (IOException | UnsupportedOperationException e) {
            log.debug("Nobody can say where process {} works", process.pid(), e);
            return false;
        }
    }
}
