/**
 * Where things are kept and how they are asked for: PostgreSQL behind repositories (whole entities)
 * and queries (read models). No jOOQ type leaves this module.
 */
@NullMarked
package districtkpi.db;

import org.jspecify.annotations.NullMarked;
