/**
 * What a director should know first: which of all that follows from the scores of a round is worth
 * a sentence. Start at {@link districtkpi.scoring.brief.Brief}.
 */
@NullMarked
package districtkpi.scoring.brief;

import org.jspecify.annotations.NullMarked;
