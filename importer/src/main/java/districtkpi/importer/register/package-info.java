/** The register of submissions: what districts printed, and what the province received. */
@NullMarked
package districtkpi.importer.register;

import org.jspecify.annotations.NullMarked;
