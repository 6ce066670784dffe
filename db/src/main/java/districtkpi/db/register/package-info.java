/** The register of submissions: who recorded, printed and sent in, and who was reminded. */
@NullMarked
package districtkpi.db.register;

import org.jspecify.annotations.NullMarked;
