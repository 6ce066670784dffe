/** Where the agreement is acknowledged and handed down to officers. */
@NullMarked
package districtkpi.ui.cascade;

import org.jspecify.annotations.NullMarked;
