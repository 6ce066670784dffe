/** Tests of how sure ranks are, most of them against sampling and brute force. */
@NullMarked
package districtkpi.scoring.certainty;

import org.jspecify.annotations.NullMarked;
