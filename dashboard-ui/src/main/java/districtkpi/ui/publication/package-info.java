/** Publishing a round, its revisions, and the receipts of scores. */
@NullMarked
package districtkpi.ui.publication;

import org.jspecify.annotations.NullMarked;
