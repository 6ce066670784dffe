/** What a page is looking at, and how the reader wants it shown: address, cookies, rounds. */
@NullMarked
package districtkpi.ui.state;

import org.jspecify.annotations.NullMarked;
