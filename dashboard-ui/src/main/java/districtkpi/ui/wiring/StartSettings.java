package districtkpi.ui.wiring;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What can be set from outside, by {@code DISTRICT_KPI_DATA}, {@code DISTRICT_KPI_DEMO} and {@code
 * DISTRICT_KPI_ADMIN_PASSWORD}.
 *
 * @param data the folder in which the embedded database keeps its data
 * @param demo whether demonstration rounds are loaded; without a word: only into the embedded
 *     database
 * @param adminPassword of the first administrator; empty: one is made
 */
@ConfigurationProperties("district-kpi")
record StartSettings(Path data, @Nullable Boolean demo, String adminPassword) {

    Optional<Boolean> demonstration() {
        return Optional.ofNullable(demo);
    }
}
