package districtkpi.office.backup;

import java.io.IOException;
import java.nio.file.Path;

/** Where the program keeps its backups; whoever set it up knows. */
public interface BackupPlace {

    /** In which they lie; it need not be there yet. */
    Path folder();

    /** Makes the folder, for the eyes of this account alone, unless it is there. */
    void create() throws IOException;

    /** Of the program, which each backup says. */
    String version();
}
