package districtkpi.ui.wiring;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the program was set up.
 *
 * @param version of the program; a dash where it was not built as it is shipped
 * @param data the folder of the embedded database; absent where the office has a database of its
 *     own
 */
public record Installation(String version, Optional<Path> data) {}
