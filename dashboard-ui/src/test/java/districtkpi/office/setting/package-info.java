@NullMarked
package districtkpi.office.setting;

import org.jspecify.annotations.NullMarked;
