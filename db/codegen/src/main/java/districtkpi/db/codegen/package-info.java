/** The step of the build that turns the migrations into jOOQ classes. */
@NullMarked
package districtkpi.db.codegen;

import org.jspecify.annotations.NullMarked;
