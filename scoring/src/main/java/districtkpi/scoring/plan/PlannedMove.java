package districtkpi.scoring.plan;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A move with what it costs and brings in a plan.
 *
 * @param level the level it brings; for figures to be reported the one they are assumed to give
 * @param gain points of the combined total
 * @param effort in the unit of the basis
 */
public record PlannedMove(Move move, int level, BigFraction gain, BigFraction effort) {}
