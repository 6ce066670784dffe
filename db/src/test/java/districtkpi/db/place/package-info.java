/** The districts that the migrations bring, and those that could come. */
@NullMarked
package districtkpi.db.place;

import org.jspecify.annotations.NullMarked;
