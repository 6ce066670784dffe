/** How long the server works for each view, with a whole nation in the database. */
@NullMarked
package districtkpi.ui.benchmark;

import org.jspecify.annotations.NullMarked;
