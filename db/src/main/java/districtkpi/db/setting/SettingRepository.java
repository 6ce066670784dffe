package districtkpi.db.setting;

import java.util.List;
import java.util.Optional;

/** The changes of settings, which are never changed or deleted themselves. */
public interface SettingRepository {

    /** The newest change of each setting that was ever changed. */
    List<SettingChange> findNewest();

    /**
     * Changes a setting.
     *
     * @param setting its key: words of a–z with hyphens between them
     * @param version how often it was changed with this time
     * @param value on one line, at most 500 characters; absent: back to the default
     * @throws org.springframework.dao.DuplicateKeyException if somebody else changed it meanwhile
     */
    void add(String setting, int version, Optional<String> value);
}
