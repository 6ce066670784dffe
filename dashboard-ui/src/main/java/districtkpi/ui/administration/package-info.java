/** The page of the administrator: how the program works for everybody, and how it was set up. */
@NullMarked
package districtkpi.ui.administration;

import org.jspecify.annotations.NullMarked;
