/**
 * Work on files, which takes memory and processors: as much of it at once as there is room for.
 *
 * @see "Decision record 0048: load"
 */
@NullMarked
package districtkpi.ui.work;

import org.jspecify.annotations.NullMarked;
