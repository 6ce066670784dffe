package districtkpi.ui.imports;

import java.util.Locale;

/** What a file is taken for: by its name, unless somebody says that it is an extract. */
enum FileKind {
    RESULTS,
    AGREEMENT,
    EXTRACT;

    static FileKind of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") ? AGREEMENT : RESULTS;
    }
}
