package districtkpi.export.table;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rounds, and what is chosen of a table of them. What a table needs is there ({@link
 * RoundTable#needed()}), and the rounds have it.
 *
 * @param boards at least one unless all rounds were asked for and there is none; oldest first
 * @param filter which rows are wanted
 * @param chosenDistrict the one that the table is about
 * @param districts those that stand side by side, in their order
 * @param chosenMeasure the one that the table is about
 * @param drafted the agreement as the draft has it
 */
public record TableRequest(
        List<Scoreboard> boards,
        Filter filter,
        Optional<DistrictCode> chosenDistrict,
        List<DistrictCode> districts,
        Optional<MeasureKey> chosenMeasure,
        Optional<Agreement> drafted) {

    public TableRequest {
        boards = List.copyOf(boards);
        districts = List.copyOf(districts);
    }

    /** Everything of a round. */
    public static TableRequest everythingOf(Scoreboard board) {
        return new TableRequest(
                List.of(board),
                Filter.EVERYTHING,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The round that is asked for; of many the last. */
    Scoreboard board() {
        return boards.getLast();
    }

    /** Each round alone. */
    Stream<TableRequest> each() {
        return boards.stream()
                .map(one ->
                        new TableRequest(
                                List.of(one),
                                filter,
                                chosenDistrict,
                                districts,
                                chosenMeasure,
                                drafted));
    }

    /** The district of a table that needs one. */
    DistrictCode district() {
        return chosenDistrict.orElseThrow();
    }

    /** The measure of a table that needs one. */
    MeasureKey measure() {
        return chosenMeasure.orElseThrow();
    }
}
