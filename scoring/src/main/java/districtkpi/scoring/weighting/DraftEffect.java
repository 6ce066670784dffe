package districtkpi.scoring.weighting;

import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What a draft changes: the same results ranked as agreed and as drafted, side by side.
 *
 * @param districts in the order of the drafted ranking
 * @param indicators in the order of the agreement
 */
public record DraftEffect(List<OnDistrict> districts, List<OnIndicator> indicators) {

    public DraftEffect {
        districts = List.copyOf(districts);
        indicators = List.copyOf(indicators);
    }

    /**
     * A district before and after.
     *
     * @param totalBefore absent without a total
     * @param rankBefore absent without a total
     * @param levels one for each indicator, in the order of the agreement
     */
    public record OnDistrict(
            DistrictCode district,
            Optional<BigFraction> totalBefore,
            Optional<BigFraction> totalAfter,
            OptionalInt rankBefore,
            OptionalInt rankAfter,
            List<LevelChange> levels) {

        public OnDistrict {
            levels = List.copyOf(levels);
        }

        /** Whether the rank changes. */
        public boolean moves() {
            return !rankBefore.equals(rankAfter);
        }

        /** Ranks gained, negative if lost; absent without a rank before or after. */
        public OptionalInt ranksUp() {
            return rankBefore.isPresent() && rankAfter.isPresent()
                    ? OptionalInt.of(rankBefore.getAsInt() - rankAfter.getAsInt())
                    : OptionalInt.empty();
        }
    }

    /**
     * A level before and after.
     *
     * @param before absent without a level: no result, or not applicable
     * @param after absent likewise
     */
    public record LevelChange(IndicatorId indicator, OptionalInt before, OptionalInt after) {

        public boolean isChange() {
            return !before.equals(after);
        }

        private int direction() {
            return Integer.compare(after.orElse(-1), before.orElse(-1));
        }
    }

    /**
     * How many districts have another level in an indicator.
     *
     * @param raised districts with a higher one
     * @param lowered districts with a lower one
     */
    public record OnIndicator(Indicator indicator, int raised, int lowered) {

        public int changed() {
            return raised + lowered;
        }
    }

    /** The districts whose rank changes, in the order of the drafted ranking. */
    public List<OnDistrict> movers() {
        return districts.stream().filter(OnDistrict::moves).toList();
    }

    /**
     * Compares two rankings of the same results.
     *
     * @param agreed by the agreement
     * @param drafted by the agreement with a draft; districts of only one of the two are without a
     *     total in the other
     */
    public static DraftEffect of(Ranking agreed, Ranking drafted) {
        Map<DistrictCode, Ranking.Row> before = byDistrict(agreed);
        Map<DistrictCode, Ranking.Row> after = byDistrict(drafted);
        Set<DistrictCode> codes = new LinkedHashSet<>(after.keySet());
        codes.addAll(before.keySet());
        List<Indicator> indicators = agreed.agreement().indicators().toList();
        List<OnDistrict> districts = new ArrayList<>();
        Map<IndicatorId, Integer> raised = new HashMap<>();
        Map<IndicatorId, Integer> lowered = new HashMap<>();
        for (DistrictCode code : codes) {
            OnDistrict district =
                    onDistrict(
                            code,
                            indicators,
                            Optional.ofNullable(before.get(code)),
                            Optional.ofNullable(after.get(code)));
            districts.add(district);
            for (LevelChange level : district.levels()) {
                if (level.direction() > 0) {
                    raised.merge(level.indicator(), 1, Integer::sum);
                } else if (level.direction() < 0) {
                    lowered.merge(level.indicator(), 1, Integer::sum);
                }
            }
        }
        return new DraftEffect(
                districts,
                indicators.stream()
                        .map(indicator ->
                                new OnIndicator(
                                        indicator,
                                        raised.getOrDefault(indicator.id(), 0),
                                        lowered.getOrDefault(indicator.id(), 0)))
                        .toList());
    }

    private static Map<DistrictCode, Ranking.Row> byDistrict(Ranking ranking) {
        Map<DistrictCode, Ranking.Row> rows = new LinkedHashMap<>();
        ranking.rows().forEach(row -> rows.put(row.scorecard().district(), row));
        return rows;
    }

    private static OnDistrict onDistrict(
            DistrictCode code,
            List<Indicator> indicators,
            Optional<Ranking.Row> before,
            Optional<Ranking.Row> after) {
        Map<IndicatorId, Integer> levelsBefore = levels(before);
        Map<IndicatorId, Integer> levelsAfter = levels(after);
        return new OnDistrict(
                code,
                before.flatMap(row -> row.scorecard().total().points()),
                after.flatMap(row -> row.scorecard().total().points()),
                before.map(Ranking.Row::rank).orElse(OptionalInt.empty()),
                after.map(Ranking.Row::rank).orElse(OptionalInt.empty()),
                indicators.stream()
                        .map(Indicator::id)
                        .map(id ->
                                new LevelChange(
                                        id, level(levelsBefore, id), level(levelsAfter, id)))
                        .toList());
    }

    private static OptionalInt level(Map<IndicatorId, Integer> levels, IndicatorId indicator) {
        Integer level = levels.get(indicator);
        return level == null ? OptionalInt.empty() : OptionalInt.of(level);
    }

    private static Map<IndicatorId, Integer> levels(Optional<Ranking.Row> row) {
        Map<IndicatorId, Integer> levels = new HashMap<>();
        row.map(Ranking.Row::scorecard).map(Scorecard::lines).orElse(List.of()).stream()
                .map(Scorecard.Line::score)
                .forEach(score -> {
                    if (score instanceof IndicatorScore.WithLevel found) {
                        levels.put(score.indicator().id(), found.level());
                    }
                });
        return levels;
    }
}
