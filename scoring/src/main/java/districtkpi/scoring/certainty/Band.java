package districtkpi.scoring.certainty;

import districtkpi.domain.place.DistrictCode;
import java.util.List;

/**
 * Districts that follow each other in a ranking so closely that their order says little: each one
 * ties with the next or is nearly level with it.
 *
 * <p>Nearness is handed on from neighbour to neighbour, so the first and the last of a long band
 * can well be told apart.
 *
 * @param districts at least one, in the order of the ranking; one alone where it stands clear
 * @param firstRank the rank of the first
 * @param lastRank the rank of the last
 */
public record Band(List<DistrictCode> districts, int firstRank, int lastRank) {

    public Band {
        districts = List.copyOf(districts);
    }

    /** True for a district that stands clear of both neighbours. */
    public boolean isAlone() {
        return districts.size() == 1;
    }

    /** True where all of several districts have one rank. */
    public boolean isTie() {
        return !isAlone() && firstRank == lastRank;
    }
}
