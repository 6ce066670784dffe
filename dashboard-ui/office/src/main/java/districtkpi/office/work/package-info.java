/**
 * Work on files, which takes memory and processors: as much of it at once as there is room for.
 *
 * @see "Decision record 0048: load"
 */
@NullMarked
package districtkpi.office.work;

import org.jspecify.annotations.NullMarked;
