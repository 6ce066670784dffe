package districtkpi.ui.wiring;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What can be set from outside, by {@code DISTRICT_KPI_DATA}, {@code DISTRICT_KPI_DEMO} and {@code
 * DISTRICT_KPI_ADMIN_PASSWORD}.
 *
 * @param data the folder in which the embedded database keeps its data
 * @param demo whether demonstration rounds are loaded; without a word: only into the embedded
 *     database
 * @param adminPassword of the first administrator; empty: one is made
 * @param spaceLow free space on the disk of the data folder below which the program warns
 */
@ConfigurationProperties("district-kpi")
record StartSettings(
        Path data,
        @Nullable Boolean demo,
        String adminPassword,
        @DefaultValue("1GB") DataSize spaceLow) {

    long spaceWarning() {
        return spaceLow.toBytes();
    }

    Optional<Boolean> demonstration() {
        return Optional.ofNullable(demo);
    }
}
