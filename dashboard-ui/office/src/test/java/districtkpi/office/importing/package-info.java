@NullMarked
package districtkpi.office.importing;

import org.jspecify.annotations.NullMarked;
