package districtkpi.ui.state;

import districtkpi.domain.place.DistrictCode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One more thing that the address of a page can say.
 *
 * @param name as in the address
 * @param reader throws {@link IllegalArgumentException} for what cannot be
 * @param writer gives the text that the reader reads
 */
public record Parameter<T>(String name, Function<String, T> reader, Function<T, String> writer) {

    /** A choice of an enum, in lower case with hyphens. */
    public static <E extends Enum<E>> Parameter<E> choice(String name, Class<E> type) {
        return new Parameter<>(
                name,
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_')),
                value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Districts by their codes, in the order in which they were chosen, each once. */
    public static Parameter<List<DistrictCode>> districts(String name) {
        return new Parameter<>(
                name,
                text -> Stream.of(text.split("-", -1)).map(DistrictCode::of).distinct().toList(),
                codes -> codes.stream().map(DistrictCode::value).collect(Collectors.joining("-")));
    }
}
