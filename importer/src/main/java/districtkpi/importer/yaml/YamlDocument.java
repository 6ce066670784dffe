package districtkpi.importer.yaml;

import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A text as a tree of YAML nodes.
 *
 * <p>The text is hostile until read: it is limited in size and depth before a tree is made of it,
 * and no object is ever constructed from it. Not safe for use by several threads.
 */
public final class YamlDocument {

    /** In characters: ten times a full agreement, and far more than a source needs. */
    public static final int MAX_LENGTH = 1024 * 1024;

    /**
     * Three times what an agreement needs. The parser takes the square of the depth: 100 kB of
     * opening brackets kept it busy for seconds.
     */
    public static final int MAX_DEPTH = 30;

    private final String text;
    private final Consumer<Finding> findings;
    private final Yaml yaml;

    private YamlDocument(String text, Consumer<Finding> findings) {
        this.text = text;
        this.findings = findings;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_LENGTH);
        options.setMaxAliasesForCollections(0);
        yaml = new Yaml(options);
    }

    /** What may be refused; lines are from 1, or 0 where it is not known. */
    public sealed interface Finding {

        /** The value of another place, by its anchor. */
        record Alias(int line, String anchor) implements Finding {}

        /** A type that is given to a value. */
        record Type(int line, String tag) implements Finding {}

        /** More than {@link #MAX_DEPTH} levels, so not read further. */
        record TooDeep(int line) implements Finding {}

        /** Nothing but remarks. */
        record Empty() implements Finding {}

        /**
         * Not one document of YAML, or too long.
         *
         * @param message the problem with the part of the document that it is about
         */
        record NotYaml(int line, String problem, String message) implements Finding {}
    }

    /**
     * Goes through a text from its start to its end.
     *
     * @return empty if it cannot be read
     */
    public static Optional<YamlDocument> parse(String text, Consumer<Finding> findings) {
        YamlDocument document = new YamlDocument(text, findings);
        int depth = 0;
        try {
            for (Event event : document.yaml.parse(new StringReader(text))) {
                int line = event.getStartMark().getLine() + 1;
                String tag = null;
                switch (event) {
                    case AliasEvent alias ->
                            findings.accept(new Finding.Alias(line, alias.getAnchor()));
                    case ScalarEvent scalar -> tag = scalar.getTag();
                    case CollectionStartEvent start -> {
                        tag = start.getTag();
                        depth++;
                    }
                    case CollectionEndEvent _ -> depth--;
                    default -> {}
                }
                if (tag != null) {
                    findings.accept(new Finding.Type(line, tag));
                }
                if (depth > MAX_DEPTH) {
                    findings.accept(new Finding.TooDeep(line));
                    return Optional.empty();
                }
            }
            return Optional.of(document);
        } catch (YAMLException e) {
            findings.accept(document.notYaml(e));
            return Optional.empty();
        }
    }

    /** The tree; absent if there is none, which is found then. */
    public Optional<YamlNode> root() {
        try {
            Optional<Node> root = Optional.ofNullable(yaml.compose(new StringReader(text)));
            if (root.isEmpty()) {
                findings.accept(new Finding.Empty());
            }
            return root.map(YamlNode::root);
        } catch (YAMLException e) {
            findings.accept(notYaml(e));
            return Optional.empty();
        }
    }

    private Finding notYaml(YAMLException e) {
        String message = String.valueOf(e.getMessage());
        return switch (e) {
            case MarkedYAMLException marked -> {
                Mark mark = marked.getProblemMark();
                yield new Finding.NotYaml(
                        mark == null ? 0 : mark.getLine() + 1, marked.getProblem(), message);
            }
            case ReaderException character ->
                    new Finding.NotYaml(
                            1 + lineEnds(text, 0, character.getPosition()),
                            String.format(
                                    Locale.ROOT,
                                    "character U+%04X is not allowed",
                                    character.getCodePoint()),
                            message);
            default -> new Finding.NotYaml(0, message, message);
        };
    }

    /** How many lines of a text end between two positions. */
    public static int lineEnds(String text, int from, int to) {
        return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
    }
}
