package districtkpi.importer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which of two numbers of a day such as {@code 3/4/2022} is the month. */
public enum DateOrder {
    /** As in Thailand: the 3rd of April. */
    DMY,
    /** As programs of the United States write it: the 4th of March. */
    MDY;

    /** The form used in requests. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order that this is not. */
    public DateOrder other() {
        return this == DMY ? MDY : DMY;
    }

    /** The order of a key; absent if there is none. */
    public static Optional<DateOrder> of(String key) {
        return Arrays.stream(values()).filter(order -> order.key().equals(key)).findFirst();
    }
}
