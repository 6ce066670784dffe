/** What is around every screen: header, navigation, choices, banner, and the frame of a page. */
@NullMarked
package districtkpi.ui.shell;

import org.jspecify.annotations.NullMarked;
