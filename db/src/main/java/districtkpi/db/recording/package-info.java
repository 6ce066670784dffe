/** Results recorded online: drafts, evidence, and the steps of their review. */
@NullMarked
package districtkpi.db.recording;

import org.jspecify.annotations.NullMarked;
