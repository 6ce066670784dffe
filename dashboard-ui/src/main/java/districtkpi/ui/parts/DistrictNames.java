package districtkpi.ui.parts;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.DistrictCode;
import districtkpi.ui.words.Words;

/** The names of the districts of a round in the reader's language. */
public record DistrictNames(Scoreboard scoreboard, Words words) {

    /** The name; the code where the round does not have the district. */
    public String of(DistrictCode district) {
        return scoreboard
                .district(district)
                .map(known -> words.of(known.name()))
                .orElseGet(district::value);
    }
}
