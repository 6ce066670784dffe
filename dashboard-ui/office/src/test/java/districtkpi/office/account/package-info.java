@NullMarked
package districtkpi.office.account;

import org.jspecify.annotations.NullMarked;
