package districtkpi.ui.ranking;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.Ranking;
import districtkpi.ui.parts.DistrictSearch;
import districtkpi.ui.ranking.RankingNavigation.Show;
import districtkpi.ui.state.PageState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The districts that the page shows.
 *
 * @param districts the chosen ones
 * @param all how many there are
 * @param missing true if neighbours were asked for, but not of a district that is ranked: then all
 *     are shown
 */
record DistrictChoice(Set<DistrictCode> districts, int all, boolean missing) {

    /** More rows than this are too many to read, and to send at once. */
    static final int MAX_ROWS = 60;

    private static final int TOP = 3;
    private static final int AROUND = 2;

    DistrictChoice {
        districts = Set.copyOf(districts);
    }

    /** The choice of an address. */
    static DistrictChoice of(Ranking ranking, PageState state) {
        List<Ranking.Row> rows = ranking.rows();
        return switch (state.chosen(RankingNavigation.SHOW).orElse(Show.ALL)) {
            case ALL -> all(rows, false);
            case TOP ->
                    some(
                            rows,
                            rows.stream()
                                    .filter(row -> row.rank().isPresent())
                                    .filter(row -> row.rank().getAsInt() <= TOP)
                                    .toList());
            case NEIGHBOURS -> neighbours(rows, state.chosen(RankingNavigation.DISTRICT));
        };
    }

    private static DistrictChoice neighbours(
            List<Ranking.Row> rows, Optional<DistrictCode> district) {
        int place =
                IntStream.range(0, rows.size())
                        .filter(i -> district.filter(code(rows.get(i))::equals).isPresent())
                        .findFirst()
                        .orElse(-1);
        return place < 0
                ? all(rows, true)
                : some(
                        rows,
                        rows.subList(
                                Math.max(0, place - AROUND),
                                Math.min(rows.size(), place + AROUND + 1)));
    }

    private static DistrictChoice all(List<Ranking.Row> rows, boolean missing) {
        return new DistrictChoice(codes(rows), rows.size(), missing);
    }

    private static DistrictChoice some(List<Ranking.Row> all, List<Ranking.Row> chosen) {
        return new DistrictChoice(codes(chosen), all.size(), false);
    }

    private static Set<DistrictCode> codes(List<Ranking.Row> rows) {
        return rows.stream().map(DistrictChoice::code).collect(Collectors.toSet());
    }

    private static DistrictCode code(Ranking.Row row) {
        return row.scorecard().district();
    }

    /** Of these, the ones that somebody looks for by name or code. */
    DistrictChoice finding(Scoreboard scoreboard, PageState state) {
        return state.chosen(DistrictSearch.TEXT)
                .map(text ->
                        new DistrictChoice(
                                scoreboard.districts().stream()
                                        .filter(one -> has(one.code()))
                                        .filter(one -> DistrictSearch.finds(text, one))
                                        .map(District::code)
                                        .collect(Collectors.toSet()),
                                all,
                                missing))
                .orElse(this);
    }

    boolean has(DistrictCode district) {
        return districts.contains(district);
    }

    /** Whether not all are shown, or not those that were asked for. */
    boolean isPartial() {
        return missing || shown() < all;
    }

    /** How many rows a table has that shows the chosen ones. */
    int shown() {
        return Math.min(districts.size(), MAX_ROWS);
    }
}
