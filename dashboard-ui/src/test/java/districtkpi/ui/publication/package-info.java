/** Tests of publishing and of receipts. */
@NullMarked
package districtkpi.ui.publication;

import org.jspecify.annotations.NullMarked;
