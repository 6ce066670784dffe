package districtkpi.ui.command;

import districtkpi.domain.LocalizedText;
import districtkpi.ui.text.ServerTexts;
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
        LocalizedText text = ServerTexts.text("command.unreadable-name", name);
        return text.th() + "\n" + text.en();
    }
}
