/** Drafts of the laboratory that somebody keeps. */
@NullMarked
package districtkpi.office.laboratory;

import org.jspecify.annotations.NullMarked;
