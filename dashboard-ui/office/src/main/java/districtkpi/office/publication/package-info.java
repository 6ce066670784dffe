/** A round published, declared final, and opened again. */
@NullMarked
package districtkpi.office.publication;

import org.jspecify.annotations.NullMarked;
