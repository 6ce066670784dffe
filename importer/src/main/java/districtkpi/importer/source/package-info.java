/**
 * Extracts of the source systems: rows without personal data, what they mean by a description that
 * is data, and the figures that come out of them.
 */
@NullMarked
package districtkpi.importer.source;

import org.jspecify.annotations.NullMarked;
