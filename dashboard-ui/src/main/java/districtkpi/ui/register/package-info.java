/** The register of submissions: who recorded, printed and sent in, and whom to remind. */
@NullMarked
package districtkpi.ui.register;

import org.jspecify.annotations.NullMarked;
