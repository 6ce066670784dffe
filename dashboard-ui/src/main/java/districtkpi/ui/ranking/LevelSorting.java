package districtkpi.ui.ranking;

import districtkpi.db.scoreboard.Scoreboard;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.District;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.ui.ranking.RankingNavigation.LevelOrder;
import districtkpi.ui.state.PageState;
import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/** The rows of the levels grid in the order that the address asks for. */
final class LevelSorting {

    private static final BigFraction BELOW_ALL_LEVELS = BigFraction.of(-1);

    private LevelSorting() {}

    /**
     * The chosen order; by rank where the agreement of the round does not have the indicator, since
     * a choice outlives the change to another round.
     */
    static LevelOrder inForce(Scoreboard scoreboard, PageState state) {
        return state.chosen(RankingNavigation.SORT)
                .filter(order ->
                        !(order instanceof LevelOrder.ByLevel(IndicatorId indicator))
                                || scoreboard
                                        .agreement()
                                        .indicators()
                                        .anyMatch(one -> one.id().equals(indicator)))
                .orElseGet(LevelOrder.ByRank::new);
    }

    /** Alike rows stay in the order of the ranking. */
    static List<Ranking.Row> sorted(Scoreboard scoreboard, LevelOrder order, Locale locale) {
        List<Ranking.Row> rows = scoreboard.ranking().rows();
        return switch (order) {
            case LevelOrder.ByRank() -> rows;
            case LevelOrder.ByName() -> byName(scoreboard, locale);
            case LevelOrder.ByLevel(IndicatorId indicator) ->
                    rows.stream()
                            .sorted(
                                    Comparator.comparing(
                                            (Ranking.Row row) -> level(row, indicator),
                                            Comparator.reverseOrder()))
                            .toList();
        };
    }

    private static List<Ranking.Row> byName(Scoreboard scoreboard, Locale locale) {
        // Thai writes some vowels before the consonant that a word is sorted by.
        Collator collator = Collator.getInstance(locale);
        Map<DistrictCode, String> names = new HashMap<>();
        for (District district : scoreboard.districts()) {
            names.put(district.code(), district.name().in(locale));
        }
        return scoreboard.ranking().rows().stream()
                .sorted(
                        Comparator.comparing(
                                row -> names.getOrDefault(row.scorecard().district(), ""),
                                collator))
                .toList();
    }

    private static BigFraction level(Ranking.Row row, IndicatorId indicator) {
        return row.scorecard().line(indicator).score() instanceof IndicatorScore.WithLevel score
                ? score.levelScore()
                : BELOW_ALL_LEVELS;
    }
}
