/** Tests of the cascade's screens. */
@NullMarked
package districtkpi.ui.cascade;

import org.jspecify.annotations.NullMarked;
