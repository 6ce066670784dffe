/**
 * What the project talks about: agreements, the places they are made with, and the results
 * measured.
 *
 * <p><b>Numbers.</b> Everything that is stored, compared or shown is exact: amounts, percentages
 * and weights are {@link java.math.BigDecimal}, and what division makes of them is a fraction (in
 * the scoring module). Nothing here is a {@code double}. A number is rounded when it is printed and
 * nowhere else.
 *
 * <p><b>Missing.</b> A figure that is absent is absent from its collection; it is never {@code
 * null} and never 0. "Not applicable" is a value of its own.
 */
@NullMarked
package districtkpi.domain;

import org.jspecify.annotations.NullMarked;
