package districtkpi.importer.source;

import districtkpi.domain.LocalizedText;
import districtkpi.importer.ImportTexts;
import districtkpi.importer.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A part of a description; what is wrong with it is reported with its line and path. */
final class DescriptionNode {

    private final YamlNode node;
    private final List<LocalizedText> faults;
    private final Map<String, YamlNode> fields;

    DescriptionNode(YamlNode node, List<LocalizedText> faults) {
        this.node = node;
        this.faults = faults;
        Optional<YamlNode.Mapping> mapping = node.mapping();
        fields = mapping.map(YamlNode.Mapping::fields).orElse(Map.of());
        if (mapping.isEmpty()) {
            fault("source.fields");
            return;
        }
        for (Map.Entry<String, YamlNode> again : mapping.get().repeated()) {
            fault("source.twice", again.getKey());
            fields.put(again.getKey(), again.getValue());
        }
        mapping.get().nameless().forEach(_ -> unknown("?"));
    }

    /**
     * Reports what is wrong here and what is wanted.
     *
     * @param fault the key of the text that says it
     */
    void fault(String fault, Object... arguments) {
        faults.add(
                ImportTexts.text(
                        "source.at",
                        node.valueLine(),
                        node.path().isEmpty() ? "" : ", " + node.path(),
                        ImportTexts.text(fault, arguments)));
    }

    /** Reports fields that nobody reads. */
    void only(String... known) {
        Set<String> names = Set.of(known);
        for (String name : fields.keySet()) {
            if (!names.contains(name)) {
                unknown(name);
            }
        }
    }

    private void unknown(String name) {
        fault("source.unknown", name);
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    Optional<DescriptionNode> field(String name) {
        return Optional.ofNullable(fields.get(name))
                .map(found -> new DescriptionNode(found, faults));
    }

    /** A text that has to be there; empty, and reported, if it is not. */
    String text(String name) {
        Optional<String> text = Optional.ofNullable(fields.get(name)).flatMap(YamlNode::scalar);
        if (text.isEmpty() || text.get().isBlank()) {
            fault("source.text", name);
            return "";
        }
        return text.get();
    }

    /** The texts of a list; none where there is no list. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : list(name, "source.list-of-texts")) {
            item.scalar().ifPresentOrElse(texts::add, () -> fault("source.only-texts", name));
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
            fault("source.number", name);
            return Optional.empty();
        }
    }

    <T> Optional<T> choice(String name, List<T> values, Function<T, String> key) {
        String text = text(name);
        Optional<T> found =
                values.stream().filter(value -> key.apply(value).equals(text)).findFirst();
        if (found.isEmpty()) {
            String all = values.stream().map(key).collect(Collectors.joining(", "));
            fault("source.choice", name, all);
        }
        return found;
    }

    /** The parts of a list; none where there is no list. */
    List<DescriptionNode> items(String name) {
        return list(name, "source.list").stream()
                .map(item -> new DescriptionNode(item, faults))
                .toList();
    }

    private List<YamlNode> list(String name, String fault) {
        Optional<YamlNode> found = Optional.ofNullable(fields.get(name));
        Optional<List<YamlNode>> items = found.flatMap(YamlNode::items);
        if (found.isPresent() && items.isEmpty()) {
            fault(fault, name);
        }
        return items.orElse(List.of());
    }
}
