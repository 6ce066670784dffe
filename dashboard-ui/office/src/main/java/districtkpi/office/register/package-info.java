/** The register of submissions: what districts printed, and what the province received. */
@NullMarked
package districtkpi.office.register;

import org.jspecify.annotations.NullMarked;
