/** What people and programs see while the database is away or the disk is full. */
@NullMarked
package districtkpi.ui.outage;

import org.jspecify.annotations.NullMarked;
