package districtkpi.importer;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;

/**
 * How deep the parts of a YAML document lie in each other, as it is read from its start. The parser
 * takes the square of the depth: 100 kB of opening brackets kept it busy for seconds. So what is
 * deeper than anything that is meant is not read further. Not safe for use by several threads.
 */
public final class YamlDepth {

    /** Three times what an agreement needs. */
    public static final int MAX_DEPTH = 30;

    private int depth;

    /** Goes on by one event, and says whether what follows is too deep. */
    public boolean isTooDeepAfter(Event event) {
        depth +=
                switch (event) {
                    case CollectionStartEvent _ -> 1;
                    case CollectionEndEvent _ -> -1;
                    default -> 0;
                };
        return depth > MAX_DEPTH;
    }

    /**
     * Limits for reading what was looked at before.
     *
     * @param mostCharacters of the document
     */
    public static LoaderOptions options(int mostCharacters) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(mostCharacters);
        options.setMaxAliasesForCollections(0);
        return options;
    }
}
