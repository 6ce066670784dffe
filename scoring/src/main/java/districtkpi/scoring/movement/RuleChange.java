package districtkpi.scoring.movement;

import districtkpi.domain.LocalizedText;
import districtkpi.domain.agreement.Agreement;
import districtkpi.domain.agreement.BelowLevelOne;
import districtkpi.domain.agreement.ComputedMeasure;
import districtkpi.domain.agreement.ConceptId;
import districtkpi.domain.agreement.Condition;
import districtkpi.domain.agreement.DistrictTerms;
import districtkpi.domain.agreement.Indicator;
import districtkpi.domain.agreement.Measure;
import districtkpi.domain.agreement.MeasureId;
import districtkpi.domain.agreement.Rating;
import districtkpi.domain.place.DistrictCode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One thing that differs between two agreements, with all that a sentence about it needs. */
public sealed interface RuleChange {

    /** The concept that it is about; absent where it is about all of the agreement. */
    Optional<ConceptId> concept();

    /** False where only words changed, so that the same figures score the same. */
    default boolean affectsScores() {
        return true;
    }

    /**
     * What differs, first in the agreement as a whole, then concept by concept: those of the later
     * agreement in its order, then the dropped ones.
     *
     * <p>A day that kept its distance to the round is no change: a deadline its distance to the
     * last day, a baseline to the first.
     *
     * @throws IllegalArgumentException if an agreement has a concept twice
     */
    static List<RuleChange> between(Agreement earlier, Agreement later) {
        return new RuleComparison(earlier, later).changes();
    }

    /** A section has another share; 0 where the agreement has no such section. */
    record SectionShare(LocalizedText section, BigDecimal before, BigDecimal after)
            implements RuleChange {
        @Override
        public Optional<ConceptId> concept() {
            return Optional.empty();
        }
    }

    /** Weights of a section that both agreements have total something else. */
    record WeightsOutOf(LocalizedText section, BigDecimal before, BigDecimal after)
            implements RuleChange {
        @Override
        public Optional<ConceptId> concept() {
            return Optional.empty();
        }
    }

    /**
     * What is below level 1 is worth something else, of all indicators without a rule of their own.
     */
    record Floor(BelowLevelOne before, BelowLevelOne after) implements RuleChange {
        @Override
        public Optional<ConceptId> concept() {
            return Optional.empty();
        }
    }

    /** Totals are called otherwise: see the agreements. */
    record Ratings(List<Rating> before, List<Rating> after) implements RuleChange {
        public Ratings {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        @Override
        public Optional<ConceptId> concept() {
            return Optional.empty();
        }

        @Override
        public boolean affectsScores() {
            return false;
        }
    }

    /** Only the later agreement has the concept. */
    record Added(Indicator later) implements RuleChange {
        @Override
        public Optional<ConceptId> concept() {
            return Optional.of(later.concept());
        }
    }

    /** Only the earlier agreement has the concept. */
    record Dropped(Indicator earlier) implements RuleChange {
        @Override
        public Optional<ConceptId> concept() {
            return Optional.of(earlier.concept());
        }
    }

    /** A change of something that both agreements have. */
    sealed interface OfIndicator extends RuleChange {

        Indicator earlier();

        Indicator later();

        @Override
        default Optional<ConceptId> concept() {
            return Optional.of(later().concept());
        }
    }

    /** The weight within the section differs: see the indicators. */
    record Weight(Indicator earlier, Indicator later) implements OfIndicator {}

    /**
     * Something else was agreed for one district.
     *
     * @param before absent where nothing was agreed otherwise for it
     * @param after absent where nothing is any more
     */
    record TermsOfDistrict(
            Indicator earlier,
            Indicator later,
            DistrictCode district,
            Optional<DistrictTerms> before,
            Optional<DistrictTerms> after)
            implements OfIndicator {}

    /** Targets grow within the round otherwise: see the indicators. */
    record Stages(Indicator earlier, Indicator later) implements OfIndicator {}

    /** It moved to another section. */
    record SectionMoved(
            Indicator earlier, Indicator later, LocalizedText before, LocalizedText after)
            implements OfIndicator {}

    /**
     * A level asks for something else.
     *
     * @param level from 1; one of the agreements may not have it
     * @param before the conditions that the later agreement does not have at this level
     * @param after the conditions that the earlier agreement does not have at this level
     */
    record Threshold(
            Indicator earlier,
            Indicator later,
            int level,
            List<Condition> before,
            List<Condition> after)
            implements OfIndicator {
        public Threshold {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /**
     * A measure came, went, or is defined otherwise: its kind, what it is compared with, its unit,
     * its baseline, or whether it follows from the evidence.
     *
     * @param before absent if it came
     * @param after absent if it went
     */
    record MeasureDefinition(
            Indicator earlier,
            Indicator later,
            MeasureId measure,
            Optional<Measure> before,
            Optional<Measure> after)
            implements OfIndicator {

        /**
         * True if the figures of one round can still be scored under the rules of the other, by
         * what this measure says.
         */
        public boolean comparable() {
            return before.isPresent()
                    && after.isPresent()
                    && before.get().kind() == after.get().kind();
        }
    }

    /**
     * A computed measure came, went, or is computed otherwise.
     *
     * @param before absent if it came
     * @param after absent if it went
     */
    record ComputationChange(
            Indicator earlier,
            Indicator later,
            MeasureId measure,
            Optional<ComputedMeasure> before,
            Optional<ComputedMeasure> after)
            implements OfIndicator {}

    /** Levels follow from their conditions in another way: see the indicators. */
    record LadderChange(Indicator earlier, Indicator later) implements OfIndicator {}

    /** What is below level 1 is worth something else, by a rule of the indicator's own. */
    record IndicatorFloor(
            Indicator earlier, Indicator later, BelowLevelOne before, BelowLevelOne after)
            implements OfIndicator {}

    /** There are more or fewer levels, or they are worth something else: see the indicators. */
    record LevelScores(Indicator earlier, Indicator later) implements OfIndicator {}

    /** Whether a part of a step is given differs: see the indicators. */
    record InterpolationChange(Indicator earlier, Indicator later) implements OfIndicator {}

    /**
     * Only words changed.
     *
     * @param where at least one
     */
    record Wording(Indicator earlier, Indicator later, Set<Where> where) implements OfIndicator {

        /** What is worded otherwise, or who answers for it. */
        public enum Where {
            NAME,
            MEASURE_NAME,
            /** Of a level whose conditions stayed; otherwise it is a {@link Threshold}. */
            LEVEL_TEXT,
            NOTES,
            RESPONSIBLE_UNIT
        }

        public Wording {
            where = Collections.unmodifiableSet(EnumSet.copyOf(where));
        }

        @Override
        public boolean affectsScores() {
            return false;
        }
    }
}
