/** Provinces and districts with their validity. */
@NullMarked
package districtkpi.db.place;

import org.jspecify.annotations.NullMarked;
