/** What administrators set while the program runs, and how the database is. */
@NullMarked
package districtkpi.db.setting;

import org.jspecify.annotations.NullMarked;
