/**
 * What was agreed for a round: sections, indicators, weights and the five levels of each.
 *
 * <p>{@link districtkpi.domain.agreement.Agreement} is the entry point. Its parts can only be built
 * whole; rules that span several parts (weights of a section totalling 100, levels that can be
 * reached) are checked where an agreement is read, so that all faults can be reported at once.
 */
@NullMarked
package districtkpi.domain.agreement;

import org.jspecify.annotations.NullMarked;
