/** Tests of the plan of a district. */
@NullMarked
package districtkpi.ui.plan;

import org.jspecify.annotations.NullMarked;
