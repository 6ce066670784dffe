/**
 * The web server, and what it grants to whoever connects: threads, connections and patience.
 *
 * @see "Decision record 0048: load"
 */
@NullMarked
package districtkpi.ui.server;

import org.jspecify.annotations.NullMarked;
