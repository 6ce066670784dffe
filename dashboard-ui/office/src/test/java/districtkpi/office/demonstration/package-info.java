@NullMarked
package districtkpi.office.demonstration;

import org.jspecify.annotations.NullMarked;
