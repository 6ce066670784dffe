/** Tests of who may do what. */
@NullMarked
package districtkpi.ui.security;

import org.jspecify.annotations.NullMarked;
