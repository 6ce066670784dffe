package districtkpi.ui.command;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names of files and folders that Java could not read, because the locale of the process has no
 * letters for them: {@code LANG=C} and a folder with a Thai name. No program can be told another
 * locale after its start, so that all that is left is to say how it is to be started.
 */
public final class UnreadableNames {

    /** What Java puts where bytes are no letters of the locale. */
    private static final char REPLACEMENT = '\uFFFD';

    private UnreadableNames() {}

    /**
     * Looks at all names that the program is given.
     *
     * @param data the data folder as the environment names it, if it does
     * @param workingFolder from which names that are not absolute are read
     * @param arguments of the command line
     * @return what to say of the first that cannot be read
     */
    public static Optional<String> find(
            @Nullable String data, @Nullable String workingFolder, String... arguments) {
        return Stream.concat(
                        Stream.of(
                                data == null ? "" : data,
                                workingFolder == null ? "" : workingFolder),
                        Stream.of(arguments))
                .filter(name -> name.indexOf(REPLACEMENT) >= 0)
                .findFirst()
                .map(UnreadableNames::message);
    }

    private static String message(String name) {
        return """
        อ่านชื่อไฟล์หรือโฟลเดอร์ “%s” ไม่ได้ เพราะค่าภาษาของเครื่อง (LANG, LC_ALL) ไม่รองรับอักษรไทย โปรดเริ่มโปรแกรมด้วย LC_ALL=C.UTF-8 หรือใช้ ./kpi
        The name of a file or folder, “%s”, cannot be read, because the locale (LANG, LC_ALL) has no letters for it. Start the program with LC_ALL=C.UTF-8, or by ./kpi.\
        """
                .formatted(name, name);
    }
}
