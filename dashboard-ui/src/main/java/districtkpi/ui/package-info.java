/** The one application: starts everything and dresses every page. */
@NullMarked
package districtkpi.ui;

import org.jspecify.annotations.NullMarked;
