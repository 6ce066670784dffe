package districtkpi.importer.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value of a document and where it stands. What is not of the form that is asked for is told by
 * an empty answer; what to say of it is the matter of who asks.
 *
 * @param path from the root, such as {@code columns[3].type}
 * @param line of the name of a field, or of an item of a list; from 1
 */
public record YamlNode(Node node, String path, int line) {

    /** Enough to recognise a name in a path. */
    private static final int MAX_NAME_LENGTH = 100;

    static YamlNode root(Node node) {
        return new YamlNode(node, "", lineOf(node));
    }

    /**
     * The parts of a mapping.
     *
     * @param fields by name, in order; of several with one name the first
     * @param repeated the others of that name, by name
     * @param nameless names that are no scalars
     */
    public record Mapping(
            Map<String, YamlNode> fields,
            List<Map.Entry<String, YamlNode>> repeated,
            List<YamlNode> nameless) {}

    /** Empty if it is no mapping. */
    public Optional<Mapping> mapping() {
        if (!(node instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        Mapping parts = new Mapping(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            if (!(key instanceof ScalarNode scalar)) {
                parts.nameless().add(new YamlNode(key, path, lineOf(key)));
                continue;
            }
            String name = scalar.getValue();
            String place = path.isEmpty() ? name : path + "." + name;
            YamlNode field = new YamlNode(tuple.getValueNode(), place, lineOf(key));
            if (parts.fields().putIfAbsent(name, field) != null) {
                parts.repeated().add(Map.entry(name, field));
            }
        }
        return Optional.of(parts);
    }

    /**
     * The items of a list, empty if it is none.
     *
     * @param naming fields that name an item in its path, where it has one of them; else its number
     */
    public Optional<List<YamlNode>> items(String... naming) {
        if (!(node instanceof SequenceNode sequence)) {
            return Optional.empty();
        }
        List<YamlNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            String name = nameOf(item, List.of(naming)).orElse(String.valueOf(items.size() + 1));
            items.add(new YamlNode(item, path + "[" + name + "]", lineOf(item)));
        }
        return Optional.of(List.copyOf(items));
    }

    private static Optional<String> nameOf(Node item, List<String> naming) {
        if (!(item instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        return mapping.getValue().stream()
                .filter(tuple -> scalar(tuple.getKeyNode()).filter(naming::contains).isPresent())
                .findFirst()
                .flatMap(tuple -> scalar(tuple.getValueNode()))
                .filter(name -> !name.isBlank())
                .map(name -> name.substring(0, Math.min(name.length(), MAX_NAME_LENGTH)));
    }

    /** A scalar as it is written; empty if it is none. */
    public Optional<String> scalar() {
        return scalar(node);
    }

    /** True where nothing is written, or {@code null}. */
    public boolean isNothing() {
        return node.getTag().equals(Tag.NULL);
    }

    /** Where the value itself starts, which may be below its name; from 1. */
    public int valueLine() {
        return lineOf(node);
    }

    private static Optional<String> scalar(Node node) {
        return node instanceof ScalarNode scalar
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
