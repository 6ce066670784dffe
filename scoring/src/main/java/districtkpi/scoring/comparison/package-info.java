/**
 * Districts beside each other and beside the province: where they differ, who is alike, whom to
 * learn from, and which results deserve a second look. Formulas and worked example: {@code
 * docs/method/comparison.md}.
 *
 * <p>Everything is exact but {@link districtkpi.scoring.comparison.Similarity}, which is statistics
 * and says so.
 */
@NullMarked
package districtkpi.scoring.comparison;

import org.jspecify.annotations.NullMarked;
