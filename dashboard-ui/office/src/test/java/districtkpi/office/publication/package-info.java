@NullMarked
package districtkpi.office.publication;

import org.jspecify.annotations.NullMarked;
