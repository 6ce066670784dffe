/** Where the districts of a province lie, as shapes to draw. */
@NullMarked
package districtkpi.ui.map;

import org.jspecify.annotations.NullMarked;
