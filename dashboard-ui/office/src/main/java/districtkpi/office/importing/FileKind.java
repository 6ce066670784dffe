package districtkpi.office.importing;

import java.util.Locale;

/** What a file is taken for: by its name, unless somebody says that it is an extract. */
public enum FileKind {
    RESULTS,
    AGREEMENT,
    EXTRACT;

    /** By the ending of its name. */
    static FileKind of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") ? AGREEMENT : RESULTS;
    }
}
