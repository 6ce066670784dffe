/** Why an act was refused, and the one place that says so in words. */
@NullMarked
package districtkpi.office.refusal;

import org.jspecify.annotations.NullMarked;
