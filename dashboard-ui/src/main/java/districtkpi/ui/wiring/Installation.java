package districtkpi.ui.wiring;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.env.Environment;

/**
 * How the program was set up.
 *
 * @param version of the program; a dash where it was not built as it is shipped
 * @param data the folder of the embedded database; absent where the office has a database of its
 *     own
 * @param backups the folder of the backups that the program makes
 */
public record Installation(String version, Optional<Path> data, Path backups) {

    static Installation of(
            StartSettings settings, Optional<BuildProperties> build, Environment environment) {
        Path folder = settings.data().toAbsolutePath().normalize();
        return new Installation(
                build.map(BuildProperties::getVersion).orElse("–"),
                OwnDatabase.isNamed(environment) ? Optional.empty() : Optional.of(folder),
                folder.resolve("backups"));
    }
}
