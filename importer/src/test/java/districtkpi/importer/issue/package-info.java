@NullMarked
package districtkpi.importer.issue;

import org.jspecify.annotations.NullMarked;
