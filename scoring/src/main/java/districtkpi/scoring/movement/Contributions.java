package districtkpi.scoring.movement;

import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.IndicatorId;
import districtkpi.domain.agreement.MeasureKey;
import districtkpi.domain.place.DistrictCode;
import districtkpi.domain.result.MeasuredValue;
import districtkpi.scoring.CombinedLine;
import districtkpi.scoring.IndicatorScore;
import districtkpi.scoring.Scorecard;
import districtkpi.scoring.Scorer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What each indicator brings to the combined total of a district: its weight in the combined total
 * × the part of the top level's score that was reached.
 */
final class Contributions {

    private final Scorecard scorecard;
    private final Map<IndicatorId, Contribution> contributions;

    /** A line, and what it is in the combined total. */
    record Contribution(CombinedLine combined) {

        Scorecard.Line line() {
            return combined.line();
        }

        /** In the combined total, out of 100; 0 where the indicator does not apply. */
        BigFraction weight() {
            return combined.weight();
        }

        boolean applies() {
            return !(line().score() instanceof IndicatorScore.NotApplicable);
        }

        /**
         * Level score ÷ the score of the top level, 0 to 1; 0 without a level, which brings nothing
         * yet.
         */
        BigFraction score() {
            return switch (line().score()) {
                case IndicatorScore.WithLevel level -> level.earned();
                case IndicatorScore.NoResult _, IndicatorScore.NotApplicable _ -> BigFraction.ZERO;
            };
        }

        BigFraction points() {
            return combined.points();
        }
    }

    private Contributions(Scorecard scorecard, Map<IndicatorId, Contribution> contributions) {
        this.scorecard = scorecard;
        this.contributions = contributions;
    }

    static Contributions of(
            Scorer scorer, DistrictCode district, Map<MeasureKey, MeasuredValue> values) {
        Scorecard scorecard = scorer.score(district, values);
        Map<IndicatorId, Contribution> contributions = new HashMap<>();
        for (CombinedLine line : CombinedLine.of(scorer.agreement(), scorecard)) {
            contributions.put(line.indicator().id(), new Contribution(line));
        }
        return new Contributions(scorecard, contributions);
    }

    Scorecard scorecard() {
        return scorecard;
    }

    Contribution of(Indicator indicator) {
        return Objects.requireNonNull(contributions.get(indicator.id()));
    }
}
