/** Tests of agreement files, most of them on one small agreement with one fault each. */
@NullMarked
package districtkpi.importer.agreement;

import org.jspecify.annotations.NullMarked;
