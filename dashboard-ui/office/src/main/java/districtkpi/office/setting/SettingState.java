package districtkpi.office.setting;

import java.time.Instant;

/**
 * A setting as it is now.
 *
 * @param byDefault what it goes back to
 * @param version how often it was changed on the page of settings
 */
public record SettingState<T>(T value, T byDefault, Origin origin, int version) {

    /** Where the value comes from. */
    public sealed interface Origin {

        /**
         * An administrator set it.
         *
         * @param by the name of the account; empty where it is not known
         */
        record OnPage(Instant at, String by) implements Origin {}

        /** The program was started with it: by the environment, a file or the command line. */
        record Outside() implements Origin {}

        /** Nobody set it. */
        record BuiltIn() implements Origin {}
    }
}
