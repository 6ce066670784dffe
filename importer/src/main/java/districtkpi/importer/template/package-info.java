/** Tables to fill in, as text and as workbooks, with an explanation of each column. */
@NullMarked
package districtkpi.importer.template;

import org.jspecify.annotations.NullMarked;
