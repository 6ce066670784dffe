/** Tests of the extracts of the source systems. */
@NullMarked
package districtkpi.importer.source;

import org.jspecify.annotations.NullMarked;
