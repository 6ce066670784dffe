/** What was agreed for a round, word for word, and how the program reads it. */
@NullMarked
package districtkpi.ui.agreement;

import org.jspecify.annotations.NullMarked;
