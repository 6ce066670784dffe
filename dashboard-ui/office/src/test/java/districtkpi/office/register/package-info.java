/** Tests of the register of submissions on a real database. */
@NullMarked
package districtkpi.office.register;

import org.jspecify.annotations.NullMarked;
