/** The data for analysts: what can be had, and the lines that fetch it. */
@NullMarked
package districtkpi.ui.data;

import org.jspecify.annotations.NullMarked;
