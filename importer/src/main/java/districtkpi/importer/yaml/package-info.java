/** YAML as it is written: bounded, with the place of each part, and never made into objects. */
@NullMarked
package districtkpi.importer.yaml;

import org.jspecify.annotations.NullMarked;
