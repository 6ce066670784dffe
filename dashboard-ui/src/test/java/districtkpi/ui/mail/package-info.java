@NullMarked
package districtkpi.ui.mail;

import org.jspecify.annotations.NullMarked;
