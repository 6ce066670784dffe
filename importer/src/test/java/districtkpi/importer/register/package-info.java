/** Tests of the register of submissions on a real database. */
@NullMarked
package districtkpi.importer.register;

import org.jspecify.annotations.NullMarked;
