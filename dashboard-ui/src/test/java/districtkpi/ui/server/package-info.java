/** Tests of what the web server grants to whoever connects. */
@NullMarked
package districtkpi.ui.server;

import org.jspecify.annotations.NullMarked;
