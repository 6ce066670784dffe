package districtkpi.db.setting;

import java.time.Instant;
import java.util.Optional;

/**
 * A change of a setting.
 *
 * @param version how often the setting was changed with this time, from 1
 * @param value may be empty; absent where the setting went back to its default
 * @param by the name of the account; empty where it is not known
 */
public record SettingChange(
        String setting, int version, Optional<String> value, Instant changedAt, String by) {}
