/** What offices do around made-up figures, made up too. */
@NullMarked
package districtkpi.office.demonstration;

import org.jspecify.annotations.NullMarked;
