/** Proof of the scoring rules; the fixtures stand in docs/method, beside the method document. */
@NullMarked
package districtkpi.scoring;

import org.jspecify.annotations.NullMarked;
