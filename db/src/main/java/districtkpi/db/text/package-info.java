/** The texts of this module, in Thai and in English. */
@NullMarked
package districtkpi.db.text;

import org.jspecify.annotations.NullMarked;
