/**
 * What happens while the database cannot be reached or has no room left: it is noticed at once,
 * everybody who asks for it is told so at once, and it is noticed when that is over.
 */
@NullMarked
package districtkpi.db.outage;

import org.jspecify.annotations.NullMarked;
