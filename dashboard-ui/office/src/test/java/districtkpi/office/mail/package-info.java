@NullMarked
package districtkpi.office.mail;

import org.jspecify.annotations.NullMarked;
