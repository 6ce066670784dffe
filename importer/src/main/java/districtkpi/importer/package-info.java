/**
 * How files get in: read, checked, refused with all their faults at once, or committed whole.
 *
 * <p>{@link districtkpi.importer.ImportReport} is what every import answers.
 */
@NullMarked
package districtkpi.importer;

import org.jspecify.annotations.NullMarked;
