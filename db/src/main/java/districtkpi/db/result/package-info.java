/** Imports with their original files, and the measurements that they brought; append-only. */
@NullMarked
package districtkpi.db.result;

import org.jspecify.annotations.NullMarked;
