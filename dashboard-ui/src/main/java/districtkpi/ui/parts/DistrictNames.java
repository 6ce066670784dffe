package districtkpi.ui.parts;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.DistrictCode;
import districtkpi.office.words.Words;
import java.util.List;

/** The names of the districts of a round in the reader's language. */
public record DistrictNames(Scoreboard scoreboard, Words words) {

    /** The name; the code where the round does not have the district. */
    public String of(DistrictCode district) {
        return scoreboard
                .district(district)
                .map(known -> words.of(known.name()))
                .orElseGet(district::value);
    }

    /**
     * Names in a row, the first of them where there are many.
     *
     * @param names at least one
     */
    public static String together(List<String> names, Words words) {
        return switch (names.size()) {
            case 1 -> names.getFirst();
            case 2 -> words.of("names.two", names.getFirst(), names.getLast());
            default -> words.of("names.more", names.getFirst(), words.number(names.size() - 1));
        };
    }
}
