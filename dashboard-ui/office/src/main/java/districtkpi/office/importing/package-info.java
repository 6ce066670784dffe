/**
 * Files in: what a file is taken for, what it would do, and carrying out what was shown or saying
 * that it moved. Work that takes long is done in the background.
 */
@NullMarked
package districtkpi.office.importing;

import org.jspecify.annotations.NullMarked;
