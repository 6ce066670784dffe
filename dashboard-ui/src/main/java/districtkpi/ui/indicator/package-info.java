/** One indicator in all districts: who reached what and when, and what it decides. */
@NullMarked
package districtkpi.ui.indicator;

import org.jspecify.annotations.NullMarked;
