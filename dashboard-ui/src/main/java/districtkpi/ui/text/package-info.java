/** What the program says other than on its pages. */
@NullMarked
package districtkpi.ui.text;

import org.jspecify.annotations.NullMarked;
