/**
 * How things are said: every number, date, value and sentence on screen, in Thai and in English.
 *
 * <p>Start at {@link districtkpi.office.words.Words}; {@link districtkpi.office.words.MeasureWords}
 * speaks of figures, conditions and distances. This is the only place that rounds.
 */
@NullMarked
package districtkpi.office.words;

import org.jspecify.annotations.NullMarked;
