@NullMarked
package districtkpi.office.access;

import org.jspecify.annotations.NullMarked;
