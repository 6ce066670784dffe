/** Tests of the course of a measure within a round. */
@NullMarked
package districtkpi.scoring.course;

import org.jspecify.annotations.NullMarked;
