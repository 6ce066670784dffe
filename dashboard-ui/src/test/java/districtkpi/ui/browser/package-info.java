/** The application in a real browser, as a person uses it. */
@NullMarked
package districtkpi.ui.browser;

import org.jspecify.annotations.NullMarked;
