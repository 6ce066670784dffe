/**
 * What results are worth and what follows from that. Pure functions of an agreement and measured
 * values: no clock, no locale, no input or output.
 *
 * <p>Start at {@link districtkpi.scoring.Scorer}, then {@link districtkpi.scoring.Ranking}.
 *
 * <p><b>Numbers.</b> Levels, points, totals and everything that decides a rank are exact:
 * percentages are compared by cross-multiplication, and what division leaves (the weight of an
 * indicator that does not apply, spread over the others) is a {@link
 * org.apache.commons.numbers.fraction.BigFraction}. Only descriptive statistics (the standard
 * deviation) are {@code double}. Rounding is left to whoever prints.
 */
@NullMarked
package districtkpi.scoring;

import org.jspecify.annotations.NullMarked;
