package districtkpi.office.backup;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the program keeps its backups; whoever set it up knows. */
public interface BackupPlace {

    /** In which they lie; it need not be there yet. */
    Path folder();

    /** Makes the folder, for the eyes of this account alone, unless it is there. */
    void create() throws IOException;

    /**
     * Keeps other programs from writing backups into the folder, which is there, until the lock is
     * closed; the operating system takes it back from a killed one.
     *
     * @return absent while another program holds it
     */
    Optional<Closeable> lock() throws IOException;

    /** Of the program, which each backup says. */
    String version();
}
