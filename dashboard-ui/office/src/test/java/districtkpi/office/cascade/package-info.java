@NullMarked
package districtkpi.office.cascade;

import org.jspecify.annotations.NullMarked;
