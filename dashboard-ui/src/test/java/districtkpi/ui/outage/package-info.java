/** Tests of what is said while the database is away. */
@NullMarked
package districtkpi.ui.outage;

import org.jspecify.annotations.NullMarked;
