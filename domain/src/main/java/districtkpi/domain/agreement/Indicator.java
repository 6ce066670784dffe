package districtkpi.domain.agreement;

import districtkpi.domain.LocalizedText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One line of a section: what is measured, its weight and its five levels.
 *
 * @param concept what it measures across rounds
 * @param name the Thai name verbatim, and an English reading
 * @param weight percent of its section, above 0 and at most 100
 * @param measures in the order of the form; at least one, and at most one of them the receipt of
 *     the evidence
 * @param levels five, from level 1 to level 5
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
        List<Level> levels,
        List<Note> notes) {

    /** The number of levels of every indicator; level 0 is "below level 1". */
    public static final int TOP_LEVEL = 5;

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
        if (levels.size() != TOP_LEVEL) {
            throw new IllegalArgumentException("Indicator " + id + " needs five levels");
        }
        for (int i = 0; i < TOP_LEVEL; i++) {
            if (levels.get(i).number() != i + 1) {
                throw new IllegalArgumentException(
                        "Indicator " + id + ": levels are given from 1 to 5");
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

    /** The level with a number from 1 to 5. */
    public Level level(int number) {
        return levels.get(number - 1);
    }

    public MeasureKey key(MeasureId measure) {
        return new MeasureKey(id, measure);
    }
}
