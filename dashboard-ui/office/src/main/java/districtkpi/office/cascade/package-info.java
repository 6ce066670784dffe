/** The agreement handed down to officers, step by step. */
@NullMarked
package districtkpi.office.cascade;

import org.jspecify.annotations.NullMarked;
