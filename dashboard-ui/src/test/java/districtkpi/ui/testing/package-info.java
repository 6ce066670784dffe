/** What the tests of this module share: the signed agreement, and the application on a database. */
@NullMarked
package districtkpi.ui.testing;

import org.jspecify.annotations.NullMarked;
