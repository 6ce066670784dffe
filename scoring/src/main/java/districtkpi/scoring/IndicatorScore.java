package districtkpi.scoring;

import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.result.LevelOverride;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;

/** What the result of one indicator in one district is, and why. Missing is a case, never a 0. */
public sealed interface IndicatorScore {

    Indicator indicator();

    /**
     * The level that counts, a missing measure counting as not met; absent without a result, or
     * where the indicator does not apply.
     */
    default OptionalInt countingLevel() {
        return this instanceof WithLevel known
                ? OptionalInt.of(known.level())
                : OptionalInt.empty();
    }

    /** The lowest level that the score can still become; absent if the indicator does not apply. */
    default OptionalInt lowestLevel() {
        return switch (this) {
            case Scored scored -> OptionalInt.of(scored.level());
            case Incomplete incomplete -> OptionalInt.of(incomplete.levelMin());
            case NoResult none -> OptionalInt.of(none.levelMin());
            case NotApplicable _ -> OptionalInt.empty();
        };
    }

    /**
     * The highest level that the score can still become; absent if the indicator does not apply.
     */
    default OptionalInt highestLevel() {
        return switch (this) {
            case Scored scored -> OptionalInt.of(scored.level());
            case Incomplete incomplete -> OptionalInt.of(incomplete.levelMax());
            case NoResult none -> OptionalInt.of(none.levelMax());
            case NotApplicable _ -> OptionalInt.empty();
        };
    }

    /** What its computed measures came to, in the order of the agreement; none without a level. */
    default List<ComputedFigure> computedFigures() {
        return this instanceof WithLevel known ? known.explanation().computed() : List.of();
    }

    /** What a computed measure came to; absent for one that is recorded, and without a level. */
    default Optional<ComputedFigure> computedFigure(MeasureId measure) {
        return computedFigures().stream()
                .filter(figure -> figure.measure().id().equals(measure))
                .findFirst();
    }

    /** What the figures alone give, whatever level somebody set. */
    default IndicatorScore computed() {
        return overridden().<IndicatorScore>map(Overridden::computed).orElse(this);
    }

    /** Who set another level than the computed one, and why; absent for most. */
    default Optional<Overridden> overridden() {
        return this instanceof Scored scored ? scored.override() : Optional.empty();
    }

    /** A level was found: {@link Scored} or {@link Incomplete}. */
    sealed interface WithLevel extends IndicatorScore {

        /**
         * From 0 to the top level of the indicator; 0 is "below level 1", where the agreement does
         * not give as much as level 1 for it.
         */
        int level();

        /**
         * What the level is worth, with the part of a step that interpolation adds: from 0 to
         * {@link Indicator#maxScore()}.
         */
        BigFraction levelScore();

        /** The part of the weight that is earned: {@link #levelScore()} of the score of the top. */
        default BigFraction earned() {
            return levelScore().divide(Exact.fraction(indicator().maxScore()));
        }

        /** Why: the levels with what held and what did not. */
        Explanation explanation();

        /**
         * Whether it is the level that the agreement gives to everybody who has a result: level 1,
         * of which not every condition holds. What somebody set is none.
         */
        default boolean isFloor() {
            return level() == 1
                    && overridden().isEmpty()
                    && explanation().levels().getFirst().outcome() != Explanation.Outcome.HOLDS;
        }
    }

    /**
     * Every measure is known, or somebody set the level.
     *
     * @param override where somebody set the level; the explanation is then that of the computed
     *     one, without a way to a higher level: no figure leads there
     */
    record Scored(
            Indicator indicator,
            int level,
            BigFraction levelScore,
            Explanation explanation,
            Optional<Overridden> override)
            implements WithLevel {

        /** A computed score with the level that somebody set. */
        static Scored overridden(
                WithLevel computed, LevelOverride override, BigFraction levelScore) {
            return new Scored(
                    computed.indicator(),
                    override.level(),
                    levelScore,
                    computed.explanation().withoutWays(),
                    Optional.of(new Overridden(computed, override)));
        }
    }

    /**
     * A level that was set, and what it stands in the place of.
     *
     * @param computed from the figures
     */
    record Overridden(WithLevel computed, LevelOverride override) {}

    /**
     * Some measures are missing; the level counts them as not met.
     *
     * @param levelMin the lowest level that any value of the missing measures can give; never below
     *     {@code level}, and above it where every value meets something
     * @param levelMax the highest one
     * @param scoreMin what the lowest result that is possible is worth, interpolated where that is
     *     agreed
     * @param scoreMax what the highest one is worth
     * @param missing at least one, in the order of the agreement
     */
    record Incomplete(
            Indicator indicator,
            int level,
            BigFraction levelScore,
            int levelMin,
            int levelMax,
            BigFraction scoreMin,
            BigFraction scoreMax,
            List<MeasureId> missing,
            Explanation explanation)
            implements WithLevel {
        public Incomplete {
            missing = List.copyOf(missing);
        }
    }

    /**
     * Nothing was reported.
     *
     * @param levelMin the lowest level that any result can give (1 where even the worst earns it)
     * @param levelMax the highest one
     * @param scoreMin what the lowest result is worth
     * @param scoreMax what the highest one is worth
     */
    record NoResult(
            Indicator indicator,
            int levelMin,
            int levelMax,
            BigFraction scoreMin,
            BigFraction scoreMax)
            implements IndicatorScore {}

    /**
     * The indicator does not apply to the district; its weight is spread over the rest of its
     * section.
     *
     * @param note the reason that the results give; absent where the agreement says that it does
     *     not apply there, whatever is reported
     */
    record NotApplicable(Indicator indicator, Optional<String> note) implements IndicatorScore {}
}
