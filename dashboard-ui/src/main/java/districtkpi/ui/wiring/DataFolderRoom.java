package districtkpi.ui.wiring;

import districtkpi.db.outage.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The room that is left on the disk of the data folder. */
public final class DataFolderRoom implements Room {

    private static final Logger log = LoggerFactory.getLogger(DataFolderRoom.class);

    private final Optional<Path> folder;
    private final long warning;

    /**
     * @param folder absent where the database is on another machine
     * @param warning bytes below which somebody should make room
     */
    DataFolderRoom(Optional<Path> folder, long warning) {
        this.folder = folder;
        this.warning = warning;
    }

    @Override
    public OptionalLong free() {
        if (folder.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Files.getFileStore(folder.get()).getUsableSpace());
        } catch (IOException e) {
            log.debug("Nobody knows what is left for {}", folder, e);
            return OptionalLong.empty();
        }
    }

    /** Bytes below which {@link #isLow} says so. */
    public long warning() {
        return warning;
    }

    /** Whether somebody should make room soon. */
    public boolean isLow() {
        OptionalLong free = free();
        return free.isPresent() && free.getAsLong() < warning;
    }
}
