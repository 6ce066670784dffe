/** Small pieces that several screens show: tables, levels, points. They know no database. */
@NullMarked
package districtkpi.ui.parts;

import org.jspecify.annotations.NullMarked;
