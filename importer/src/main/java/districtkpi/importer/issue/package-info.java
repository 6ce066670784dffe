/**
 * What can be said about files of all kinds: a stable code each, how grave it is, and its message
 * in Thai and in English, which stands in the bundle beside it.
 */
@NullMarked
package districtkpi.importer.issue;

import org.jspecify.annotations.NullMarked;
