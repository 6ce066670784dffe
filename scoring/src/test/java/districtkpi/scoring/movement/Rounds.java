package districtkpi.scoring.movement;

import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.Ladder;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.agreement.SectionId;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.domain.testing.AgreementBuilder;
import districtkpi.domain.testing.IndicatorBuilder;
import districtkpi.scoring.Agreements;
import districtkpi.scoring.Ranking;
import districtkpi.scoring.Scorecard;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/** Small rounds for tests, of one section unless told. */
final class Rounds {

    private Rounds() {}

    static Agreement round(String id, String lastDay, Indicator... indicators) {
        return at(
                Agreements.agreement(
                        BelowLevelOne.ZERO,
                        Agreements.section(SectionId.TEAM, "100", List.of(indicators))),
                id,
                LocalDate.parse(lastDay));
    }

    /** The same rules for another round, of half a year. */
    static Agreement at(Agreement agreement, String id, LocalDate lastDay) {
        return AgreementBuilder.like(agreement)
                .round(id)
                .days(lastDay.plusDays(1).minusMonths(6), lastDay)
                .submission(null)
                .build();
    }

    static Indicator indicator(
            String concept, String id, String weight, Measure measure, String... levels) {
        return named(
                Agreements.indicator(id, weight, Ladder.HIGHEST, List.of(measure), levels),
                concept,
                id,
                weight);
    }

    /** The same indicator under another name and with another weight. */
    static Indicator named(Indicator indicator, String concept, String id, String weight) {
        return IndicatorBuilder.like(indicator).id(id).concept(concept).weight(weight).build();
    }

    static Indicator withLadder(Indicator indicator, Ladder ladder) {
        return IndicatorBuilder.like(indicator).ladder(ladder, indicator.ladder().basis()).build();
    }

    static MeasureKey key(String indicator, String measure) {
        return new MeasureKey(IndicatorId.of(indicator), MeasureId.of(measure));
    }

    static MeasuredValue percent(String percent) {
        return new MeasuredValue.Percentage(new BigDecimal(percent));
    }

    static MeasuredValue count(int count) {
        return new MeasuredValue.Count(BigDecimal.valueOf(count));
    }

    static DistrictCode district(int number) {
        return DistrictCode.of(String.valueOf(4300 + number));
    }

    /** Districts 1, 2, … with totals as given; a district without a total has none. */
    static Ranking ranking(Agreement agreement, List<Optional<BigFraction>> totals) {
        return Ranking.of(
                agreement,
                IntStream.range(0, totals.size())
                        .mapToObj(i -> scorecard(district(i + 1), totals.get(i)))
                        .toList());
    }

    static List<Optional<BigFraction>> totals(Integer... totals) {
        return Arrays.stream(totals).map(t -> Optional.of(BigFraction.of(t))).toList();
    }

    private static Scorecard scorecard(DistrictCode district, Optional<BigFraction> points) {
        return new Scorecard(
                district,
                List.of(),
                List.of(),
                new Scorecard.Total(
                        points,
                        BigFraction.ZERO,
                        BigFraction.of(100),
                        BigFraction.ZERO,
                        BigDecimal.ZERO));
    }

    static Map<MeasureKey, MeasuredValue> nothing() {
        return Map.of();
    }
}
