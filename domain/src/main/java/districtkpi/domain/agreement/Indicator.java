package districtkpi.domain.agreement;

import districtkpi.domain.LocalizedText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One line of a section: what is measured, its weight and its levels.
 *
 * @param concept what it measures across rounds
 * @param name the Thai name verbatim, and an English reading
 * @param weight percent of its section, above 0 and at most 100
 * @param measures in the order of the form; at least one, and at most one of them the receipt of
 *     the evidence
 * @param ownBelowLevelOne what a result that reaches no level is worth; absent where the rule of
 *     the agreement counts
 * @param levels one to {@value Level#MAX}, from level 1 to the top, each worth more than the last
 */
public record Indicator(
        IndicatorId id,
        ConceptId concept,
        LocalizedText name,
        BigDecimal weight,
        UnitId unit,
        List<Measure> measures,
        Rule<Ladder> ladder,
        Rule<Interpolation> interpolation,
        Optional<Rule<BelowLevelOne>> ownBelowLevelOne,
        List<Level> levels,
        List<Note> notes) {

    public Indicator {
        measures = List.copyOf(measures);
        levels = List.copyOf(levels);
        notes = List.copyOf(notes);
        if (weight.signum() <= 0) {
            throw new IllegalArgumentException("Indicator " + id + " needs a weight above 0");
        }
        if (measures.isEmpty()) {
            throw new IllegalArgumentException("Indicator " + id + " measures nothing");
        }
        if (measures.stream().filter(Measure::evidenceReceipt).count() > 1) {
            throw new IllegalArgumentException(
                    "Indicator " + id + " receives its evidence on one day");
        }
        if (levels.isEmpty() || levels.size() > Level.MAX) {
            throw new IllegalArgumentException(
                    "Indicator " + id + " needs 1 to " + Level.MAX + " levels");
        }
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).number() != i + 1) {
                throw new IllegalArgumentException(
                        "Indicator " + id + ": levels are given from 1 upwards");
            }
            if (i > 0 && levels.get(i).score().compareTo(levels.get(i - 1).score()) <= 0) {
                throw new IllegalArgumentException(
                        "Indicator "
                                + id
                                + ": level "
                                + (i + 1)
                                + " is worth no more than the last");
            }
        }
    }

    public Optional<Measure> measure(MeasureId measure) {
        return measures.stream().filter(m -> m.id().equals(measure)).findFirst();
    }

    /** The measure that is the day on which the province received the evidence. */
    public Optional<Measure> evidenceReceipt() {
        return measures.stream().filter(Measure::evidenceReceipt).findFirst();
    }

    /** The number of its highest level, which is also how many it has; level 0 is below level 1. */
    public int topLevel() {
        return levels.size();
    }

    /** What its highest level is worth: the score by which the whole weight is earned. */
    public BigDecimal maxScore() {
        return levels.getLast().score();
    }

    /** Whether it has as many levels as another indicator, each worth the same. */
    public boolean hasScaleOf(Indicator other) {
        return topLevel() == other.topLevel()
                && levels.stream()
                        .allMatch(level ->
                                level.score().compareTo(other.level(level.number()).score()) == 0);
    }

    /** The level with a number from 1 to {@link #topLevel()}. */
    public Level level(int number) {
        return levels.get(number - 1);
    }

    public MeasureKey key(MeasureId measure) {
        return new MeasureKey(id, measure);
    }
}
