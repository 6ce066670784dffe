/** What whoever is signed in may see. */
@NullMarked
package districtkpi.office.access;

import org.jspecify.annotations.NullMarked;
