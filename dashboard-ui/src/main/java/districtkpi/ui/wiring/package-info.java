/** What the application is put together from: clock, database, and the data of a first start. */
@NullMarked
package districtkpi.ui.wiring;

import org.jspecify.annotations.NullMarked;
