/**
 * A PostgreSQL server of one's own: its programs come with the jar, its data lives in a folder, and
 * only this machine can reach it.
 *
 * <p>{@link districtkpi.db.embedded.EmbeddedDatabase} is the entry point.
 */
@NullMarked
package districtkpi.db.embedded;

import org.jspecify.annotations.NullMarked;
