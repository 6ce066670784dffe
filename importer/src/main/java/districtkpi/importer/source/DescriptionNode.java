package districtkpi.importer.source;

import districtkpi.domain.LocalizedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A part of a description; what is wrong with it is reported with its line and path. */
final class DescriptionNode {

    private final Node node;
    private final String path;
    private final List<LocalizedText> faults;
    private final Map<String, Node> fields = new LinkedHashMap<>();

    DescriptionNode(Node node, String path, List<LocalizedText> faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String name = scalar(tuple.getKeyNode()).orElse("?");
                if (fields.put(name, tuple.getValueNode()) != null) {
                    fault(name + " มีซ้ำสองครั้ง", name + " stands there twice");
                }
            }
        } else {
            fault("ตรงนี้ต้องเป็นรายการฟิลด์", "fields are expected here");
        }
    }

    /** Reports what is wrong here and what is wanted, in both languages. */
    void fault(String th, String en) {
        int line = node.getStartMark().getLine() + 1;
        String where = path.isEmpty() ? "" : ", " + path;
        faults.add(
                new LocalizedText(
                        String.format(Locale.ROOT, "บรรทัด %d%s: %s", line, where, th),
                        String.format(Locale.ROOT, "line %d%s: %s", line, where, en)));
    }

    /** Reports fields that nobody reads. */
    void only(String... known) {
        Set<String> names = Set.of(known);
        for (String name : fields.keySet()) {
            if (!names.contains(name)) {
                fault("ไม่รู้จัก " + name + " ตรงนี้", name + " is not known here");
            }
        }
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    Optional<DescriptionNode> field(String name) {
        return Optional.ofNullable(fields.get(name))
                .map(found -> new DescriptionNode(found, pathOf(name), faults));
    }

    /** A text that has to be there; empty, and reported, if it is not. */
    String text(String name) {
        Optional<String> text =
                Optional.ofNullable(fields.get(name)).flatMap(DescriptionNode::scalar);
        if (text.isEmpty() || text.get().isBlank()) {
            fault("ต้องมี " + name + " เป็นข้อความ", name + " is needed, as a text");
            return "";
        }
        return text.get();
    }

    /** The texts of a list; none where there is no list. */
    List<String> texts(String name) {
        Node found = fields.get(name);
        if (found == null) {
            return List.of();
        }
        if (!(found instanceof SequenceNode sequence)) {
            fault(name + " ต้องเป็นรายการข้อความ", name + " is a list of texts");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            scalar(item)
                    .ifPresentOrElse(
                            texts::add,
                            () -> fault(name + " มีได้เฉพาะข้อความ", name + " has only texts"));
        }
        return texts;
    }

    /** False where it is not there. */
    boolean flag(String name) {
        return has(name) && choice(name, List.of(true, false), String::valueOf).orElse(false);
    }

    Optional<BigDecimal> number(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text(name)));
        } catch (NumberFormatException _) {
            fault(name + " ต้องเป็นตัวเลข", name + " is a number");
            return Optional.empty();
        }
    }

    <T> Optional<T> choice(String name, List<T> values, Function<T, String> key) {
        String text = text(name);
        Optional<T> found =
                values.stream().filter(value -> key.apply(value).equals(text)).findFirst();
        if (found.isEmpty()) {
            String all = values.stream().map(key).collect(Collectors.joining(", "));
            fault(name + " ต้องเป็นหนึ่งใน " + all, name + " is one of " + all);
        }
        return found;
    }

    /** The parts of a list; none where there is no list. */
    List<DescriptionNode> items(String name) {
        Node found = fields.get(name);
        if (found == null) {
            return List.of();
        }
        if (!(found instanceof SequenceNode sequence)) {
            fault(name + " ต้องเป็นรายการ", name + " is a list");
            return List.of();
        }
        List<DescriptionNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(
                    new DescriptionNode(
                            item, pathOf(name) + "[" + (items.size() + 1) + "]", faults));
        }
        return items;
    }

    private String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static Optional<String> scalar(Node node) {
        return node instanceof ScalarNode scalar
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }
}
