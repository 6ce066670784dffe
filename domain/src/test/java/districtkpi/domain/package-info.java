/** What the words of the domain accept and refuse. */
@NullMarked
package districtkpi.domain;

import org.jspecify.annotations.NullMarked;
